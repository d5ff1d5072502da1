"""The command line: python -m lrlib curve | code | prove | check | targets | shapes | recipes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

from lrlib import link, view
from lrlib.design import Design
from lrlib.shapes import SHAPES
from lrlib.targets import TARGETS, code
from lrlib.targets.data import csv_rows
from lrlib.targets.options import FIELDS


class RefusedError(Exception):
    """Bad input: its lines go to standard error, and the command ends with 2."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    given = _parser().parse_args(arguments)
    try:
        status: int = given.run(given)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (RefusedError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lrlib", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], text: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    def design_command(
        name: str, run: Callable[[argparse.Namespace], int], text: str
    ) -> argparse.ArgumentParser:
        added = command(name, run, text)
        added.add_argument("link", metavar="LINK", help="an address, a query string or JSON")
        return added

    curve = design_command("curve", _curve, "CSV: step,epoch,lr, one row a tick")
    curve.add_argument("--out", metavar="FILE", help="write there instead of standard output")
    for name, run, text in (
        ("code", _code, "source text on standard output"),
        ("prove", _prove, "trains with that text; ends with 0 where every step has its rate"),
    ):
        added = design_command(name, run, text)
        added.add_argument("--target", required=True, metavar="TARGET", help=", ".join(TARGETS))
        added.add_argument("--option", action="append", default=[], metavar="NAME=VALUE")
    design_command("check", _check, "advice; ends with 1 where something is an error")
    command("targets", _targets, "the kinds of code")
    command("shapes", _shapes, "the shapes of each phase, with their parameters")
    command("recipes", _recipes, "published schedules, each with its link")
    return parser


def _open(text: str) -> link.Opened:
    opened = link.open_link(text)
    errors = [str(finding) for finding in opened.problems if finding.level == "error"]
    if errors:
        raise RefusedError("\n".join(errors))
    for finding in opened.problems:
        print(f"{finding.level}: {finding}", file=sys.stderr)
    return opened


def _design(text: str) -> Design:
    return _open(text).design


def _curve(given: argparse.Namespace) -> int:
    rows = csv_rows(_design(given.link))
    first = next(rows)
    if given.out:
        with open(given.out, "w", encoding="ascii") as file:
            file.write(first)
            file.writelines(rows)
    else:
        sys.stdout.write(first)
        sys.stdout.writelines(rows)
    return 0


def _code(given: argparse.Namespace) -> int:
    opened = _open(given.link)
    address = given.link.partition("?")[0]  # so a text's own link gives this very text again
    text = code(opened.design, given.target, address, **_options(given, opened.view))
    sys.stdout.write(text)
    return 0


def _prove(given: argparse.Namespace) -> int:
    from lrlib.prove.command import command

    opened = _open(given.link)
    return command(opened.design, given.target, _options(given, opened.view))


def _options(given: argparse.Namespace, stated: view.View) -> dict[str, Any]:
    """The options that the link states, overridden by those of the command line."""
    texts = dict(entry.partition("=")[::2] for entry in given.option)
    for name in texts:
        if name not in FIELDS:
            raise RefusedError(f"option: got {name!r}, allowed: one of {', '.join(FIELDS)}")
    values, problems = view.read_values(texts)
    if problems:
        raise RefusedError("\n".join(map(str, problems)))
    return stated.options | {name: getattr(values, name) for name in texts}


def _check(given: argparse.Namespace) -> int:
    from lrlib.advice import advise

    opened = _open(given.link)
    findings = advise(
        opened.design, view.where_chosen(opened.view), accumulate=opened.view.accumulate
    )
    for finding in findings:
        source = f" ({finding.source})" if finding.source else ""
        print(f"{finding.level}: {finding}{source}")
    return int(any(finding.level == "error" for finding in findings))


def _targets(given: argparse.Namespace) -> int:
    return _table((target.name, target.about) for target in TARGETS.values())


def _shapes(given: argparse.Namespace) -> int:
    return _table(
        (phase, name, ", ".join(shape.parameters()) or "-", shape.about)
        for phase, shapes in SHAPES.items()
        for name, shape in shapes.items()
    )


def _recipes(given: argparse.Namespace) -> int:
    from lrlib.recipes import RECIPES

    return _table((recipe.name, recipe.link) for recipe in RECIPES)


def _table(rows: Iterator[tuple[str, ...]]) -> int:
    for row in rows:
        print("\t".join(row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
