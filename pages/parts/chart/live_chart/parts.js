// A double click on a curve of points or pieces adds one; Delete removes the one in focus.

import { unitsOf } from "./changes.js";
import { rates } from "./curve.js";
import { wholeTicks } from "./cuts.js";
import { send } from "./drag.js";
import { axesOf, resetZoom } from "./plot.js";
import { sampled } from "./preview.js";
import { snapRate } from "./snap.js";

const NEAR = 12; // px from the curve
const LISTS = { Points: "points", Piecewise: "boundaries" };

export function onDoubleClick(chart, event) {
  if (event.detail !== 2 || event.button !== 0) return;
  const added = newPart(chart, event);
  event.stopPropagation();
  if (added) send(chart, added);
  else resetZoom(chart);
}

// The lists with one entry more, or null away from such a curve.
function newPart(chart, event) {
  const { program, values } = chart.payload;
  const key = LISTS[program.phases.decay.parts];
  const axes = axesOf(chart);
  const box = chart.root.getBoundingClientRect();
  const px = event.clientX - box.left - axes.left;
  const py = event.clientY - box.top - axes.top;
  const tick = Math.round(axes.units(px) * chart.per);
  const { phases } = sampled(program, values);
  const decay = phases.filter((phase) => phase.name === "decay");
  if (!key || !decay.length || tick < decay[0].begin || tick > decay.at(-1).finish) return null;
  const before = tick > 0 ? tick - 1 : 0;
  const [left, here] = rates(phases, [before, tick]).map((rate) => axes.y(rate));
  // Between the two where the curve jumps.
  const low = Math.max(left, here) + NEAR;
  const high = Math.min(left, here) - NEAR;
  if (py > low || py < high) return null;
  const units = unitsOf(tick, chart.per);
  const pixel = Math.abs(axes.rate(py - 1) - axes.rate(py));
  const rate = Math.max(snapRate(axes.rate(py), pixel), 0);
  if (key === "points") {
    const points = [...values.points, [units, rate]];
    return { points: points.sort((a, b) => a[0] - b[0]) };
  }
  if (values.boundaries.some((b) => wholeTicks(b, chart.per) === tick)) return null;
  const at = values.boundaries.filter((b) => b < units).length;
  const insert = (list, entry) => [...list.slice(0, at), entry, ...list.slice(at)];
  return {
    boundaries: insert(values.boundaries, units),
    values: insert(values.values, rate),
  };
}

export function removePart(chart, handle) {
  const { program, values } = chart.payload;
  const key = LISTS[program.phases.decay.parts];
  if (!key || handle.x?.key !== key || values[key].length < 2 || chart.active) return;
  const without = (list) => list.filter((_, i) => i !== handle.x.index);
  const changes = { [key]: without(values[key]) };
  if (key === "boundaries") changes.values = without(values.values);
  send(chart, changes);
}
