"""Every shape in Optax, under jit and under scan: the rate of each update.

The gradient of update t is the unit vector e_t, so after SGD weight t is minus the rate of
update t.
"""

import jax
import jax.numpy as jnp
import numpy
import optax
import pytest
from every_design import DESIGNS, epochs, tolerance, wanted
from every_shape import every_long_shape
from pasted import run, usage

from lrlib import Design, code, curve
from lrlib.curves import jumps
from lrlib.targets.optimizers import OPTIMIZERS

LONG_DESIGNS = every_long_shape()
DESIGN = Design(epochs=8, steps_per_epoch=3, update="step", peak_lr=0.3, end_lr=0.1)
UPDATES = {"step": DESIGN, "epoch": DESIGN.replace(update="epoch")}


def schedule(design):
    return run(code(design, "optax"))["schedule"]


def step_of(optimizer):
    """One update, as people write it: weights and state in, weights and state out."""

    def step(carried, gradient):
        weights, state = carried
        change, state = optimizer.update(gradient, state, weights)
        return (optax.apply_updates(weights, change), state), None

    return step


def scanned(optimizer, rows, state=None):
    """The rates of these updates, in one compiled scan, and the state after it."""
    weights = jnp.zeros(rows.shape[1])
    carried = weights, optimizer.init(weights) if state is None else state
    (weights, state), _ = jax.jit(lambda c: jax.lax.scan(step_of(optimizer), c, rows))(carried)
    return -numpy.asarray(weights, "float64"), state


def stepped(optimizer, rows):
    """The rates of these updates, each one call of a compiled function."""
    weights = jnp.zeros(rows.shape[1])
    carried, step = (weights, optimizer.init(weights)), jax.jit(step_of(optimizer))
    for row in rows:
        carried, _ = step(carried, row)
    return -numpy.asarray(carried[0], "float64")


@pytest.mark.parametrize("name", DESIGNS)
@pytest.mark.parametrize("train", [lambda *given: scanned(*given)[0], stepped], ids=["scan", "jit"])
def test_it_trains_with_the_curve(name, train):
    design = DESIGNS[name]
    steps = epochs(design) * design.steps_per_epoch
    applied = train(optax.sgd(schedule(design)), numpy.eye(steps, dtype="float32"))
    assert abs(applied - wanted(design, steps)).max() <= tolerance(design)


@pytest.mark.parametrize("name", LONG_DESIGNS)
def test_a_billion_steps_keep_every_edge(name):
    design = LONG_DESIGNS[name]
    optimizer = optax.sgd(schedule(design))
    start = optimizer.init(jnp.zeros(5))
    step = jax.jit(lambda c: jax.lax.scan(step_of(optimizer), c, jnp.eye(5)))
    for edge in [*jumps(design), design.ticks]:
        ticks = numpy.arange(edge - 2, edge + 3)
        state = optax.tree.set(start, count=jnp.int32(ticks[0]))
        (weights, _), _ = step((jnp.zeros(5), state))
        difference = abs(-numpy.asarray(weights, "float64") - curve(design, ticks))
        assert difference.max() <= tolerance(design)


@pytest.mark.parametrize("name", DESIGNS)
def test_it_is_the_same_where_jax_computes_in_float64(name):
    design = DESIGNS[name]
    steps = epochs(design) * design.steps_per_epoch
    with jax.enable_x64(True):
        rates = jax.jit(jax.vmap(schedule(design)))(jnp.arange(steps))
        assert rates.dtype == jnp.float32
    assert abs(numpy.asarray(rates, "float64") - wanted(design, steps)).max() <= tolerance(design)


@pytest.mark.parametrize("update", UPDATES)
def test_injected_hyperparameters_show_the_rate(update):
    design = UPDATES[update]
    optimizer = optax.inject_hyperparams(optax.sgd)(learning_rate=schedule(design))
    weights = jnp.zeros(3)
    state, seen = optimizer.init(weights), []
    for _ in range(24):
        _, state = jax.jit(optimizer.update)(jnp.ones(3), state)
        seen.append(float(state.hyperparams["learning_rate"]))
    assert seen == pytest.approx(wanted(design, 24), rel=1e-6)


def made(text, line=0):
    """The optimizer of one of the usage lines, with SGD for Adam."""
    lines = [line for paragraph in usage(text) for line in paragraph if "optimizer =" in line]
    source = lines[line].replace("optax.adam(", "optax.sgd(")
    return run(f"{text}\n{source}\n", optax=optax)["optimizer"]


@pytest.mark.parametrize("update", UPDATES)
def test_accumulated_batches_count_as_one_update(update):
    design = UPDATES[update]
    optimizer = made(code(design, "optax", accumulate=4))
    applied, _ = scanned(optimizer, numpy.repeat(numpy.eye(24, dtype="float32"), 4, axis=0))
    assert applied == pytest.approx(wanted(design, 24), rel=1e-6)


@pytest.mark.parametrize("accumulate", [1, 4])
@pytest.mark.parametrize("update", UPDATES)
def test_a_resumed_run_goes_on_with_the_curve_with_or_without_its_state(update, accumulate):
    design = UPDATES[update]
    text = code(design, "optax", resume=5, accumulate=accumulate)
    rows = numpy.repeat(numpy.eye(24, dtype="float32"), accumulate, axis=0)
    before, after = rows[: 15 * accumulate], rows[15 * accumulate :]
    _, saved = scanned(made(text, 0), before)
    for applied, _ in (scanned(made(text, 0), after, saved), scanned(made(text, 1), after)):
        assert applied[15:] == pytest.approx(wanted(design, 24)[15:], rel=1e-6)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_of_the_page_takes_it(name):
    optimizer = made(code(DESIGN, "optax", optimizer=name))
    weights = jnp.ones(3)
    state = optimizer.init(weights)
    change, _ = jax.jit(optimizer.update)(jnp.ones(3), state, weights)
    assert (numpy.asarray(change) < 0).all()
