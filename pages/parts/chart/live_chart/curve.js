// Phases -> the rate of any tick, and the ticks worth drawing. Mirrors lrlib/curves.py.

import { rateIn } from "./rate.js";

// The rate of each of `ticks`, which rise; past the run the final rate holds.
export function rates(phases, ticks) {
  const last = phases.at(-1).finish;
  let i = 0;
  return ticks.map((asked) => {
    const tick = Math.min(asked, last);
    while (i + 1 < phases.length && phases[i + 1].begin <= tick) i += 1;
    return rateIn(phases[i], tick);
  });
}

// All ticks of a short run, else about `most` with both sides of every edge.
export function sampleTicks(phases, total, most) {
  if (total <= most) return Array.from({ length: total }, (_, tick) => tick);
  const edges = phases.flatMap((phase) => [phase.begin - 1, phase.begin, ...stairs(phase, most)]);
  const even = Math.max(2, most - edges.length);
  const ticks = new Set(edges.filter((tick) => tick >= 0 && tick < total));
  for (let i = 0; i < even; i += 1) ticks.add(Math.round(((total - 1) * i) / (even - 1)));
  return [...ticks].sort((a, b) => a - b);
}

function stairs(phase, most) {
  const { origin, every, begin, finish } = phase;
  if (!phase.staircase || (finish - begin) / every > most / 2) return [];
  const ticks = [];
  const passed = Math.max(1, Math.ceil((begin - origin) / every));
  for (let at = origin + every * passed; at < finish; at += every) ticks.push(at - 1, at);
  return ticks;
}
