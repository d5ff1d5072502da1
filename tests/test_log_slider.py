"""Rates on a logarithmic slider, by hand."""

import pytest

from lrlib.edit.log_slider import LARGEST, SMALLEST, ZERO, lowest, place_of, rate_of


@pytest.mark.parametrize(
    ("rate", "place"), [(1e-3, -3.0), (3e-4, -3.52), (1e-12, SMALLEST), (1e6, LARGEST)]
)
def test_a_rate_has_its_place(rate, place):
    assert place_of(rate, zero=False) == place_of(rate, zero=True) == place


@pytest.mark.parametrize(("place", "rate"), [(-3.0, 1e-3), (-3.5, 3.2e-4), (0.3, 2.0)])
def test_a_place_has_a_rate_of_two_digits(place, rate):
    assert rate_of(place, zero=False) == rate_of(place, zero=True) == rate


def test_zero_is_the_left_end_where_it_is_allowed():
    assert place_of(0.0, zero=True) == lowest(zero=True) == ZERO
    assert rate_of(ZERO, zero=True) == 0.0
    assert rate_of(SMALLEST, zero=True) == 1e-7
    assert lowest(zero=False) == SMALLEST
