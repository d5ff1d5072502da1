"""Published schedules as cards; each is a permanent link into the designer."""

from pages.parts.frame import page
from pages.parts.recipes import cards

with page.page("Recipes"):
    cards.show()
