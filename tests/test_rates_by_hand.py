"""The curve of every shape in every phase, at ticks worked out by hand."""

import math

import numpy
import pytest

from lrlib import Design, curve

ROOT = math.sqrt(0.5)  # 0.7071
TRIANGLES = {"decay": "triangular", "end_lr": 0.2, "peak_lr": 1}

# A run of 8 epochs with peak 1 unless it says otherwise: ticks and their rates.
BY_HAND = [
    # warmups, all over 4 epochs
    ({"warmup": "linear", "init_lr": 0.2}, {0: 0.2, 1: 0.4, 2: 0.6, 3: 0.8, 4: 1}),
    ({"warmup": "cosine"}, {0: 0, 1: (1 - ROOT) / 2, 2: 0.5, 3: (1 + ROOT) / 2, 4: 1}),
    ({"warmup": "polynomial", "init_lr": 0.2}, {0: 0.2, 1: 0.25, 2: 0.4, 3: 0.65, 4: 1}),
    ({"warmup": "polynomial", "warmup_power": 0.5}, {1: 0.5, 2: ROOT, 4: 1}),
    ({"warmup": "exponential"}, {0: 1 / 16, 1: 1 / 8, 2: 0.25, 3: 0.5, 4: 1}),
    ({"warmup": "exponential", "warmup_base": 10}, {0: 1e-4, 1: 1e-3, 2: 1e-2, 3: 0.1, 4: 1}),
    # decays
    ({"decay": "constant"}, {0: 1, 4: 1, 7: 1, 99: 1}),
    ({"decay": "linear"}, {0: 1, 1: 0.875, 4: 0.5, 7: 0.125, 8: 0, 99: 0}),
    ({"decay": "linear", "end_lr": 3}, {0: 1, 4: 2, 8: 3}),
    ({"decay": "cosine"}, {0: 1, 2: (1 + ROOT) / 2, 4: 0.5, 6: (1 - ROOT) / 2, 8: 0, 99: 0}),
    (
        {"decay": "cosine", "cycles": 1},
        {0: 1, 2: 0.5, 4: 0, 6: 0.5, 7: (1 + ROOT) / 2, 8: 1, 99: 1},
    ),
    ({"decay": "cosine", "cycles": 0.25, "end_lr": 0.2}, {0: 1, 4: 0.6 + 0.4 * ROOT, 8: 0.6}),
    ({"decay": "polynomial", "end_lr": 0.2}, {0: 1, 2: 0.65, 4: 0.4, 6: 0.25, 8: 0.2}),
    ({"decay": "polynomial", "power": 0.5}, {0: 1, 4: ROOT, 6: 0.5, 8: 0}),
    ({"decay": "one_minus_sqrt"}, {0: 1, 2: 0.5, 4: 1 - ROOT, 8: 0}),
    ({"decay": "rex"}, {0: 1, 4: 2 / 3, 6: 0.4, 8: 0}),
    ({"decay": "rex", "end_lr": 0.4}, {0: 1, 4: 0.8, 8: 0.4}),
    ({"decay": "geometric", "end_lr": 1e-4}, {0: 1, 2: 0.1, 4: 1e-2, 6: 1e-3, 8: 1e-4, 99: 1e-4}),
    ({"decay": "exponential", "decay_rate": 0.25, "decay_length": 2}, {0: 1, 1: 0.5, 2: 0.25}),
    (
        {"decay": "exponential", "decay_rate": 0.25, "decay_length": 2, "staircase": True},
        {0: 1, 1: 1, 2: 0.25, 3: 0.25, 4: 1 / 16, 8: 1 / 256, 99: 1 / 256},
    ),
    # Two and a half epochs are three ticks.
    (
        {"decay": "exponential", "decay_rate": 0.5, "decay_length": 2.5, "staircase": True},
        {2: 1, 3: 0.5, 5: 0.5, 6: 0.25},
    ),
    (
        {"decay": "exponential", "decay_rate": 0.5, "decay_length": 0.01, "staircase": True},
        {0: 1, 1: 0.5, 2: 0.25},
    ),
    ({"decay": "exponential", "decay_rate": 0.5, "end_lr": 0.2}, {1: 0.5, 2: 0.25, 3: 0.2, 8: 0.2}),
    ({"decay": "inverse_time"}, {0: 1, 2: 0.5, 4: 1 / 3, 8: 0.2}),
    (
        {"decay": "inverse_time", "decay_rate": 1, "decay_length": 4, "staircase": True},
        {0: 1, 3: 1, 4: 0.5, 7: 0.5, 8: 1 / 3},
    ),
    ({"decay": "inverse_time", "end_lr": 0.5}, {0: 1, 2: 0.5, 8: 0.5}),
    ({"decay": "inverse_sqrt"}, {0: 1, 3: 0.5, 8: 1 / 3, 99: 1 / 3}),
    ({"decay": "inverse_sqrt", "timescale": 4, "end_lr": 0.6}, {0: 1, 4: ROOT, 8: 0.6}),
    ({"decay": "step", "every": 3}, {0: 1, 2: 1, 3: 0.1, 5: 0.1, 6: 0.01, 8: 0.01}),
    ({"decay": "step", "every": 3, "end_lr": 0.05}, {3: 0.1, 6: 0.05, 99: 0.05}),
    ({"decay": "step", "every": 0.2}, {0: 1, 1: 0.1, 2: 0.01}),
    (
        {"decay": "piecewise", "boundaries": [3, 6], "values": [0.5, 2]},
        {0: 1, 2: 1, 3: 0.5, 5: 0.5, 6: 2, 7: 2, 99: 2},
    ),
    ({"decay": "piecewise", "boundaries": [0], "values": [0.5]}, {0: 0.5}),
    ({"decay": "piecewise", "boundaries": [2.5], "values": [0.5]}, {2: 1, 3: 0.5}),
    ({"decay": "piecewise", "boundaries": [8, 9], "values": [0.5, 0.1]}, {7: 1, 8: 0.5, 99: 0.5}),
    # Two boundaries in one tick: the second one's rate.
    ({"decay": "piecewise", "boundaries": [2.6, 3.4], "values": [0.5, 0.25]}, {2: 1, 3: 0.25}),
    (
        {"decay": "cosine_restarts", "cycles": 2},
        {0: 1, 1: (1 + ROOT) / 2, 2: 0.5, 4: 1, 6: 0.5, 8: 0, 99: 0},
    ),
    (
        {"decay": "cosine_restarts", "cycles": 3, "cycle_decay": 0.5, "end_lr": 0.1},
        {0: 1, 3: 0.55, 5: 0.325, 8: 0.1},  # cut at 8/3 and 16/3, rounded; tops above the end
    ),
    (
        {"decay": "cosine_restarts", "cycles": 2, "cycle_mult": 3},
        {0: 1, 1: 0.5, 2: 1, 5: 0.5, 8: 0},
    ),
    (
        {**TRIANGLES, "cycles": 2},
        {0: 0.2, 1: 0.6, 2: 1, 3: 0.6, 4: 0.2, 6: 1, 8: 0.2, 99: 0.2},
    ),
    # Five ticks have no middle: the top lies between two of them.
    (
        {**TRIANGLES, "cycles": 1, "epochs": 5},
        {0: 0.2, 1: 0.52, 2: 0.84, 3: 0.84, 4: 0.52, 5: 0.2},
    ),
    ({**TRIANGLES, "cycles": 2, "cycle_decay": 0.5}, {2: 1, 4: 0.2, 6: 0.6, 8: 0.2}),
    ({"decay": "points", "points": [(2, 1), (6, 0)]}, {0: 1, 2: 1, 3: 0.75, 5: 0.25, 6: 0, 99: 0}),
    (
        {"decay": "points", "points": [(0, 0), (4, 1), (4, 0.5), (8, 0.1)]},
        {0: 0, 3: 0.75, 4: 0.5, 6: 0.3, 8: 0.1, 99: 0.1},
    ),
    (
        {"decay": "points", "points": [(4, 1), (4, 0.5), (4, 0.25)]},
        {0: 1, 3: 1, 4: 0.25, 99: 0.25},
    ),
    ({"decay": "points", "points": [(0, 1), (16, 0)]}, {0: 1, 4: 0.75, 8: 0.5, 99: 0.5}),
    ({"decay": "points", "points": [(20, 0.3), (30, 1)]}, {0: 0.3, 8: 0.3, 99: 0.3}),
    ({"decay": "points", "points": [(0, 0.3), (8, 0.3), (8, 2)]}, {7: 0.3, 8: 2, 99: 2}),
    (
        {"decay": "points", "join": "cosine", "points": [(0, 1), (4, 0), (8, 1)]},
        {0: 1, 1: (1 + ROOT) / 2, 2: 0.5, 4: 0, 6: 0.5, 8: 1},
    ),
    (
        {"decay": "points", "join": "geometric", "points": [(0, 1), (8, 1e-4)]},
        {0: 1, 4: 1e-2, 8: 1e-4, 99: 1e-4},
    ),
    (
        {"decay": "points", "join": "hold", "points": [(2, 1), (6, 0.5)]},
        {0: 1, 5: 1, 6: 0.5, 99: 0.5},
    ),
    # Points inside the hold are passed over; the line goes on from where it would be.
    (
        {"decay": "points", "hold_length": 4, "points": [(0, 0.8), (8, 0)]},
        {0: 1, 3: 1, 4: 0.4, 6: 0.2},
    ),
    # cooldowns, all over the last 4 epochs, from 1
    ({"cooldown": "linear", "final_lr": 0.2}, {0: 1, 4: 1, 5: 0.8, 6: 0.6, 8: 0.2, 99: 0.2}),
    ({"cooldown": "cosine"}, {4: 1, 5: (1 + ROOT) / 2, 6: 0.5, 8: 0}),
    ({"cooldown": "polynomial"}, {4: 1, 5: 0.5625, 6: 0.25, 8: 0}),
    ({"cooldown": "polynomial", "cooldown_power": 1}, {5: 0.75, 6: 0.5, 8: 0}),
    ({"cooldown": "one_minus_sqrt"}, {4: 1, 5: 0.5, 6: 1 - ROOT, 8: 0}),
    ({"cooldown": "geometric", "final_lr": 1e-4}, {4: 1, 5: 0.1, 6: 1e-2, 8: 1e-4, 99: 1e-4}),
]


@pytest.mark.parametrize(("given_keys", "rates"), BY_HAND)
def test_rates_are_those_worked_out_by_hand(given_keys, rates):
    keys = {"epochs": 8, "peak_lr": 1} | given_keys
    if "warmup" in keys:
        keys |= {"warmup_length": 4, "decay": "constant"}
    if "cooldown" in keys:
        keys |= {"cooldown_length": 4, "decay": "constant"}
    found = curve(Design(**keys), list(rates))
    numpy.testing.assert_allclose(found, list(rates.values()), rtol=0, atol=1e-12)
