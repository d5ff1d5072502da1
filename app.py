"""The bare address: the designer."""

from pages.parts import designer
from pages.parts.frame import page as frame
from pages.parts.frame import script

with frame.page(first=script.run):
    designer.show()
