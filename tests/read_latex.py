"""LaTeX formula -> number: a small reader of its own, to hold the printed text against."""

import math
import re

TOKEN = re.compile(
    r"\s*(\\eta_\\text\{[^}]*\}|\\text\{[^}]*\}|\\left\\lfloor|\\right\\rfloor|\\left\(|\\right\)"
    r"|\\,|\\[a-z]+|\d+(?:\.\d+)?|[a-zA-Z]|[-+^{},=])"
)
FUNCTIONS = {r"\cos": math.cos, r"\exp": math.exp, r"\ln": math.log, r"\max": max, r"\min": min}
CLOSING = {"", "}", ",", r"\right)", r"\right\rfloor", "+", "-"}


def value_of(text, names):
    """The number that the formula says; `names` are those of its symbols."""
    reader = _Reader(text, names)
    value = reader.sum()
    reader.take("")
    return value


class _Reader:
    def __init__(self, text, names):
        self.tokens = TOKEN.findall(text)
        assert "".join(self.tokens).replace(" ", "") == text.replace(" ", ""), text
        self.names = names

    @property
    def next(self):
        return self.tokens[0] if self.tokens else ""

    def take(self, expected=None):
        token = self.next
        assert expected in (None, token), f"{expected!r} expected before {self.tokens}"
        self.tokens = self.tokens[1:]
        return token

    def sum(self):
        sign = -1 if self.next == "-" and self.take() else 1
        value = sign * self.product()
        while self.next in ("+", "-"):
            sign = 1 if self.take() == "+" else -1
            value += sign * self.product()
        return value

    def product(self):
        value = self.power()
        while self.next not in CLOSING:
            if self.next in (r"\,", r"\cdot"):
                self.take()
            value *= self.power()
        return value

    def power(self):
        base = self.atom()
        if self.next != "^":
            return base
        self.take("^")
        return base ** self.group()

    def group(self):
        self.take("{")
        value = self.sum()
        self.take("}")
        return value

    def atom(self):
        token = self.take()
        if token == r"\frac":
            return self.group() / self.group()
        if token == r"\sqrt":
            return math.sqrt(self.group())
        if token == r"\left(":
            value = self.sum()
            self.take(r"\right)")
            return value
        if token == r"\left\lfloor":
            value = math.floor(self.sum())
            self.take(r"\right\rfloor")
            return value
        if token in FUNCTIONS:
            return FUNCTIONS[token](*self.arguments())
        if token == r"\pi":
            return math.pi
        return float(token) if token[0].isdigit() else self.names[token]

    def arguments(self):
        self.take(r"\left(")
        values = [self.sum()]
        while self.next == ",":
            self.take()
            values.append(self.sum())
        self.take(r"\right)")
        return values
