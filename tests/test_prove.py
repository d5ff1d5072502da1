"""Which steps a proof trains, what it says of their rates, and what the process guards."""

import dataclasses
import itertools
import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy
import pytest
from every_shape import every_long_shape

from lrlib import Design, code, curve
from lrlib.__main__ import main
from lrlib.curves import jumps
from lrlib.prove import MissingError, ProofError, plan, provable
from lrlib.prove.plan import MOST_STEPS
from lrlib.prove.process import Process
from lrlib.prove.report import judge, tolerance
from lrlib.targets import TARGETS

SHORT = Design(epochs=6, steps_per_epoch=5, warmup="linear", warmup_length=2)
ROOT = Path(__file__).parents[1]
STARTER = """
import dataclasses
from lrlib import Design
from lrlib.prove import plan
from lrlib.prove.process import Process
job = dataclasses.replace(plan(Design(), "pytorch", {}), text="import time; time.sleep(60)")
process = Process(job)
for message in process.messages():
    print(process.pid, flush=True)
"""
EASY = Design(epochs=100, steps_per_epoch=1000, decay="step")  # that every target has code for
LONG = {
    "per step": Design(steps=10**6, steps_per_epoch=1000, warmup="linear", warmup_length=1000),
    "per epoch": Design(epochs=100, steps_per_epoch=1000, warmup="linear", warmup_length=10),
    "many epochs": Design(epochs=10**5, steps_per_epoch=10**4, warmup="linear", warmup_length=99),
}

PROVABLE = [name for name, target in TARGETS.items() if target.proof]


def follows(target, design, **options):
    """Whether this target has code for the design; only a built-in schedule may have none."""
    try:
        code(design, target, **options)
    except ValueError:
        assert target == "keras-builtin"
        return False
    return True


LONG_CASES = [
    (target, name)
    for target, name in itertools.product(PROVABLE, LONG)
    if follows(target, LONG[name])
]


def test_what_trains_is_provable():
    assert set(PROVABLE) >= {"keras-callback", "keras-schedule", "pytorch", "optax"}
    assert all(map(provable, PROVABLE))
    assert {target for target, _ in LONG_CASES} == set(PROVABLE)


@pytest.mark.parametrize("target", PROVABLE)
@pytest.mark.parametrize("update", ["epoch", "step"])
def test_every_step_of_a_short_run_is_trained(target, update):
    job = plan(SHORT.replace(update=update), target, {})
    assert job.steps().tolist() == list(range(30))
    assert job.trained == 30
    assert job.defines in job.text


