// Values of a design -> its phases, the rate of any tick, and the ticks worth drawing.
// Mirrors lrlib/design/phases.py and lrlib/curves.py; FORMULAS is printed from the shapes.

import { cutPhase, wholeTicks } from "./cuts.js";
import { FORMULAS } from "./formulas.js";

const NAMES = ["warmup", "hold", "decay", "cooldown"];
const END_KEYS = { warmup: "peak_lr", cooldown: "final_lr" };

export const perUnit = (program, values) =>
  program.unit === "epochs" && program.update === "step" ? values.steps_per_epoch : 1;

export const totalTicks = (program, values) => values[program.unit] * perUnit(program, values);

export function buildPhases(program, values) {
  const per = perUnit(program, values);
  const total = totalTicks(program, values);
  const lengths = {}, room = {};
  let left = total;
  for (const name of NAMES) lengths[name] = wholeTicks(values[`${name}_length`] ?? 0, per);
  for (const name of ["warmup", "hold", "cooldown"]) {
    room[name] = Math.min(lengths[name], left);
    left -= room[name];
  }
  room.decay = lengths.decay = left;

  const phases = [];
  let begin = 0;
  for (const name of NAMES.filter((name) => room[name] > 0)) {
    const { formula, parts, own: keys, stair, cut } = program.phases[name];
    const own = Object.fromEntries(Object.entries(keys).map(([key, link]) => [key, values[link]]));
    const span = {
      name,
      formula,
      own,
      begin,
      origin: begin,
      finish: begin + room[name],
      length: lengths[name],
      perUnit: per,
      every: stair ? Math.max(1, wholeTicks(values[stair], per)) : 1,
      staircase: Boolean(stair),
      start: startRate(name, values, phases, begin),
      end: values[END_KEYS[name] ?? "end_lr"] ?? 0,
    };
    begin += room[name];
    phases.push(...dropEmpty(parts ? cutPhase(parts, span, own, cut) : [span], begin));
  }
  return dropEmpty(phases, total);
}

function startRate(name, values, before, tick) {
  if (name === "warmup") return values.init_lr ?? 0;
  if (name === "cooldown" && before.at(-1)?.name === "decay") {
    return rateIn(before.at(-1), tick);
  }
  return values.peak_lr;
}

function dropEmpty(phases, total) {
  const begins = [...phases.slice(1).map((phase) => phase.begin), total + 1];
  return phases
    .map((phase, i) => ({ ...phase, finish: Math.min(begins[i], total) }))
    .filter((phase, i) => phase.begin < begins[i] && phase.begin <= total);
}

function rateIn(phase, tick) {
  const done = tick - phase.origin;
  const left = phase.origin + phase.length - tick;
  const at = {
    progress: done / phase.length,
    left: left / phase.length,
    elapsed: done / phase.perUnit,
    remaining: left / phase.perUnit,
    count: Math.floor(done / phase.every),
  };
  return FORMULAS[phase.formula](phase.start, phase.end, at, phase.own);
}

// The rate of each of `ticks`, which rise.
export function rates(phases, ticks) {
  let i = 0;
  return ticks.map((tick) => {
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
  if (!phase.staircase || (phase.finish - phase.begin) / phase.every > most / 2) return [];
  const ticks = [];
  for (let at = phase.origin + phase.every; at < phase.finish; at += phase.every) {
    ticks.push(at - 1, at);
  }
  return ticks;
}
