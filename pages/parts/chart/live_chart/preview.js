// Values that are being tried out -> their curve, its dots and labels, drawn over the plot.

import { rates, sampleTicks } from "./curve.js";
import { marksOf, placeLabelsOf, stairsOf } from "./labels.js";
import { buildPhases } from "./phases.js";
import { rateText } from "./place.js";
import { axesOf } from "./plot.js";
import { within } from "./snap.js";
import { perUnit, totalTicks } from "./spans.js";
import { placeOver } from "./svg.js";

const MOST_DRAWN = 400;
const DOT = 2.5; // px
const REST = 40; // ms: longer than a frame

export function sampled(program, values) {
  const phases = buildPhases(program, values);
  const total = totalTicks(program, values);
  const ticks = sampleTicks(phases, total, MOST_DRAWN);
  const found = rates(phases, ticks);
  const stepped = ticks.length === total;
  return { phases, total, ticks: [...ticks, total], rates: [...found, found.at(-1)], stepped };
}

// Rates far outside of the axes stand just outside of them.
const pixelsAt = (axes, ticks, found, per) =>
  ticks.map((tick, i) => [axes.x(tick / per), within(axes.y(found[i]), -20, axes.height + 20)]);

const pair = (x, y) => `${x.toFixed(2)},${y.toFixed(2)}`;

// A tick's rate holds until the next tick; a long run is drawn as a line through samples.
function lineThrough(pixels, stepped) {
  const text = pixels.map(([x, y], i) => {
    if (i === 0) return `M${pair(x, y)}`;
    return stepped ? `H${x.toFixed(2)}V${y.toFixed(2)}` : `L${pair(x, y)}`;
  });
  return text.join("");
}

const half = (across) => `a${DOT},${DOT} 0 1,0 ${across},0`;
const ROUND = half(2 * DOT) + half(-2 * DOT);

const dotsAt = (pixels) => pixels.map(([x, y]) => `M${pair(x - DOT, y)}${ROUND}`).join("");

export function drawPreview(chart, values) {
  const { program } = chart.payload;
  const axes = axesOf(chart);
  const per = perUnit(program, values);
  const drawn = sampled(program, values);
  const points = pixelsAt(axes, drawn.ticks, drawn.rates, per);
  const { x, meta: { order } } = marksOf(chart);
  const marked = x.map((unit) => Math.round(unit * per)).filter((tick) => tick < drawn.total);
  const found = rates(drawn.phases, marked);
  const at = pixelsAt(axes, marked, found, per);
  chart.path.setAttribute("d", lineThrough(points, drawn.stepped));
  chart.dots.setAttribute("d", dotsAt(at));
  // A label takes longer to place than a frame has: first when the hand rests.
  clearTimeout(chart.labelTimer);
  chart.labels.replaceChildren();
  const labels = found.map((rate) => rateText(rate));
  chart.labelTimer = setTimeout(() => {
    const path = drawn.stepped ? stairsOf(points) : points;
    placeLabelsOf(chart, axes, path, { at, labels, order });
  }, REST);
  placeOver(chart.overlay, axes);
  placeOver(chart.dots.parentElement, axes);
  chart.root.dataset.preview = "";
}

export function clearPreview(chart) {
  clearTimeout(chart.labelTimer);
  chart.slider = null;
  delete chart.root.dataset.preview;
  chart.path.removeAttribute("d");
  chart.dots.removeAttribute("d");
}
