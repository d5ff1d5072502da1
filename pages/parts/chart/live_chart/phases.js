// Values of a design -> its phases in order. Mirrors lrlib/design/phases.py.

import { cutPhase, wholeTicks } from "./cuts.js";
import { rateIn } from "./rate.js";
import { NAMES, perUnit, spansOf, totalTicks } from "./spans.js";

// The rates where a phase starts and ends; a cooldown starts where the decay has come to.
const RATES = {
  warmup: ["init_lr", "peak_lr"],
  hold: ["peak_lr", "peak_lr"],
  decay: ["peak_lr", "end_lr"],
  cooldown: ["", "final_lr"],
};

export function buildPhases(program, values) {
  const per = perUnit(program, values);
  const total = totalTicks(program, values);
  const found = spansOf(values, per, total);
  const wholes = {};
  for (const name of NAMES) wholes[name] = wholePhase(name, program, values, found[name], per);
  const atEnd = values.reach_end ?? false;
  const decay = partsOf(wholes.decay, atEnd && !ticksIn(found.cooldown));
  wholes.cooldown.start = reachedBy(decay, values, found);
  const phases = [
    ...warmupOver(decay, wholes.warmup, values, found),
    ...partsOf(wholes.hold),
    ...(ticksIn(found.decay) ? clipped(decay, found.decay) : []),
    ...partsOf(wholes.cooldown, atEnd),
  ];
  return dropEmpty(phases, total);
}

const ticksIn = (span) => span.finish - span.begin;

function wholePhase(name, program, values, span, per) {
  const { own, stair, ...rest } = program.phases[name];
  const [start, end] = RATES[name].map((key) => values[key] ?? 0);
  const begin = Math.max(span.origin, 0);
  const strides = ["decay", "cooldown"].includes(name) && values.decay_update === "epoch";
  return {
    ...rest,
    ...span,
    name,
    begin,
    first: begin,
    own: Object.fromEntries(Object.entries(own).map(([key, link]) => [key, values[link]])),
    perUnit: per,
    every: stair ? Math.max(1, wholeTicks(values[stair], per)) : 1,
    staircase: Boolean(stair),
    stride: strides ? values.steps_per_epoch : 1,
    start,
    end,
  };
}

// The parts that a phase is cut into, over all the ticks that its formula has.
function partsOf(whole, reachEnd = false) {
  if (whole.begin >= whole.finish) return [];
  const cut = whole.parts ? cutPhase(whole.parts, whole, whole.own, whole.cut) : [whole];
  const parts = dropEmpty(cut.map(onStride), whole.finish);
  const last = parts.at(-1);
  const keepsLength = last.origin + last.length !== last.finish; // the run's end cuts it
  if (!reachEnd || !whole.arrives || keepsLength) return parts;
  return [...parts.slice(0, -1), { ...last, length: Math.max(1, last.length - last.stride) }];
}

// A part that begins inside a stride serves from the next one on.
const onStride = (part) =>
  part.begin > part.first
    ? { ...part, begin: Math.ceil(part.begin / part.stride) * part.stride }
    : part;

// The warmup: towards the peak, towards the decay that it lies over, or times that decay.
function warmupOver(decay, whole, values, found) {
  const warmup = partsOf(whole);
  if (!warmup.length || !["join", "multiply"].includes(values.overlap)) return warmup;
  if (values.overlap === "join") {
    const end = rateAmong(decay, Math.min(whole.length, found.decay.finish));
    return warmup.map((part) => ({ ...part, end }));
  }
  return clipped(decay, found.warmup).map((times) => ({
    ...whole, begin: times.begin, finish: times.finish, times,
  }));
}

// The parts within a span, and the one that begins where it ends.
const clipped = (parts, span) =>
  parts
    .filter(({ begin, finish }) => begin <= span.finish && Math.max(finish, begin + 1) > span.begin)
    .map((part) => ({
      ...part,
      begin: Math.max(part.begin, span.begin),
      finish: Math.min(part.finish, span.finish),
    }));

function reachedBy(decay, values, found) {
  const covered = !ticksIn(found.decay) && !["join", "multiply"].includes(values.overlap);
  return covered || !decay.length ? values.peak_lr : rateAmong(decay, found.decay.finish);
}

const rateAmong = (phases, tick) => rateIn(phases.findLast(({ begin }) => begin <= tick), tick);

function dropEmpty(phases, total) {
  const begins = [...phases.slice(1).map((phase) => phase.begin), total + 1];
  return phases
    .map((phase, i) => ({ ...phase, finish: Math.min(begins[i], total) }))
    .filter((phase, i) => phase.begin < begins[i] && phase.begin <= total);
}
