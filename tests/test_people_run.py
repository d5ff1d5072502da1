"""The functions that people run, each beside the link that is the same curve."""

import functions_people_run as run
import numpy
import pytest

from lrlib import curve, link

# A link -> the function that it is, and the lengths that both are tried at. {n} is the run's
# length in ticks, {epochs} the same in epochs of 100, {tenth} a tenth of it, {up} and {rest} the
# ticks of a OneCycleLR's first and last phase.
SAME = {
    "epochs={n}&peak_lr=4e-4&warmup=linear&warmup_length=5&init_lr=1e-5"
    "&decay=exponential&decay_rate=0.8&end_lr=1e-5&floor=towards": (run.kaggle_tpu, [20, 25, 61]),
    "epochs={epochs}&steps_per_epoch=100&update=step&peak_lr=0.025&warmup=linear&warmup_length=5"
    "&init_lr=0.0025&overlap=join&decay=cosine": (run.slowfast, [3000, 700, 19_600]),
    "epochs={n}&peak_lr=1e-3&warmup=linear&warmup_length=5&init_lr=1e-6&overlap=jump"
    "&decay=cosine&end_lr=1e-5": (run.timm_cosine, [30, 300, 97]),
    "steps={n}&peak_lr=2e-5&warmup=linear&warmup_length={tenth}&overlap=jump&decay=linear": (
        run.bert,
        [100, 1000, 343],
    ),
    "epochs=30&steps_per_epoch=625&update=step&peak_lr=0.128&warmup=linear&warmup_length=5"
    "&overlap=jump&decay=exponential&decay_rate=0.97&decay_length=2.4&staircase=true": (
        run.efficientnet(625),
        [18_750],
    ),
    "epochs={epochs}&steps_per_epoch=100&update=step&peak_lr=0.01&warmup=linear&warmup_length=3"
    "&overlap=multiply&decay=linear&end_lr=1e-4&decay_update=epoch": (
        run.ultralytics,
        [1000, 10_000, 9700],
    ),
    "steps={n}&peak_lr=5e-4&warmup=sine&warmup_length=25&init_lr=5e-6&overlap=multiply"
    "&decay=geometric&end_lr=5e-6": (run.jaxnerf, [100, 1000, 997]),
    "epochs={n}&peak_lr=1e-3&warmup=linear&warmup_length=5&decay=cosine&end_lr=1e-5"
    "&reach_end=true": (run.cosine_to_the_last, [20, 100, 37]),
    "steps={n}&peak_lr=6e-4&warmup=linear&warmup_length=20&warmup_from=1"
    "&decay=cosine&end_lr=6e-5": (run.from_one, [100, 1000, 729]),
    "steps={n}&peak_lr=3e-4&warmup=linear&warmup_length=20&warmup_from=1&decay=constant"
    "&cooldown=linear&cooldown_length=30&final_lr=3e-5": (run.torchtitan, [100, 1000, 729]),
    "steps={n}&peak_lr=1&warmup=cosine&warmup_length={up}&init_lr=0.04&decay=cosine&end_lr=4e-6"
    "&reach_end=true": (run.one_cycle(2), [100, 1000, 730]),
    "steps={n}&peak_lr=1&warmup=cosine&warmup_length={up}&init_lr=0.04&decay=cosine&end_lr=0.04"
    "&cooldown=cosine&cooldown_length={rest}&final_lr=4e-6&reach_end=true": (
        run.one_cycle(3),
        [100, 1000, 730],
    ),
    "steps={n}&peak_lr=1&warmup=linear&warmup_length=10&decay=cosine_restarts&cycles=3": (
        run.hard_restarts(10, 3),
        [100, 1000, 733],
    ),
    "steps={n}&peak_lr=6e-3&decay=triangular&end_lr=1e-3&cycle_decay=0.5&cycle_length=50": (
        run.triangular2,
        [100, 1000, 729],
    ),
    "steps={n}&peak_lr=1e-3&decay=cosine_restarts&end_lr=1e-4&cycle_decay=0.5&cycle_length=250": (
        run.keras_restarts,
        [750, 1000, 997],
    ),
}
CASES = [(key, function, n) for key, (function, lengths) in SAME.items() for n in lengths]
HARD = "steps=1000&peak_lr=1&warmup=linear&warmup_length=37&decay=cosine_restarts&cycles=7"
ONE_CYCLE = "steps=729&peak_lr=1&warmup=cosine&warmup_length=218&init_lr=0.04&decay=cosine"
DEEPSPEED = "steps=200&peak_lr=1e-3&warmup=logarithmic&warmup_length={}&decay=constant"
EFFICIENTNET = (
    "epochs=30&steps_per_epoch=1251&update=step&peak_lr=0.128&warmup=linear&warmup_length=5"
    "&overlap=jump&decay=exponential&decay_rate=0.97&decay_length=2.4&staircase=true"
)


