"""What the browser reports of one thing, and when -> whether a person changed it.

With each run the browser says everything once more: the address and every widget's value.
What it says may be older than what it was last given, since it had not seen that yet, or
since it is the report of a run that was broken off: then it is late, and no person's word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

IN_FLIGHT = 2.0  # seconds in which the browser has seen what it was given
MOST_EARLIER = 100  # values that a browser in a hurry may still say


@dataclass
class Echo:
    """What the browser last agreed to, and what it may still say of before; values hash.

    Times are seconds of any one clock.
    """

    said: Any  # what it was last given, or said and was taken
    # What it may still say, and until when that is late even where nobody acted.
    earlier: dict[Any, float] = field(default_factory=dict)

    def give(self, value: Any, until: float = 0.0) -> None:
        """The page gives it another value; what was there before may come late, see `is_news`.

        Before the time `until` that is so whatever else is reported.
        """
        before = self.earlier | {self.said: 0.0}
        before.pop(value, None)
        kept = list(before.items())[-MOST_EARLIER:]
        self.earlier = {old: max(time, until) for old, time in kept}
        self.said = value

    def take(self, value: Any) -> None:
        """The browser knows this value, as its own or as one that it was given."""
        self.said, self.earlier = value, {}

    def is_unheard(self, value: Any) -> bool:
        """Whether it is neither what was said nor anything before: surely a person's."""
        return value != self.said and value not in self.earlier

    def is_news(self, value: Any, now: float, acted: bool) -> bool:
        """Whether a person changed it to this value; `take` then says that it was taken.

        `acted` is true where the same report surely has another act of a person: a value of
        before is then late. It stays so for a moment, as a run may be broken off, and the ones
        that follow get the same report with nothing new in it.
        """
        if value == self.said or value not in self.earlier:
            return bool(value != self.said)
        if acted:
            self.earlier[value] = max(self.earlier[value], now + IN_FLIGHT)
        return now >= self.earlier[value]
