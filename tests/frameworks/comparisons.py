"""Every schedule of another library that the curve is compared with, library by library."""

from comparisons_keras_optax import KERAS_OPTAX
from comparisons_torch import TORCH
from comparisons_transformers_timm import TRANSFORMERS_TIMM

COMPARISONS = [*KERAS_OPTAX, *TORCH, *TRANSFORMERS_TIMM]
