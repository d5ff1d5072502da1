// The axes of the first moment, where Plotly will draw them: its script is larger than all the
// rest of the page, and until it is there the curve would hang in the air.

import { axesToBe, sizedLayout } from "./plot.js";
import { within } from "./snap.js";
import { SVG } from "./svg.js";

const APART = { x: 80, y: 40 }; // px from tick to tick, at the least; this and the steps are Plotly's
const STEPS = [2, 5, 10];

export function drawEarly(chart) {
  const { xaxis, xaxis2, yaxis, shapes, annotations } = sizedLayout(chart);
  const { left, top, width, height, bottom, x, y } = axesToBe(chart);
  const nodes = [];
  const add = (name, attributes, text = "") => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.textContent = text;
    nodes.push(node);
  };
  for (const { x0, x1, fillcolor } of shapes) {
    add("rect", { x: left + x(x0), y: top, width: x(x1) - x(x0), height, fill: fillcolor });
  }
  for (const { x: middle, text, font } of annotations) {
    add("text", { x: left + x(middle), y: top - 6, fill: font.color, "font-size": font.size }, text);
  }
  const ratio = xaxis2.range[1] / xaxis.range[1];
  ticksOf(xaxis.range, width / APART.x).forEach((units, i) => {
    const at = left + x(units);
    add("line", { x1: at, x2: at, y1: top, y2: top + height, stroke: xaxis.gridcolor });
    for (const [axis, number, down] of [
      [xaxis, units, top + height + 15.4],
      [xaxis2, units * ratio, bottom + 14.2],
    ]) {
      const { color, size = 12 } = axis.tickfont;
      const text = (i ? "" : axis.tickprefix) + numberText(number);
      add("text", { x: at, y: down, fill: color, "font-size": size }, text);
    }
  });
  for (const rate of ratesOf(yaxis, height / APART.y)) {
    const at = top + y(rate);
    add("line", { x1: left, x2: left + width, y1: at, y2: at, stroke: yaxis.gridcolor });
    const text = rate.toExponential(1).replace("-", "\u2212");
    add("text", { class: "beside", x: left - 3.4, y: at + 4.2, fill: yaxis.tickfont.color }, text);
  }
  chart.early.replaceChildren(...nodes);
}

const numberText = (number) =>
  number.toLocaleString("en-US", { maximumFractionDigits: number < 100 ? 2 : 0 });

// Round numbers within a range, about as many as there is room for.
function ticksOf([low, high], room, more = 1) {
  const rough = (high - low) / ((within(room, 4, 9) + 1) * more);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * STEPS.find((round) => round >= rough / power);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

// On a logarithmic axis 1, 2 and 5 times each power of ten that there is room for.
function ratesOf({ type, range: [low, high], nticks }, room) {
  if (type !== "log") return ticksOf([low, high], room);
  if (high - low < 1) return ticksOf([10 ** low, 10 ** high], room, 1.5);
  const rough = (high - low) / nticks;
  const digits = rough > 0.7 ? [1] : [1, 2, 5];
  const every = Math.max(1, Math.ceil(rough));
  const rates = [];
  for (let power = Math.floor(low / every) * every; power <= high; power += every) {
    rates.push(...digits.map((digit) => digit * 10 ** power));
  }
  return rates.filter((rate) => rate >= 10 ** low && rate <= 10 ** high);
}
