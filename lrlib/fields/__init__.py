"""The kinds of fields that a design is made of."""

from lrlib.fields.base import Field, parameter
from lrlib.fields.choices import Choice, Flag
from lrlib.fields.lists import MOST_ENTRIES, Numbers, Points
from lrlib.fields.name import Name
from lrlib.fields.numbers import (
    LARGEST_RATE,
    LONGEST_NUMBER,
    MOST_STEPS,
    SMALLEST_RATE,
    Number,
    Rate,
    Whole,
    is_number,
    read_number,
    write_number,
)

__all__ = [
    "LARGEST_RATE",
    "LONGEST_NUMBER",
    "MOST_ENTRIES",
    "MOST_STEPS",
    "SMALLEST_RATE",
    "Choice",
    "Field",
    "Flag",
    "Name",
    "Number",
    "Numbers",
    "Points",
    "Rate",
    "Whole",
    "is_number",
    "parameter",
    "read_number",
    "write_number",
]
