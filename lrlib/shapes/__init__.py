"""The tables of shapes and of phases: phase -> name -> shape, phase -> its length and rates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape
from lrlib.shapes.constant import Constant
from lrlib.shapes.cosine import Cosine
from lrlib.shapes.cosine_restarts import CosineRestarts
from lrlib.shapes.exponential import Exponential
from lrlib.shapes.exponential_warmup import ExponentialWarmup
from lrlib.shapes.geometric import Geometric
from lrlib.shapes.half_cosine import HalfCosine
from lrlib.shapes.inverse_sqrt import InverseSqrt
from lrlib.shapes.inverse_time import InverseTime
from lrlib.shapes.linear import Linear
from lrlib.shapes.logarithmic import Logarithmic
from lrlib.shapes.one_minus_sqrt import OneMinusSqrt
from lrlib.shapes.piecewise import Piecewise
from lrlib.shapes.points import Points
from lrlib.shapes.polynomial import Polynomial
from lrlib.shapes.polynomial_warmup import PolynomialWarmup
from lrlib.shapes.rex import Rex
from lrlib.shapes.sine import Sine
from lrlib.shapes.step import Step
from lrlib.shapes.triangular import Triangular

SHAPES: dict[str, dict[str, type[Shape]]] = {
    "warmup": {
        "linear": Linear,
        "cosine": HalfCosine,
        "polynomial": PolynomialWarmup,
        "sine": Sine,
        "logarithmic": Logarithmic,
        "exponential": ExponentialWarmup,
    },
    "decay": {
        "constant": Constant,
        "linear": Linear,
        "cosine": Cosine,
        "polynomial": Polynomial,
        "one_minus_sqrt": OneMinusSqrt,
        "rex": Rex,
        "geometric": Geometric,
        "exponential": Exponential,
        "inverse_time": InverseTime,
        "inverse_sqrt": InverseSqrt,
        "step": Step,
        "piecewise": Piecewise,
        "cosine_restarts": CosineRestarts,
        "triangular": Triangular,
        "points": Points,
    },
    "cooldown": {
        "linear": Linear,
        "cosine": HalfCosine,
        "polynomial": Polynomial,
        "one_minus_sqrt": OneMinusSqrt,
        "geometric": Geometric,
    },
}


@dataclass(frozen=True)
class Kind:
    """What is known of one of the four phases, whatever its shape."""

    length: str  # the link key of its length; empty where it takes what the others leave
    start: str  # the rate where it starts: a link key, or what generated code calls it
    end: str  # the rate where it ends
    prefix: str = ""  # what a link puts before the parameters of its shape
    strides: bool = False  # it may change once an epoch while the rest changes each step


# In the order of the run.
PHASES = {
    "warmup": Kind("warmup_length", "init_lr", "peak_lr", "warmup_"),
    "hold": Kind("hold_length", "peak_lr", "peak_lr", "hold_"),
    "decay": Kind("", "peak_lr", "end_lr", strides=True),
    "cooldown": Kind("cooldown_length", "cooldown_lr", "final_lr", "cooldown_", strides=True),
}
# The order in which they take their ticks: what is left is the decay's.
CLAIMS = ("warmup", "hold", "cooldown")


def prefix(phase: str) -> str:
    """What a link puts before the parameters of this phase's shape."""
    return PHASES[phase].prefix


def build_shape(phase: str, values: Mapping[str, Any]) -> Shape:
    """The shape of one phase with its parameters; a phase without a shape is constant."""
    name = values.get(phase, "none")
    if name == "none":
        return Constant()
    shape = SHAPES[phase][name]
    return shape(**{key: values[prefix(phase) + key] for key in shape.parameters()})
