"""A design: what a person chose, checked."""

from lrlib.design.design import Design
from lrlib.design.finding import DesignError, Finding

__all__ = ["Design", "DesignError", "Finding"]
