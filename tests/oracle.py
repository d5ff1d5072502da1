"""The contract's formulas, written a second time: plain numbers, one tick after the other.

Nothing of lrlib is used but the fields that a design was given.
"""

from math import cos, floor, log, pi, sin, sqrt

WARMUPS = {
    # From I and P over W ticks, at tick k; `per` ticks in a unit; v has the parameters.
    "linear": lambda v, I, P, k, W, per: I + (P - I) * k / W,
    "cosine": lambda v, I, P, k, W, per: I + (P - I) * 0.5 * (1 - cos(pi * k / W)),
    "polynomial": lambda v, I, P, k, W, per: I + (P - I) * (k / W) ** v["warmup_power"],
    "sine": lambda v, I, P, k, W, per: I + (P - I) * sin(pi * k / W / 2),
    "logarithmic": lambda v, I, P, k, W, per: I + (P - I) * min(1, log(1 + k) / log(max(W, 2))),
    "exponential": lambda v, I, P, k, W, per: P * v["warmup_base"] ** (-(W - k) / per),
}
FALLS = {
    # From S to E at progress p.
    "linear": lambda v, S, E, p: S + (E - S) * p,
    "cosine": lambda v, S, E, p: E + (S - E) * 0.5 * (1 + cos(2 * pi * v.get("cycles", 0.5) * p)),
    "polynomial": lambda v, S, E, p: E + (S - E) * (1 - p) ** v["power"],
    "one_minus_sqrt": lambda v, S, E, p: E + (S - E) * (1 - sqrt(p)),
    "rex": lambda v, S, E, p: E + (S - E) * (1 - p) / (1 - p / 2),
    "geometric": lambda v, S, E, p: S * (E / S) ** p,
}
OPEN = {
    # The part of S that is left after x units and c whole lengths.
    "exponential": lambda v, x, c: (
        v["decay_rate"] ** (c if v["staircase"] else x / v["decay_length"])
    ),
    "inverse_time": lambda v, x, c: (
        1 / (1 + v["decay_rate"] * (c if v["staircase"] else x / v["decay_length"]))
    ),
    "inverse_sqrt": lambda v, x, c: sqrt(v["timescale"] / (v["timescale"] + x)),
    "step": lambda v, x, c: v["drop"] ** c,
}
ENDS = {*FALLS, "cosine_restarts", "triangular"}


def half_up(x):
    return floor(x + 0.5)


