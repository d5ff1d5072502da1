"""Design, options -> what one should know of the code for Keras, the weightiest first.

tests/test_keras_clocks.py shows that each sentence is true; tests/benchmarks/cost.py
measures those about cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from lrlib.design import Design
from lrlib.targets.keras.refusal import MOST_STEPS
from lrlib.targets.keras.resume import CHECKPOINT, epochs_of_fit, resumed_step
from lrlib.targets.options import Options
from lrlib.targets.release import released_at

MOST = 4
SOME = "about a quarter of a millisecond"
LITTLE = "at most about a tenth of a millisecond"
STATE = "Load the optimizer's state with the weights: without it, its momentum starts anew."


def callback(design: Design, options: Options) -> Iterator[str]:
    """Up to four sentences about a callback."""
    of_update = _callback_per_step if design.update == "step" else _callback_per_epoch
    first = chain(_counted(design, options), _released(design, options))
    return islice(chain(first, of_update(design, options)), MOST)


def _released(design: Design, options: Options) -> Iterator[str]:
    """Where it lets go of the rate."""
    release = released_at(design, options)
    if release is not None:
        yield (
            f"It sets the rate for the last time at {design.update} {release:,}, where the warmup "
            "is over: from there on the rate is another callback's, such as ReduceLROnPlateau's."
        )


def _plateau(design: Design, options: Options) -> Iterator[str]:
    """What a callback that owns the rate takes from others."""
    if not options.get("release"):
        lets_go = "; the option release lets go of it after the warmup"
        warmup = lets_go * (design.spans["warmup"].ticks > 0)
        yield f"The rate is its alone: ReduceLROnPlateau beside it changes nothing{warmup}."


def _callback_per_epoch(design: Design, options: Options) -> Iterator[str]:
    yield "Adds about nothing to a step."
    yield from _begin(design, options)
    if options.get("accumulate"):
        yield (
            "An update whose batches lie in two epochs trains with the later epoch's rate: "
            f"let the number of batches be a multiple of {options['accumulate']}."
        )
    yield from _adafactor(options)
    yield from _plateau(design, options)


def _callback_per_step(design: Design, options: Options) -> Iterator[str]:
    yield (
        f"Adds {SOME} to a step on TensorFlow and JAX, where a Keras schedule adds {LITTLE}; "
        "about nothing on Torch."
    )
    yield from _begin(design, options)
    batches = design.steps_per_epoch * options.get("accumulate", 1)
    each = "batches" if options.get("accumulate") else "steps"
    yield (
        f"It refuses an epoch of more or fewer than {batches:,} {each}, "
        "and a model with steps_per_execution above 1."
    )
    yield from _adafactor(options)
    yield from _plateau(design, options)
    yield "A step that mixed_float16 skips counts like any other."


def _begin(design: Design, options: Options) -> Iterator[str]:
    """Where a callback begins."""
    if options.get("resume"):
        unit = design.clock.unit.removesuffix("s")
        yield f"It starts at {unit} {options['resume']:,}, with or without initial_epoch."
        yield STATE
    else:
        yield (
            "Each fit() begins the curve anew, that of a loaded model too; "
            "fit(initial_epoch=n) begins at epoch n."
        )


def schedule(design: Design, options: Options) -> Iterator[str]:
    """Up to four sentences about a schedule."""
    return islice(chain(_counted(design, options), _schedule(design, options)), MOST)


def _counted(design: Design, options: Options) -> Iterator[str]:
    """Where the optimizer's count of batches ends before the run does."""
    batches = design.clock.steps * options.get("accumulate", 1)
    if batches > MOST_STEPS:
        yield (
            f"On JAX and Torch Keras counts batches to {MOST_STEPS:,}, and this run has "
            f"{batches:,}: accumulate fewer there."
        )


def _schedule(design: Design, options: Options) -> Iterator[str]:
    yield f"Adds {LITTLE} to a step on TensorFlow and JAX, a quarter on Torch."
    if options.get("resume"):
        yield "The count that is assigned makes the rate right, whatever was restored before."
        yield STATE
    else:
        yield (
            "It is saved with the model: a second fit() and a loaded model go on with the "
            "curve, whatever initial_epoch says; a new compile() begins it anew."
        )
    if options.get("accumulate"):
        yield (
            "Keras counts batches, this schedule updates: the optimizer needs "
            f"gradient_accumulation_steps={options['accumulate']}."
        )
    yield from _adafactor(options)
    yield (
        "The rate is its alone: ReduceLROnPlateau, or a callback that sets the rate, "
        "ends in a TypeError."
    )
    yield "A step that mixed_float16 skips does not count."


def _adafactor(options: Options) -> Iterator[str]:
    if options.get("optimizer") == "adafactor":
        yield "Adafactor never trains with more than 1 / sqrt(update), whatever the rate."


def program(design: Design, options: Options) -> Iterator[str]:
    """What to know of a whole program."""
    begin = resumed_step(design, options)
    steps = len(epochs_of_fit(design, options)) * design.steps_per_epoch
    which = f"the {steps:,} steps from step {begin:,} on" if begin else f"all {steps:,} steps"
    yield (
        f"Runs {which} of the design on data that it makes itself; "
        "put your data and model in their places."
    )
    if begin:
        yield (
            f"Loads {CHECKPOINT} where it is there: save it with the optimizer's state, "
            "or its momentum starts anew."
        )
    if design.clock.steps < begin + steps:
        yield (
            f"The run ends after {design.clock.steps:,} steps; "
            "the rest of the last epoch keeps the final rate."
        )
    yield from _adafactor(options)
