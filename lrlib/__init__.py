"""Learning-rate schedules: a design, its curve, its code and its link."""

from lrlib import link
from lrlib.curves import curve
from lrlib.design import Design
from lrlib.design.finding import DesignError, Finding
from lrlib.targets import code

__all__ = ["Design", "DesignError", "Finding", "code", "curve", "link"]
