"""Published schedules as cards; each is a permanent link into the designer."""

from pages.parts import cards
from pages.parts.frame.page import page as frame

with frame.page("Recipes"):
    cards.show()
