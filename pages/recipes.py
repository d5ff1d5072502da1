"""Published schedules as cards; each is a permanent link into the designer."""

from pages.parts.frame import page as frame
from pages.parts.recipes import cards

with frame.page("Recipes"):
    cards.show()
