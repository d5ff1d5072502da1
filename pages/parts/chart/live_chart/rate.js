// A phase and a tick -> the rate. Mirrors Place and rate of lrlib/shapes/base.py.

import { FORMULAS } from "./formulas.js";

export function rateIn(phase, tick) {
  const served = phase.stride > 1 ? Math.max(tick - (tick % phase.stride), phase.first) : tick;
  const reached = Math.min(served, phase.origin + phase.length);
  const done = reached - phase.origin;
  const left = phase.origin + phase.length - reached;
  const at = {
    progress: done / phase.length,
    left: left / phase.length,
    elapsed: done / phase.perUnit,
    remaining: left / phase.perUnit,
    count: Math.floor(done / phase.every),
    ticks: phase.length,
  };
  const own = FORMULAS[phase.formula](phase.start, phase.end, at, phase.own);
  return phase.times ? (own / phase.end) * rateIn(phase.times, tick) : own;
}
