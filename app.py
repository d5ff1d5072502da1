"""The bare address: the designer."""

from pages.parts import designer, frame

with frame.page():
    designer.show()
