"""What a formula may use beside arithmetic and `**`, for numbers and arrays."""

from types import SimpleNamespace

import numpy

NUMBERS = SimpleNamespace(
    cos=numpy.cos,
    sqrt=numpy.sqrt,
    exp=numpy.exp,
    log=numpy.log,
    maximum=numpy.maximum,
    minimum=numpy.minimum,
    power=numpy.power,
    pi=numpy.pi,
    let=lambda name, value: value,
)
