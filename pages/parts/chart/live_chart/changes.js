// A handle's new place -> the link keys that it changes, with their values.

import { wholeTicks } from "./cuts.js";

// The shortest number of units that is rounded to this many ticks.
export function unitsOf(ticks, per) {
  const units = ticks / per;
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(units.toPrecision(digits));
    if (wholeTicks(short, per) === ticks) return short;
  }
  return units;
}

export function changesOf(handle, tick, rate, values, per) {
  const changes = {};
  const { x, y } = handle;
  const put = (part, entry) => {
    if (part.index === null) {
      changes[part.key] = entry(values[part.key]);
    } else {
      const list = changes[part.key] ?? structuredClone(values[part.key]);
      list[part.index] = entry(list[part.index]);
      changes[part.key] = list;
    }
  };
  if (x && tick !== handle.tick) {
    const ticks = (tick - x.base) * x.sign;
    const units = Number.isInteger(ticks) ? unitsOf(ticks, per) : ticks / per;
    put(x, (old) => (Array.isArray(old) ? [units, old[1]] : units));
  }
  if (y && rate !== handle.rate) {
    put(y, (old) => (Array.isArray(old) ? [old[0], rate] : rate));
  }
  return changes;
}
