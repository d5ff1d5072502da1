"""SHAPES -> small designs that use each shape, and each choice its formula branches on."""

from collections.abc import Iterator

from lrlib import Design
from lrlib.edit.choose import choose
from lrlib.shapes import SHAPES, prefix

EPOCHS, STEPS_PER_EPOCH = 24, 3


def every_shape(update: str) -> dict[str, Design]:
    """Small designs by a readable name; each has warmup, hold, decay and cooldown."""
    return _designs(
        _base(
            epochs=EPOCHS,
            steps_per_epoch=STEPS_PER_EPOCH,
            update=update,
            warmup_length=5,
            hold_length=2,
            cooldown_length=4,
        )
    )


def every_long_shape() -> dict[str, Design]:
    """The same over a billion steps, with edges beyond the whole numbers of float32."""
    lengths = {"warmup_length": 5e7 + 1, "hold_length": 2e7 + 3, "cooldown_length": 2e8 + 7}
    return _designs(_base(steps=10**9, **lengths))


def _base(**lengths: float | str) -> Design:
    return Design(
        peak_lr=0.3,
        warmup="linear",
        init_lr=0.01,
        decay="cosine",
        end_lr=0.02,
        cooldown="linear",
        final_lr=0.001,
        **lengths,
    )


def _designs(base: Design) -> dict[str, Design]:
    return {
        name: design
        for phase, shapes in SHAPES.items()
        for shape in shapes
        for name, design in _choices(choose(base, phase, shape), phase, shape)
    }


def _choices(design: Design, phase: str, shape: str) -> Iterator[tuple[str, Design]]:
    """The design, then once with each other value of each flag and choice."""
    yield f"{phase}-{shape}", design
    for key, field in SHAPES[phase][shape].parameters().items():
        link_key = prefix(phase) + key
        for value in field.variants() if field.branches else ():
            if value != design.chosen[link_key]:
                yield f"{phase}-{shape}-{key}-{value}", design.replace(**{link_key: value})
