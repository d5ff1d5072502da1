"""Published schedules as cards; each is a permanent link into the designer."""

from pages.parts import cards, frame

with frame.page("Recipes"):
    cards.show()
