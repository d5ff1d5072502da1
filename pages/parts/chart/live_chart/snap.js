// Where a finger or a key moves a handle to: a whole tick, and a rate of few digits.

import { totalTicks } from "./spans.js";
import { axesOf } from "./plot.js";

export const within = (value, low, high) => Math.min(high, Math.max(low, value));

function limitRate(y, rate) {
  if (rate < y.low) return y.zero && rate < y.low / 2 ? 0 : y.low;
  return Math.min(rate, y.high);
}

// A rate of two or three digits, as many as a pixel can tell apart.
export function snapRate(rate, pixel) {
  return rate > 0 ? Number(rate.toPrecision(pixel / rate >= 0.005 ? 2 : 3)) : rate;
}

export function tickAt(chart, handle, px, free) {
  if (!handle.x) return handle.tick;
  const tick = axesOf(chart).units(px) * chart.per;
  return within(free ? tick : Math.round(tick), handle.x.low, handle.x.high);
}

export function rateAt(chart, handle, px, free) {
  if (!handle.y) return handle.rate;
  const axes = axesOf(chart);
  const rate = axes.rate(px);
  const pixel = Math.abs(axes.rate(px - 1) - rate);
  const below = axes.log ? px > axes.height : rate < pixel / 2;
  if (below && handle.y.zero) return 0;
  const lowest = axes.log ? 0 : pixel; // at the foot of a linear axis, still above 0
  return limitRate(handle.y, free ? rate : snapRate(Math.max(rate, lowest), pixel));
}

// One tick in a short run; in a long one a round number of ticks that can be seen.
export function stepTick(chart, handle, tick, times) {
  const total = totalTicks(chart.payload.program, chart.payload.values);
  const step = Math.max(1, 10 ** Math.floor(Math.log10(total / 100)));
  return within(Math.round(tick) + times * step, handle.x.low, handle.x.high);
}

// One in the second digit; from 0 up to the foot of the axis, and from there down to 0.
export function stepRate(chart, handle, rate, times) {
  const axes = axesOf(chart);
  const foot = axes.log ? axes.rate(axes.height) : axes.rate(0) / 1000;
  const small = 10 ** Math.ceil(Math.log10(foot));
  if (rate === 0) return times > 0 ? limitRate(handle.y, small) : 0;
  if (times < 0 && rate <= small && handle.y.zero) return 0;
  const size = Math.floor(Math.log10(rate) + 1e-9);
  const power = times < 0 && rate <= 10 ** size * (1 + 1e-9) ? size - 1 : size;
  const step = 10 ** (power - 1);
  return limitRate(handle.y, Number((rate + times * step).toPrecision(3)));
}
