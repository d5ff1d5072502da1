"""Thirty presses, each of which breaks off the run before: no report of before falls back."""

import pytest

from pages.parts.session.echo import IN_FLIGHT, Echo


class Page:
    """A slider, a field that shows the same number, and the address that says it."""

    def __init__(self):
        self.number = 0
        self.address, self.slider, self.field = Echo(0), Echo(0), Echo(0)

    def run(self, report, now, broken):
        """One run, which the next press breaks off after `broken` of its four steps."""
        address, slider, field = report
        moved = self.slider.is_unheard(slider) or self.field.is_unheard(field)
        if self.address.is_news(address, now, moved):
            self.number = address
            self.address.take(address)
        for at, (echo, value) in enumerate([(self.slider, slider), (self.field, field)]):
            if broken == at:
                return None
            if value != echo.said:
                if not echo.is_news(value, now, moved):
                    continue
                self.number = value
            echo.take(value)
        for at, echo in enumerate((self.slider, self.field), 2):
            if broken == at:
                return None
            if echo.said != self.number:
                echo.give(self.number, now + IN_FLIGHT)
        if self.address.said != self.number:
            self.address.give(self.number)
        return self.number


@pytest.mark.parametrize("lag", [0.0, 0.03, 0.2, 0.5, 1.5])
@pytest.mark.parametrize(
    "pattern", [(4,), (0, 4), (1, 4), (2, 4), (3, 4), (1, 3, 2, 0), (3,), (2,)]
)
def test_thirty_presses_in_a_hurry_never_fall_back(lag, pattern):
    page, sent, now = Page(), [], 0.0
    for press in range(1, 31):
        now += 0.011 * press
        # Of the field and the address the browser knows what came to it in time.
        known = max((number for time, number in sent if time + lag <= now), default=0)
        number = page.run((known, press, known), now, pattern[press % len(pattern)])
        if number is not None:
            assert number == press
            sent.append((now, number))
        assert page.number in (press - 1, press)
    if number is None:  # a run that was broken off is followed by one with the same report
        assert page.run((known, 30, known), now + 0.01, 4) == 30
    assert (page.address.said, page.slider.said, page.field.said) == (30, 30, 30)
    # Then the browser knows, and Back is Back.
    assert page.run((30, 30, 30), now + 1, 4) == 30
    assert page.run((29, 30, 30), now + 9, 4) == 29
