"""The queue of runs, with real processes: order, limits, cancelling, and what goes wrong."""

import time
from dataclasses import replace

import pytest

from lrlib import Design
from lrlib.prove.queue import CANCELLED, Queue
from lrlib.targets import TARGETS

DESIGN = Design(epochs=2, steps_per_epoch=3)
SLEEPS = "import time; time.sleep(60)"
ENDS = "raise RuntimeError('done')"
ENDED = "The code stopped with RuntimeError: done"


@pytest.fixture
def queue():
    """`queue(waiting=2)` makes a queue; what is left in it is cancelled after the test."""
    made = []

    def make(**limits):
        made.append(Queue(**limits))
        return made[-1]

    yield make
    for left in made:
        for run in left._runs[::-1]:
            run.cancel()


@pytest.fixture
def add(monkeypatch):
    """`add(queue, text)` puts a run of this very text in."""

    def put(queue, text):
        target = replace(TARGETS["pytorch"], name="text", write=lambda design, options: text)
        monkeypatch.setitem(TARGETS, "text", target)
        return queue.add(DESIGN, "text", {})

    return put


def wait_until(holds, seconds=20):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def ended(run):
    wait_until(lambda: run.ended)
    return run.error


def started(run):
    wait_until(lambda: run.stage.startswith("Starting "))


def test_runs_take_turns_in_order(queue, add, tmp_path):
    used, file = queue(), tmp_path / "order"
    write = f"import time; open({str(file)!r}, 'a').write"
    runs = [
        add(used, f"{write}('{n}('); time.sleep(0.1); {write[13:]}('{n})'); {ENDS}")
        for n in range(3)
    ]
    assert [used.before(run) for run in runs] == [0, 1, 2]
    assert [ended(run) for run in runs] == [ENDED] * 3
    assert file.read_text() == "0(0)1(1)2(2)"


def test_more_than_a_few_are_turned_away(queue, add):
    used = queue(waiting=2)
    first, *waiting = [add(used, SLEEPS) for _ in range(3)]
    turned_away = add(used, SLEEPS)
    assert turned_away.error == "2 runs are waiting already: try again in a minute."
    assert not any(run.ended for run in (first, *waiting))
    waiting[0].cancel()
    assert used.before(waiting[1]) == 1
    assert not add(used, SLEEPS).ended


def test_a_cancelled_run_ends_at_once_and_the_next_one_starts(queue, add):
    used = queue()
    first, second = add(used, SLEEPS), add(used, ENDS)
    started(first)
    first.cancel()
    assert ended(first) == CANCELLED
    assert ended(second) == ENDED


def test_a_run_that_waits_can_be_cancelled(queue, add, tmp_path):
    used, file = queue(), tmp_path / "trace"
    first, second = add(used, SLEEPS), add(used, f"open({str(file)!r}, 'w')")
    second.cancel()
    assert ended(second) == CANCELLED
    third = add(used, ENDS)
    first.cancel()
    assert ended(third) == ENDED
    assert not file.exists()


def test_a_process_that_dies_does_not_stop_the_queue(queue, add):
    used = queue()
    first = add(used, "import os; os.kill(os.getpid(), 9)")
    second = add(used, ENDS)
    assert ended(first) == "The process that ran the code ended with signal 9 and no result."
    assert ended(second) == ENDED


def test_a_run_ends_at_the_time_limit(queue, add):
    used = queue(seconds=3)  # the second one must start in this time
    first, second = add(used, SLEEPS), add(used, ENDS)
    assert ended(first) == "The run was stopped after 3 seconds, which is the limit."
    assert ended(second) == ENDED


def test_a_waiting_run_that_nobody_looks_at_is_given_up(queue, add):
    used = queue(unseen=0.5)
    first, forgotten, wanted = (add(used, SLEEPS) for _ in range(3))
    for _ in range(8):
        time.sleep(0.1)
        first.look()
        wanted.look()
    assert used.before(wanted) == 1
    assert forgotten.error == "The run was given up: nobody waited for it."
    assert not wanted.ended
    first.cancel()
    started(wanted)


def test_a_training_run_that_nobody_looks_at_is_given_up(queue):
    run = queue(unseen=0.0).add(DESIGN, "keras-callback", {})
    assert ended(run) == "The run was given up: nobody waited for it."


def test_the_queue_starts_again_after_it_was_empty(queue, add):
    used = queue()
    assert ended(add(used, ENDS)) == ENDED
    wait_until(lambda: not used._runs)
    assert ended(add(used, ENDS)) == ENDED


def test_what_trains_nothing_never_enters(queue):
    with pytest.raises(ValueError, match="which has nothing to prove of its own"):
        queue().add(DESIGN, "json", {})
