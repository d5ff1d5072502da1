"""Every shape in a real PyTorch loop: the usage lines as printed, and the rate of each step.

The gradient of step t is the unit vector e_t, so after SGD in float64 weight t is minus the
rate of step t.
"""

from itertools import pairwise

import numpy
import pytest
import torch
from every_design import DESIGNS, epochs, highest, wanted
from every_shape import every_long_shape
from pasted import run, usage

from lrlib import Design, code, curve
from lrlib.curves import jumps

LONG_DESIGNS = every_long_shape()
DESIGN = Design(epochs=8, steps_per_epoch=3, update="step", peak_lr=0.3, end_lr=0.1)
UPDATES = {"step": DESIGN, "epoch": DESIGN.replace(update="epoch")}


class Weights(torch.nn.Module):
    """One weight a step."""

    def __init__(self, steps):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(steps, dtype=torch.float64))

    def forward(self, step):
        return self.weight[step]

    @property
    def rates(self):
        return -self.weight.detach().numpy()


def built(text, model, saved=None):
    """The optimizer and the scheduler that the usage lines make, with SGD for Adam."""
    lines = usage(text)[0]
    made = [line for line in lines if saved or "load_state_dict" not in line]
    assert made[-1].startswith("scheduler.step()")
    source = "\n".join(made[:-1]).replace("torch.optim.Adam", "torch.optim.SGD")
    names = run(f"{text}\n{source}\n", torch=torch, model=model, saved=saved)
    return names["optimizer"], names["scheduler"]


def train(model, optimizer, scheduler, design, steps, accumulate=1):
    """A loop as people write it, over these steps; `accumulate` batches in each."""
    for step in steps:
        for _ in range(accumulate):
            (model(step) / accumulate).backward()
        optimizer.step()
        optimizer.zero_grad()
        if design.update == "step" or (step + 1) % design.steps_per_epoch == 0:
            scheduler.step()


@pytest.mark.parametrize("name", DESIGNS)
def test_it_trains_with_the_curve(name):
    design = DESIGNS[name]
    steps = epochs(design) * design.steps_per_epoch
    model = Weights(steps)
    train(model, *built(code(design, "pytorch"), model), design, range(steps))
    assert abs(model.rates - wanted(design, steps)).max() <= 1e-12 * highest(design)


@pytest.mark.parametrize("name", LONG_DESIGNS)
def test_a_billion_steps_keep_every_edge(name):
    # Each window as a run that goes on there: the scheduler is built for it by its usage lines.
    design = LONG_DESIGNS[name]
    for edge in [*jumps(design), design.ticks]:
        ticks = numpy.arange(edge - 2, edge + 3)
        model = Weights(len(ticks))
        optimizer, scheduler = resumed(design, model, int(ticks[0]))
        train(model, optimizer, scheduler, design, range(len(ticks)))
        assert abs(model.rates - curve(design, ticks)).max() <= 1e-12 * highest(design)


def resumed(design, model, step):
    """As `built`, for a run that goes on at this step of a run of steps."""
    return built(code(design, "pytorch", resume=step), model)


@pytest.mark.parametrize("update", UPDATES)
def test_a_resumed_run_goes_on_with_the_curve_with_or_without_its_state(update):
    design = UPDATES[update]
    model = Weights(24)
    optimizer, scheduler = built(code(design, "pytorch"), model)
    train(model, optimizer, scheduler, design, range(15))
    saved = {"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}
    for state in (saved, None):
        again = Weights(24)
        made = built(code(design, "pytorch", resume=5), again, state)
        train(again, *made, design, range(15, 24))
        expected = wanted(design, 24)
        assert abs(again.rates[15:] - expected[15:]).max() <= 1e-12
        assert (again.rates[:15] == 0).all()


@pytest.mark.parametrize("update", UPDATES)
def test_accumulated_batches_count_as_one_step(update):
    design = UPDATES[update]
    text = code(design, "pytorch", accumulate=4)
    assert ("once in 4 batches" in text) == (update == "step")
    model = Weights(24)
    train(model, *built(text, model), design, range(24), accumulate=4)
    assert abs(model.rates - wanted(design, 24)).max() <= 1e-12


def test_every_parameter_group_follows_the_curve_from_its_own_rate():
    model = Weights(24)
    names = run(code(DESIGN, "pytorch"))
    group = {"params": model.parameters(), "lr": 2 * names["PEAK_LR"]}
    optimizer = torch.optim.SGD([group])
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, names["lr_lambda"])
    train(model, optimizer, scheduler, DESIGN, range(24))
    assert model.rates == pytest.approx(2 * wanted(DESIGN, 24), rel=1e-12)


def test_the_rates_of_a_falling_curve_fall():
    """The probe sees a rate that is wrong: a scheduler that is never called keeps the first."""
    model = Weights(24)
    optimizer, _ = built(code(DESIGN, "pytorch"), model)
    for step in range(24):
        model(step).backward()
        optimizer.step()
        optimizer.zero_grad()
    assert model.rates == pytest.approx([0.3] * 24)
    assert all(later < earlier for earlier, later in pairwise(wanted(DESIGN, 24)))
