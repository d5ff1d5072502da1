"""Published schedules."""

from pages.parts import frame

with frame.page("Recipes"):
    pass
