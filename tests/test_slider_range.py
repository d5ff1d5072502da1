"""Where sliders run: always around the value, within what the field takes."""

import pytest
from hypothesis import given
from strategies import designs

from lrlib.edit.slider_range import length_range, number_range, run_range, whole_range
from lrlib.fields import Number, Rate, Whole


@pytest.mark.parametrize(
    ("length", "highest"), [(1, 10), (5, 10), (6, 20), (50, 100), (51, 200), (10**9, 2 * 10**9)]
)
def test_a_run_may_be_doubled(length, highest):
    assert run_range(length) == (1, highest, 1)


def test_a_part_goes_to_the_end_of_the_run():
    assert length_range(0, 50) == (0, 50, 1)
    assert length_range(1, 1) == (1, 2, 1)


@given(designs())
def test_a_slider_holds_its_value(design):
    for key, field in design.fields.items():
        value = design.chosen[key]
        if type(field) is Whole and key not in ("epochs", "steps", "steps_per_epoch"):
            low, high, _ = whole_range(field, value)
            assert low <= value <= high
        elif type(field) is Number and not isinstance(field, Rate) and field.measure != "units":
            low, high, step = number_range(field, value)
            assert low < high
            assert value <= high
            assert step < high - low