def rates(text, function, n):
    """The curve of a link and the function's own rates, over a run of n ticks."""
    up = round(0.3 * n) - 1
    named = {"n": n, "epochs": n // 100, "tenth": n // 10, "up": up, "rest": n - 2 * up}
    design, problems = link.read(text.format(**named))
    assert problems == []
    assert design.ticks == n
    lr = function(n)
    return curve(design), numpy.array([lr(k) for k in range(n)])


@pytest.mark.parametrize(("text", "function", "n"), CASES)
def test_the_link_is_the_function(text, function, n):
    ours, theirs = rates(text, function, n)
    assert abs(ours - theirs).max() <= 1e-12 * theirs.max()


@pytest.mark.parametrize(
    ("function", "n", "tick", "rate"),
    [
        (run.kaggle_tpu, 25, 19, 2.715e-5),
        (run.slowfast, 3000, 1242, 0.01584),
        (run.keras_restarts, 750, 0, 1e-3),
        (run.keras_restarts, 750, 250, 5.5e-4),
        (run.keras_restarts, 750, 500, 3.25e-4),
        (run.cosine_to_the_last, 20, 19, 1e-5),
        (run.from_one, 100, 0, 3e-5),
    ],
)
def test_figures_that_people_know(function, n, tick, rate):
    text = next(key for key, (known, _lengths) in SAME.items() if known is function)
    ours, _theirs = rates(text, function, n)
    assert ours[tick] == pytest.approx(rate, rel=1e-3)


@pytest.mark.parametrize("n", [100, 1000, 729])
def test_triangular2_never_falls_below_the_base(n):
    text = next(key for key, (known, _lengths) in SAME.items() if known is run.triangular2)
    assert rates(text, run.triangular2, n)[0].min() == 1e-3


def test_transformers_restarts_on_the_next_step_where_a_cut_is_not_whole():
    ours, theirs = rates(HARD, run.hard_restarts(37, 7), 1000)
    risen = [list(numpy.flatnonzero(numpy.diff(found[37:]) > 0.5) + 38) for found in (ours, theirs)]
    assert risen[0] == [175, 312, 450, 587, 725, 862]
    assert risen[1] == [175, 313, 450, 588, 725, 863]
    apart = abs(ours - theirs)
    assert list(numpy.flatnonzero(apart > 0.01)) == [312, 587, 862]
    assert numpy.delete(apart, [312, 587, 862]).max() == pytest.approx(0.00283, abs=1e-5)


def test_one_cycle_turns_between_two_steps_where_its_part_is_not_whole():
    ours, theirs = rates(ONE_CYCLE + "&end_lr=4e-6&reach_end=true", run.one_cycle(2), 729)
    assert abs(ours - theirs).max() == pytest.approx(0.0012, abs=1e-5)


@pytest.mark.parametrize("warmup", [10, 100, 97])
def test_deepspeed_trains_two_updates_at_the_minimum_and_is_one_late_from_there(warmup):
    ours, theirs = rates(DEEPSPEED.format(warmup), run.deepspeed_log(warmup), 200)
    assert list(theirs[:2]) == [0, 0]
    assert ours[1] == pytest.approx(1e-3 * numpy.log(2) / numpy.log(warmup))
    assert abs(ours[:-1] - theirs[1:]).max() <= 1e-15


def test_efficientnet_drops_later_where_its_length_is_not_whole():
    # 2.4 epochs of 1,251 are 3,002.4 updates there, 3,002 here: drops 3 to 12 are 2 to 5 late.
    ours, theirs = rates(EFFICIENTNET, run.efficientnet(1251), 37_530)
    late = abs(ours - theirs) > 1e-12
    assert late.sum() == 34
    assert ours[late] == pytest.approx(0.97 * theirs[late])
