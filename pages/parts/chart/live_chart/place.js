// Puts handles, the value under the finger and the labels where they belong.

import { axesOf, rangeOf, sameRange } from "./plot.js";
import { within } from "./snap.js";

const exponent = (text) =>
  text.replace(/e([+-])(\d+)$/, (_, sign, digits) => `E${sign}${digits.padStart(2, "0")}`);
export const rateText = (rate, digits = 1) => (rate ? exponent(rate.toExponential(digits)) : "0");

export function placeHandles(chart) {
  const kept = new Map([...chart.handles.children].map((node) => [node.dataset.id, node]));
  for (const handle of chart.payload.handles) {
    const node = kept.get(handle.id) ?? makeHandle(chart, handle.id);
    kept.delete(handle.id);
    const { low, high } = handle.x ?? { ...handle.y, low: handle.y.zero ? 0 : handle.y.low };
    node.setAttribute("aria-label", handle.label);
    node.setAttribute("aria-orientation", handle.x ? "horizontal" : "vertical");
    node.setAttribute("aria-valuemin", decimal(low));
    node.setAttribute("aria-valuemax", decimal(high));
    node.dataset.moves = handle.x && handle.y ? "both" : handle.x ? "sideways" : "upright";
    node.title = handle.label;
    placeHandle(chart, handle, handle.tick, handle.rate);
  }
  for (const node of kept.values()) node.remove();
}

// A number as readers of the page take it: never 1e-12.
const decimal = (number) => number.toFixed(12).replace(/\.?0+$/, "");

function makeHandle(chart, id) {
  const node = document.createElement("div");
  Object.assign(node, { className: "handle", tabIndex: 0 });
  node.dataset.id = id;
  node.setAttribute("role", "slider");
  chart.handles.append(node);
  chart.takeHold(node);
  return node;
}

export function placeHandle(chart, handle, tick, rate) {
  const node = [...chart.handles.children].find((child) => child.dataset.id === handle.id);
  const axes = axesOf(chart);
  const [x, y] = pixelsOf(chart, tick, rate);
  const inside = x > -8 && x < axes.width + 8 && y > -8 && y < axes.height + 8;
  const shown = chart.active?.handle.id === handle.id || inside;
  node.style.transform = `translate(${axes.left + x}px, ${axes.top + y}px)`;
  node.style.visibility = shown ? "" : "hidden"; // outside of what is zoomed to
  node.setAttribute("aria-valuenow", decimal(handle.x ? tick : rate));
  node.setAttribute("aria-valuetext", placeText(chart, tick, rate));
}

// On a log axis a rate below all that is drawn stands on the bottom edge, unless zoomed.
export function pixelsOf(chart, tick, rate) {
  const axes = axesOf(chart);
  const y = axes.y(rate);
  const whole = sameRange(rangeOf(chart, "yaxis"), chart.drawn.y);
  return [axes.x(tick / chart.per), axes.log && whole ? Math.min(y, axes.height) : y];
}

function placeText(chart, tick, rate, digits = 1) {
  const unit = chart.payload.program.unit.replace(/s$/, "");
  const place = Number((tick / chart.per).toPrecision(6));
  return `${unit} ${place}, rate ${rateText(rate, digits)}`;
}

export function showBubble(chart, tick, rate) {
  const axes = axesOf(chart);
  const { bubble, root } = chart;
  bubble.textContent = placeText(chart, tick, rate, 2);
  bubble.hidden = false;
  const x = axes.left + axes.x(tick / chart.per);
  const y = axes.top + within(axes.y(rate), 0, axes.height);
  const { offsetWidth: width, offsetHeight: height } = bubble;
  // Above the finger; beside it where there is no room above.
  const above = y - height - 28 >= 0;
  const side = x + width + 28 <= root.clientWidth ? x + 28 : x - width - 28;
  const left = above ? x - width / 2 : side;
  bubble.style.left = `${within(left, 0, root.clientWidth - width)}px`;
  bubble.style.top = `${above ? y - height - 28 : Math.max(0, y - height / 2)}px`;
}