@pytest.mark.parametrize(("target", "name"), LONG_CASES)
def test_a_long_run_is_trained_on_both_sides_of_every_edge(target, name):
    design = LONG[name]
    steps = plan(design, target, {}).steps().tolist()
    per_tick = design.clock.steps_per_tick
    ticks = {step // per_tick for step in steps}
    for edge in jumps(design):
        assert {edge - 1, edge, edge + 1} <= ticks
    assert {0, design.ticks - 1} <= ticks
    assert steps == sorted(set(steps))
    assert len(steps) <= MOST_STEPS


@pytest.mark.parametrize("name", every_long_shape())
def test_a_billion_steps_stay_few(name):
    steps = plan(every_long_shape()[name], "keras-schedule", {}).steps()
    assert 400 < len(steps) <= MOST_STEPS
    assert steps[-1] == 10**9 - 1


def test_a_step_counter_sees_the_first_and_last_step_of_a_long_epoch():
    steps = plan(LONG["per epoch"], "optax", {}).steps().tolist()
    assert steps[:4] == [0, 999, 1000, 1999]
    assert len(steps) == 200


@pytest.mark.parametrize("target", PROVABLE)
@pytest.mark.parametrize("update", ["epoch", "step"])
def test_a_resumed_run_is_trained_from_there(target, update):
    job = plan(SHORT.replace(update=update), target, {"resume": 4})
    assert job.steps().tolist() == list(range(20, 30))
    long = plan(LONG["per epoch"].replace(update=update), target, {"resume": 7})
    assert long.steps()[0] == long.first == 7000


def test_batches_count_towards_the_limit_of_a_run():
    design = Design(epochs=50, steps_per_epoch=200)
    assert plan(design, "keras-callback", {}).trained == 10_000
    assert plan(design, "keras-callback", {"accumulate": 4}).trained == 50
    assert plan(design, "keras-schedule", {"accumulate": 4}).trained == 100


@pytest.mark.parametrize("target", PROVABLE)
def test_of_a_sampled_run_each_step_trains_its_first_and_last_batch(target):
    design = LONG["per step"] if follows(target, LONG["per step"], accumulate=10_000) else EASY
    job = plan(design, target, {"accumulate": 10_000})
    assert list(job.batches) == [0, 9_999]
    assert job.sampled
    assert job.trained == plan(design, target, {"accumulate": 9_999}).trained
    assert list(plan(SHORT, target, {"accumulate": 5}).batches) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("target", [name for name in TARGETS if not provable(name)])
def test_data_trains_nothing(target):
    with pytest.raises(
        ValueError, match="nothing to prove of its own, allowed: one of keras-callback, "
    ):
        plan(SHORT, target, {})


def test_the_text_is_the_one_that_the_page_shows():
    address = "https://lr.example.org/"
    job = plan(SHORT, "pytorch", {"accumulate": 2}, address)
    assert job.text == code(SHORT, "pytorch", address, accumulate=2)
    assert f"# Link: {address}?v=" in job.text


def judged(design=SHORT, target="keras-callback", **changes):
    """The verdict on rates that are the curve's, but for those at the steps named."""
    job = plan(design, target, {})
    rates = curve(design, job.steps() // design.clock.steps_per_tick)
    for step, rate in changes.items():
        rates[int(step[1:])] = rate
    return judge(design, job, rates.tolist())


def test_equal_rates_agree():
    verdict = judged()
    assert verdict.agrees
    assert verdict.sentence == "All 30 steps agree, without any difference."


def test_a_resumed_run_says_where_it_began():
    job = plan(SHORT, "optax", {"resume": 4})
    rates = curve(SHORT, job.steps() // 5)
    assert judge(SHORT, job, rates.tolist()).sentence == (
        "All 10 steps from step 20 on agree, without any difference."
    )


def test_rounding_agrees_and_is_told():
    verdict = judged(_12=1e-3 * (1 + 1e-7))
    assert verdict.agrees
    assert verdict.sentence == (
        "All 30 steps agree, largest difference 1.0e-07 of the peak at step 12."
    )


@pytest.mark.parametrize("rate", [0.5e-3, math.nan])
def test_another_rate_disagrees_and_is_named(rate):
    verdict = judged(_12=rate)
    assert not verdict.agrees
    assert verdict.disagreeing.tolist() == [12]
    assert verdict.sentence.startswith(
        f"1 of 30 trained steps disagree, first step 12: trained at {rate:.4g}, "
        "the curve says 0.001; largest difference "
    )


def test_pytorch_must_agree_in_float64():
    assert tolerance(SHORT, "torch") == 1e-12
    assert not judged(target="pytorch", _12=1e-3 * (1 + 1e-7)).agrees


def test_waves_and_powers_are_allowed_their_rounding():
    assert tolerance(Design(cycles=7.0), "jax") == pytest.approx(4e-6)
    assert tolerance(Design(decay="polynomial", power=100), "tensorflow") == pytest.approx(1e-5)


@pytest.mark.parametrize(
    ("name", "target", "said"),
    [
        ("per epoch", "pytorch", "One step of each of 100 epochs trained; all agree, "),
        ("per epoch", "optax", "The first and the last step of each of 100 epochs trained; "),
        (
            "per step",
            "optax",
            " of 1,000,000 steps trained, around every phase edge and evenly between; all ",
        ),
    ],
)
def test_a_sampled_run_says_so(name, target, said):
    assert said in judged(LONG[name], target).sentence


def run(text, seconds=20, **changes):
    """The messages of a real process that executes this text."""
    job = dataclasses.replace(plan(SHORT, "pytorch", {}), text=text, **changes)
    return list(Process(job, seconds).messages())


def test_code_that_raises_is_told_in_one_line():
    with pytest.raises(ProofError) as error:
        run("raise ValueError('no such rate\\nsecond line')")
    assert str(error.value) == "The code stopped with ValueError: no such rate"


def test_a_missing_framework_is_named():
    with pytest.raises(MissingError, match=r"^absent_framework is not installed: this code"):
        run("import absent_framework.optimizers")


def test_a_process_that_dies_is_told():
    with pytest.raises(ProofError, match="ended with signal 9 and no result"):
        run("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")


def test_a_run_ends_at_its_time_limit():
    begun = time.monotonic()
    with pytest.raises(ProofError, match="stopped after 1 seconds, which is the limit"):
        run("import time; time.sleep(60)", seconds=1)
    assert time.monotonic() - begun < 15


def test_memory_is_limited():
    with pytest.raises(ProofError, match="MemoryError"):
        run("block = bytearray(8 * 2**30)")


def test_what_the_code_prints_does_not_disturb_the_messages():
    with pytest.raises(ProofError, match="KeyError: 'seen'"):
        run("print('not JSON'); import os; os.write(1, b'nor this'); raise KeyError('seen')")


def test_the_code_sees_little_of_the_machine(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_TOKEN", "abc")
    file = tmp_path / "seen.json"
    look = f"import json, os; json.dump([dict(os.environ), os.getcwd()], open({str(file)!r}, 'w'))"
    with pytest.raises(ProofError):
        run(f"{look}; raise SystemError")
    environment, folder = json.loads(file.read_text())
    assert "SECRET_TOKEN" not in environment
    assert environment["CUDA_VISIBLE_DEVICES"] == ""
    assert environment["HOME"] == folder
    assert not os.path.exists(folder)  # it was made for this run only


def test_a_run_ends_with_the_process_that_started_it():
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    status = Path("/proc", starter.stdout.readline().strip(), "status")
    assert status.exists()
    folder = status.with_name("cwd").resolve()
    assert folder.name.startswith("prove-")
    starter.kill()
    starter.communicate()
    deadline = time.monotonic() + 10
    while status.exists() and "zombie" not in status.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert not folder.exists()


def test_the_command_line_refuses_what_trains_nothing(capsys):
    assert main(["prove", "epochs=6", "--target", "csv"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("target: got 'csv', which has nothing to prove of its own")
    assert err.count("\n") == 1


def test_the_applied_rates_are_kept_as_they_are():
    verdict = judged(_3=0.25)
    assert verdict.applied[3] == 0.25
    assert numpy.argmax(verdict.differences) == verdict.worst == 3
