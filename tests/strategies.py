"""Any valid design, for Hypothesis: drawn from the SHAPES table and the fields' own ranges."""

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from lrlib import Design, DesignError
from lrlib.design.keys import used_fields
from lrlib.fields import MOST_STEPS, Choice, Field, Flag, Name, Number, Numbers, Points, Rate, Whole
from lrlib.shapes import SHAPES

LETTERS = "abcXYZ019 _.-()äßñçŞØжЩ中文日本語한국עבא१२हि"
NAMES = st.text(LETTERS, max_size=60)
ANY_NAMES = st.text(
    st.characters(categories=["L", "M", "Nd"], include_characters=" _.-()"), max_size=60
)


@st.composite
def designs(draw: Any, wide: bool = False, most_ticks: int = 400, **chosen: Any) -> Design:
    """A valid design; `chosen` fixes some fields, such as decay="step".

    Without `wide`, values are such as people take, and the run has at most `most_ticks`
    ticks. With it, they come from all over their ranges, runs of a billion steps included.
    """
    unit = "steps" if "steps" in chosen else "epochs" if "epochs" in chosen else draw(UNITS)
    given = {name: draw(PHASES[name]) for name in PHASES} | chosen
    _draw_time(draw, unit, given, MOST_STEPS if wide else most_ticks)
    longest = given[unit] * 1.2
    if wide:
        longest = MOST_STEPS // (given["steps_per_epoch"] if unit == "epochs" else 1)
    fields = used_fields(given)
    entries = draw(st.integers(1, 200 if wide and draw(st.integers(0, 9)) == 9 else 5))
    positive = given["cooldown"] == "geometric" or given["decay"] == "geometric"
    for key, field in fields.items():
        if key not in given:
            zero = not positive and given.get("join") != "geometric"
            any_value = value(field, wide, longest, entries, zero)
            given[key] = draw(st.just(field.default) | any_value if field.convention else any_value)
    if "points" in given and "points" not in chosen:
        _mend_points(given)
    if given.get("cycle_length") and "cycle_length" not in chosen:
        _mend_cycles(given, longest)
    try:
        return Design(**given)
    except DesignError as error:
        # The rounding of a decay from a high peak can lose an end just above 0.
        assume([finding.field for finding in error.findings] != ["cooldown"])
        raise


UNITS = st.sampled_from(["epochs", "steps"])
PHASES = {
    "overlap": st.sampled_from(["none", "none", "jump", "join", "multiply"]),
    "decay": st.sampled_from(list(SHAPES["decay"])),
    "warmup": st.sampled_from(["none", *SHAPES["warmup"]]),
    "cooldown": st.sampled_from(["none", *SHAPES["cooldown"]]),
    "join": st.sampled_from(["linear", "cosine", "geometric", "hold"]),
}


def _draw_time(draw: Any, unit: str, given: dict[str, Any], most: int) -> None:
    """The run's length, its steps in an epoch, and how often the rate changes."""
    epochs = unit == "epochs"
    per_epoch = st.integers(1, 20 if most < MOST_STEPS else draw(SIZES))
    given.setdefault("steps_per_epoch", draw(per_epoch))
    room = most // given["steps_per_epoch"] if epochs else most
    lengths = st.integers(1, room)
    given.setdefault(unit, draw(st.integers(1, min(room, 60)) | lengths))
    given.setdefault("update", draw(st.sampled_from(["epoch", "step"])) if epochs else "step")


SIZES = st.sampled_from([10, 1000, MOST_STEPS])


def _mend_cycles(given: dict[str, Any], longest: float) -> None:
    """Cycles of a given length: none shorter than the one before, and at most 200 of them."""
    if given.get("cycle_mult", 1) < 1:
        given["cycle_mult"] = 1.0
    given["cycle_length"] = max(given["cycle_length"], longest / 150)


def _mend_points(given: dict[str, Any]) -> None:
    """Points in order, none before the warmup's end."""
    waits = given["warmup"] != "none" and given["overlap"] == "none"
    first = given["warmup_length"] if waits else 0.0
    given["points"] = [(max(unit, first), rate) for unit, rate in sorted(given["points"])]


def value(field: Field, wide: bool, longest: float, entries: int, zero: bool) -> Any:
    """What one field takes; `zero` lets a rate be 0, `longest` is the most units."""

    def number(of: Number) -> Any:
        low, high = of.low, of.high
        if isinstance(of, Rate):
            rates = st.floats(1e-12, high) if wide else st.floats(1e-6, 1.0)
            return st.just(0.0) | rates if zero and not of.above else rates
        if of.measure == "units":
            high = min(high, longest)
            low = low if wide or not of.above else 0.1
            if high < low:
                return st.just(low)
        elif not wide:
            low, high = max(low, 0.01 if of.above else low), min(high, 12.0)
        plain = [n for n in (1.0, 2.0, 0.5, 3.0) if low < n <= high]
        anything = st.floats(low, high, exclude_min=of.above and low == of.low)
        return st.sampled_from(plain) | anything if plain else anything

    match field:
        case Name():
            return ANY_NAMES if wide else NAMES
        case Flag():
            return st.booleans()
        case Choice(options=options):
            return st.sampled_from(options)
        case Whole(low=low, high=high):
            return st.integers(low, high if wide else min(high, 6))
        case Number():
            return number(field)
        case Numbers(entry=entry, rising=True):
            # As many as the other list of the same shape: all different, then in order.
            several = st.lists(number(entry), min_size=entries, max_size=entries, unique=True)
            return several.map(sorted)
        case Numbers(entry=entry):
            return st.lists(number(entry), min_size=entries, max_size=entries)
        case Points(unit=unit, rate=rate):
            pair = st.tuples(number(unit), number(rate))
            return st.lists(pair, min_size=entries, max_size=entries)
    raise TypeError(f"no strategy for {type(field).__name__}")
