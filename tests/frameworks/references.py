"""A call of another library, as text -> the rates of its schedule, in float64."""

import importlib.util
import os
import sys
import types
from collections.abc import Callable
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import jax
import keras
import numpy
import optax
import torch
import transformers


def by_keras(call: str, count: int) -> list[float]:
    """What the optimizer takes for its first steps: float32, as Keras is."""
    schedule = eval(call, dict(vars(keras.optimizers.schedules)))
    return [float(schedule(step)) for step in range(count)]


def by_keras_in_float64(call: str, count: int) -> list[float]:
    """The same with rates of float64: Keras computes in the type of the rates."""

    def in_float64(value: Any) -> Any:
        if isinstance(value, list):
            return list(map(in_float64, value))
        return numpy.float64(value) if isinstance(value, float) else value

    def wrapped(schedule: Any) -> Callable[..., Any]:
        return lambda *given, **named: schedule(
            *in_float64(list(given)), **{key: in_float64(value) for key, value in named.items()}
        )

    classes = vars(keras.optimizers.schedules).items()
    schedule = eval(call, {name: wrapped(found) for name, found in classes})
    return [float(schedule(step)) for step in range(count)]


def by_optax(call: str, count: int) -> list[float]:
    """What an optimizer takes for its first updates."""
    with jax.enable_x64(True):
        schedule = eval(call, dict(vars(optax)))
        return list(map(float, jax.vmap(schedule)(jax.numpy.arange(count))))


def by_torch(call: str, count: int) -> list[float]:
    """What an optimizer of rate 1 trains with, the scheduler called after each step."""
    return _stepped(call, vars(torch.optim.lr_scheduler), count, False)


def by_transformers(call: str, count: int) -> list[float]:
    """The same, of what get_scheduler gives."""
    return _stepped(call, {"get_scheduler": transformers.get_scheduler}, count, False)


def by_timm(call: str, count: int) -> list[float]:
    """What timm's training script trains each epoch with: it calls step(epoch + 1) after it."""
    return _stepped(call, vars(_timm_schedulers()), count, True)


def _stepped(call: str, names: dict[str, Any], count: int, numbered: bool) -> list[float]:
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    scheduler = eval(call, {**names, "optimizer": optimizer})
    rates = []
    for step in range(count):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step(step + 1) if numbered else scheduler.step()
    return rates


def _timm_schedulers() -> Any:
    """timm.scheduler, without the models that importing timm itself would load."""
    if "timm" not in sys.modules:
        package = types.ModuleType("timm")
        package.__path__ = list(importlib.util.find_spec("timm").submodule_search_locations)
        sys.modules["timm"] = package
    import timm.scheduler

    return timm.scheduler


LIBRARIES = {
    "keras": by_keras,
    "optax": by_optax,
    "torch": by_torch,
    "transformers": by_transformers,
    "timm": by_timm,
}
