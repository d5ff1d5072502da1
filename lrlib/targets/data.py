"""Design -> data: the design as JSON, its curve as CSV."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lrlib.curves import curve
from lrlib.design import Design
from lrlib.design.query import write_json
from lrlib.fields import write_number
from lrlib.targets.base import Target
from lrlib.targets.options import Options


def csv_rows(design: Design) -> Iterator[str]:
    """The lines of the CSV: the first optimizer step of each tick, its epoch and its rate."""
    rates = curve(design).tolist()
    per_tick, per_epoch = design.clock.steps_per_tick, design.steps_per_epoch
    yield "step,epoch,lr\n"
    for tick, rate in enumerate(rates):
        step = tick * per_tick
        yield f"{step},{write_number(step / per_epoch)},{rate!r}\n"


def _json(design: Design, options: Options) -> str:
    return write_json(design)


def _csv(design: Design, options: Options) -> str:
    text = io.StringIO()
    text.writelines(csv_rows(design))
    return text.getvalue()


JSON = Target(
    "json",
    "JSON",
    "lr_design.json",
    "json",
    "The design as data; paste it into Open to get it back.",
    _json,
)
CSV = Target(
    "csv", "CSV", "lr_curve.csv", "csv", "The rate of every tick, for any other tool.", _csv
)
