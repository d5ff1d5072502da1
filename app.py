"""The bare address: the designer."""

from pages.parts import designer
from pages.parts.frame.page import page as frame
from pages.parts.frame.page import script

with frame.page(first=script.run):
    designer.show()
