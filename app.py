"""The bare address: the designer."""

from pages.parts import designer, frame, script

with frame.page(first=script.run):
    designer.show()
