"""Published schedules as cards; each is a permanent link into the designer."""

from pages.parts.frame.page import page
from pages.parts.recipes import cards

with page("Recipes"):
    cards.show()