class Oracle:
    """The rates of a design, by its link keys."""

    def __init__(self, chosen):
        v = self.v = chosen
        epochs = "epochs" in v
        self.per = v["steps_per_epoch"] if epochs and v["update"] == "step" else 1
        self.n = v["epochs"] * self.per if epochs else v["steps"]
        self.W, left = min(self.ticks("warmup_length"), self.n), self.n
        self.W_asked = self.ticks("warmup_length")
        left -= self.W
        self.over = v.get("overlap", "none") if self.W else "none"
        self.H = min(self.ticks("hold_length"), left)
        left -= self.H
        self.C, self.C_asked = (
            min(self.ticks("cooldown_length"), left),
            self.ticks("cooldown_length"),
        )
        self.D0 = self.W + self.H if self.over == "none" else 0  # where the decay counts from
        self.D1 = self.n - self.C
        self.stride = v["steps_per_epoch"] if v.get("decay_update") == "epoch" else 1

    def ticks(self, key):
        return half_up(self.v.get(key, 0) * self.per)

    def __call__(self, tick):
        k, v = min(tick, self.n), self.v
        if k < self.W or (k == self.n == self.W):
            return self.warmup(k)
        if k < self.W + self.H or (k == self.n == self.W + self.H):
            return v["peak_lr"]
        if k < self.D1 or not self.C:
            return self.decay(k)
        return self.cooldown(k)

    def warmup(self, k):
        v, P = self.v, self.v["peak_lr"]
        at = min(k + v.get("warmup_from", 0), self.W_asked)  # progress is at most 1

        def towards(goal):
            shape = WARMUPS[v["warmup"]]
            return shape(v, v.get("init_lr", 0), goal, at, self.W_asked, self.per)

        if self.over == "join":
            return towards(self.decay(min(self.W_asked, self.D1)))
        if self.over == "multiply":
            return self.decay(k) * towards(P) / P
        return towards(P)

    def rounded(self, k, first):
        return max(first, k - k % self.stride)

    def length(self, origin, end, last):
        """Ticks of a phase that counts from `origin` to `end`, one change less where asked."""
        whole = end - origin
        return max(1, whole - self.stride) if last and self.v.get("reach_end") else whole

    def decay(self, tick):
        v, S, E = self.v, self.v["peak_lr"], self.v.get("end_lr", 0)
        k, name = self.rounded(tick, self.D0), self.v["decay"]
        x, last = (k - self.D0) / self.per, not self.C
        if name == "constant":
            return S
        if name in FALLS:
            p = min(1, (k - self.D0) / self.length(self.D0, self.D1, last))
            return FALLS[name](v, S, E, p)
        if name in OPEN:
            length = v.get("every", v.get("decay_length", 1))
            count = (k - self.D0) // max(1, half_up(length * self.per))
            f = OPEN[name](v, x, count)
            return E + (S - E) * f if v.get("floor") == "towards" else max(E, S * f)
        if name == "piecewise":
            passed = [b for b in v["boundaries"] if max(self.D0, half_up(b * self.per)) <= k]
            return [S, *v["values"]][len(passed)]
        return self.points(k) if name == "points" else self.cycle(k, S, E, last)

    def points(self, k):
        at = [(half_up(unit * self.per), rate) for unit, rate in self.v["points"]]
        before = [point for point in at if point[0] <= k]
        after = [point for point in at if point[0] > k]
        if not before or not after:
            return before[-1][1] if before else after[0][1]
        (a, S), (b, E) = before[-1], after[0]
        shapes = {"linear": "linear", "cosine": "cosine", "geometric": "geometric"}
        join = self.v["join"]
        return S if join == "hold" else FALLS[shapes[join]]({}, S, E, (k - a) / (b - a))

    def cycle(self, k, S, E, last):
        v, n = self.v, self.D1 - self.D0
        m = v.get("cycle_mult", 1)
        if v["cycle_length"] > 0:
            L = max(1, half_up(v["cycle_length"] * self.per))
            cuts = [0]
            while cuts[-1] < n:
                i = len(cuts)
                cuts.append(i * L if m == 1 else half_up(L * (m**i - 1) / (m - 1)))
        elif m == 1:
            cuts = [half_up(n * i / v["cycles"]) for i in range(v["cycles"] + 1)]
        else:
            c = v["cycles"]
            cuts = [half_up(n * (m**i - 1) / (m**c - 1)) for i in range(c + 1)]
        ends = [i for i in range(len(cuts) - 1) if cuts[i + 1] > cuts[i]]
        # The cycles that some tick falls into.
        found = [
            self._inside(cuts, ends, self.rounded(t, self.D0) - self.D0)
            for t in range(self.W + self.H if self.over == "none" else 0, self.D1)
        ]
        i = self._inside(cuts, ends, k - self.D0)
        length = cuts[i + 1] - cuts[i]
        if last and v.get("reach_end") and found and i == max(found) and cuts[i + 1] == n:
            length = max(1, length - self.stride)
        p = min(1, (k - self.D0 - cuts[i]) / length)
        top = E + (S - E) * v["cycle_decay"] ** i
        if v["decay"] == "cosine_restarts":
            return FALLS["cosine"]({}, top, E, p)
        r = v["rise"]
        return E + (top - E) * min(p / r, (1 - p) / (1 - r))

    @staticmethod
    def _inside(cuts, ends, k):
        begun = [i for i in ends if cuts[i] <= k]
        return begun[-1]

    def cooldown(self, tick):
        v, begin = self.v, self.D1
        k = self.rounded(tick, begin)
        covered = self.D1 <= self.W + self.H
        S = v["peak_lr"] if covered and self.over in ("none", "jump") else self.decay(self.D1)
        # One that is cut keeps its length, at its end too.
        cut = self.C_asked > self.C
        length = self.C_asked if cut else self.length(begin, self.n, True)
        p = min(1, (k - begin) / length)
        named = {
            key.removeprefix("cooldown_"): value
            for key, value in v.items()
            if key.startswith("cooldown_")
        }
        return FALLS[v["cooldown"]](named, S, v["final_lr"], p)
