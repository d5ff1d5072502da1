// Values beside the marks, the important ones first, then names of curves: none over a curve,
// a handle or another.

import { pixelsOf } from "./place.js";
import { axesOf } from "./plot.js";
import { SVG, placeOver } from "./svg.js";

const LINE = 13; // px
const LETTER = 6.4; // px
const GAP = 8;
const HANDLE = 12;
// From a mark to the middle of its label, in half widths and in lines.
const SIDES = [[0, -1], [1, -1], [-1, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [0, 1]];

// Of what the server has drawn.
export function placeLabels(chart) {
  const axes = axesOf(chart);
  const { data } = chart.payload.figure;
  const { x, y, meta } = marksOf(chart);
  const lines = data.filter((trace) => trace.mode?.startsWith("lines"));
  const paths = lines.map((line) => pixelsOfLine(line, axes));
  const room = roomOf(chart, axes, paths);
  const at = x.map((unit, i) => [axes.x(unit), axes.y(y[i])]);
  const values = valuesOf({ at, ...meta }, room);
  const names = lines.map((line, i) => nameOf(line, paths[i], room));
  showLabels(chart, axes, [...values, ...names.filter(Boolean)]);
}

// Of values that are being tried out.
export function placeLabelsOf(chart, axes, path, marks) {
  showLabels(chart, axes, valuesOf(marks, roomOf(chart, axes, [path])));
}

export const marksOf = (chart) => chart.payload.figure.data.find((trace) => trace.name === "marks");

function showLabels(chart, axes, labels) {
  placeOver(chart.labels, axes);
  chart.labels.replaceChildren(...labels);
}

function roomOf(chart, axes, paths) {
  const places = chart.drawn ? chart.payload.handles : []; // before that there are none
  const taken = places.map((handle) => {
    const { tick, rate } = chart.active?.handle === handle ? chart.active : handle;
    const [x, y] = pixelsOf(chart, tick, rate);
    return [x - HANDLE, y - HANDLE, x + HANDLE, y + HANDLE];
  });
  return { axes, paths, taken };
}

// `marks` are at pixels, with their labels, in an order of importance.
function valuesOf({ at, labels, order }, room) {
  const shown = [];
  const nodes = [];
  for (const i of order) {
    if (!(i in at) || shown.some((j) => levelBetween(labels, i, j))) continue;
    const box = freeBox(at[i], labels[i].length * LETTER, room);
    if (!box) continue;
    shown.push(i);
    nodes.push(textIn(box, labels[i]));
  }
  return nodes;
}

// Whether all marks from i to j say the same: one label is enough for a level stretch.
const levelBetween = (texts, i, j) =>
  texts.slice(Math.min(i, j), Math.max(i, j) + 1).every((text) => text === texts[i]);

// A curve's name beside it, as near to its end as there is room.
function nameOf(line, path, room) {
  const at = line.text?.findLastIndex(Boolean) ?? -1;
  if (at < 0) return null;
  const width = line.text[at].length * LETTER;
  const step = Math.max(1, Math.floor(path.length / 60));
  for (let i = path.length - 1; i >= 0; i -= step) {
    const box = freeBox(path[i], width, room);
    if (box) return textIn(box, line.text[at], line.textfont.color);
  }
  return null;
}

function textIn([left, , right, bottom], text, color = "currentColor") {
  const node = document.createElementNS(SVG, "text");
  node.setAttribute("x", (left + right) / 2);
  node.setAttribute("y", bottom - 3);
  node.style.fill = color;
  node.textContent = text;
  return node;
}

// The first place beside [x, y] that is free; it is taken then.
function freeBox([x, y], width, { axes, paths, taken }) {
  if (x < -1 || x > axes.width + 1 || y < -1 || y > axes.height + 1) return null;
  for (const gap of [GAP, HANDLE + 4]) {
    for (const [right, down] of SIDES) {
      const middle = x + right * (width / 2 + (down ? 0 : gap));
      const top = y + (down ? down * (LINE / 2 + gap) : 0) - LINE / 2;
      const box = [middle - width / 2, top, middle + width / 2, top + LINE];
      const inside = box[0] >= 2 && box[2] <= axes.width - 2 && box[1] >= 0 && box[3] <= axes.height;
      if (!inside || taken.some((other) => overlap(box, other))) continue;
      if (paths.some((path) => crosses(path, box))) continue;
      taken.push(box);
      return box;
    }
  }
  return null;
}

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// A drawn curve as pixels, with the corners of its steps.
function pixelsOfLine(line, axes) {
  const points = line.x.map((x, i) => [axes.x(x), axes.y(line.y[i])]);
  return line.line.shape === "hv" ? stairsOf(points) : points;
}

export const stairsOf = (points) =>
  points.flatMap(([x, y], i) => (i ? [[x, points[i - 1][1]], [x, y]] : [[x, y]]));

function crosses(path, box) {
  const [left, top, right, bottom] = [box[0] - 2, box[1] - 1, box[2] + 2, box[3] + 1];
  for (let i = 1; i < path.length; i += 1) {
    const [ax, ay] = path[i - 1];
    const [bx, by] = path[i];
    if (bx < left || ax > right) continue;
    const slope = bx > ax ? (by - ay) / (bx - ax) : 0;
    const from = bx > ax ? ay + slope * (Math.max(ax, left) - ax) : ay;
    const to = bx > ax ? ay + slope * (Math.min(bx, right) - ax) : by;
    if (Math.max(from, to) >= top && Math.min(from, to) <= bottom) return true;
  }
  return false;
}
