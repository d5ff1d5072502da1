// Lengths of a design -> the ticks that each phase gets. Mirrors lrlib/design/spans.py.

import { wholeTicks } from "./cuts.js";

export const NAMES = ["warmup", "hold", "decay", "cooldown"];
const CLAIMS = ["warmup", "hold", "cooldown"]; // the order in which they take their ticks

export const perUnit = (program, values) =>
  program.unit === "epochs" && program.update === "step" ? values.steps_per_epoch : 1;

export const totalTicks = (program, values) => values[program.unit] * perUnit(program, values);

// Each phase's ticks: from `begin` to `finish`; its formula counts `length` of them from `origin`.
export function spansOf(values, per, total) {
  const asked = {}, got = {}, found = {};
  let left = total;
  for (const name of CLAIMS) {
    asked[name] = wholeTicks(values[`${name}_length`] ?? 0, per);
    got[name] = Math.min(asked[name], left);
    left -= got[name];
  }
  got.decay = asked.decay = left;
  let begin = 0;
  for (const name of NAMES) {
    const finish = begin + got[name];
    found[name] = { begin, finish, origin: begin, length: asked[name] };
    begin = finish;
  }
  found.warmup.origin -= values.warmup_from ?? 0;
  if ((values.overlap ?? "none") !== "none") {
    Object.assign(found.decay, { origin: 0, length: found.decay.finish });
  }
  return found;
}
