// Draws the figure with Plotly on a node that stays, and knows where its axes are in pixels.

const CONFIG = { displayModeBar: false, doubleClick: false, showTips: false };
const EASE = 150; // ms
const NARROW = 520; // px: a phone

export const loadPlotly = (path) =>
  import(new URL(path, document.baseURI).href).then(() => {
    if (!window.Plotly) throw new Error("the chunk sets no window.Plotly");
  });

export const sameRange = (a, b) =>
  a.every((edge, i) => Math.abs(edge - b[i]) <= 1e-9 * Math.abs(b[1] - b[0]));

export const rangeOf = (chart, axis) => [...chart.plot._fullLayout[axis].range];

export function sizedLayout(chart) {
  const layout = structuredClone(chart.payload.figure.layout); // Plotly writes a zoom into it
  const width = chart.root.clientWidth;
  const narrow = width < NARROW;
  const family = getComputedStyle(chart.root).fontFamily;
  return {
    ...layout,
    width,
    height: narrow ? 240 : layout.height,
    margin: narrow ? { ...layout.margin, l: 52, r: layout.margin.r - 4 } : layout.margin,
    font: { ...layout.font, family },
    hoverlabel: { font: { family, size: 12 } },
    dragmode: matchMedia("(pointer: coarse)").matches ? false : layout.dragmode,
    // Room for the second axis' numbers under those of the first.
    yaxis: { ...layout.yaxis, domain: narrow ? [0.17, 1] : layout.yaxis.domain },
  };
}

// A person's zoom stays as it is; else the axes take the figure's ranges.
export async function drawPlot(chart) {
  const layout = sizedLayout(chart);
  // Without their text: labels.js knows where there is room for it.
  const data = chart.payload.figure.data.map(({ mode, text, ...trace }) => ({
    ...trace,
    mode: mode?.replace("+text", ""),
  }));
  const { program, log } = chart.payload;
  const before = chart.drawn;
  const goal = { x: [...layout.xaxis.range], y: [...layout.yaxis.range] };
  const wide = layout.xaxis2.range[1] / layout.xaxis.range[1];
  let ease = null;
  if (before && before.unit === program.unit && !sameRange(rangeOf(chart, "xaxis"), before.x)) {
    layout.xaxis.range = rangeOf(chart, "xaxis");
    layout.xaxis2.range = layout.xaxis.range.map((edge) => edge * wide);
  }
  if (before && before.log === log) {
    const now = rangeOf(chart, "yaxis");
    const zoomed = !sameRange(now, before.y) && !chart.easing;
    if (!zoomed && !sameRange(now, goal.y) && !prefersStill()) ease = [now, goal.y];
    if (zoomed || ease) layout.yaxis.range = now;
  }
  chart.easing = ease;
  chart.drawn = { ...goal, wide, unit: program.unit, log };
  chart.root.style.height = `${layout.height}px`;
  await window.Plotly.react(chart.plot, data, layout, CONFIG);
  if (ease) whenIdle(() => chart.easing === ease && easeTo(chart, ...ease));
}

// The rest of the page is shown first.
export const whenIdle = (task, options) =>
  window.requestIdleCallback ? window.requestIdleCallback(task, options) : setTimeout(task, 50);

const prefersStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function easeTo(chart, from, to) {
  const token = chart.easing;
  const began = performance.now();
  const step = async (now) => {
    if (chart.easing !== token) return;
    const part = Math.min(1, Math.max(0, (now - began) / EASE));
    const smooth = part * (2 - part);
    if (part === 1) chart.easing = null;
    const range = part === 1 ? to : from.map((edge, i) => edge + (to[i] - edge) * smooth);
    await window.Plotly.relayout(chart.plot, { "yaxis.range": range });
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

// Under a hand the axis stands still, where it has come to.
export function stopEase(chart) {
  if (chart.easing) chart.drawn.y = rangeOf(chart, "yaxis");
  chart.easing = null;
}

export function resetZoom(chart) {
  const { x, y, wide } = chart.drawn;
  window.Plotly.relayout(chart.plot, {
    "xaxis.range": [...x],
    "xaxis2.range": x.map((edge) => edge * wide),
    "yaxis.range": [...y],
  });
}

// Where the axes will be, for the curve that is drawn while Plotly is on its way.
export function axesToBe(chart) {
  const { width, height, margin, xaxis, yaxis } = sizedLayout(chart);
  const log = yaxis.type === "log";
  const wide = width - margin.l - margin.r;
  const high = (height - margin.t - margin.b) * (1 - yaxis.domain[0]);
  const part = (value, [low, top]) => (value - low) / (top - low);
  return {
    left: margin.l,
    top: margin.t,
    width: wide,
    height: high,
    bottom: height - margin.b, // of what belongs to the plot
    x: (units) => wide * part(units, xaxis.range),
    y: (rate) => high * (1 - part(log ? Math.log10(rate) : rate, yaxis.range)),
  };
}

// Pixels from the plot area's left top corner.
export function axesOf(chart) {
  if (!chart.plot._fullLayout) return axesToBe(chart);
  const { xaxis, yaxis } = chart.plot._fullLayout;
  const bottom = yaxis._length;
  return {
    left: xaxis._offset,
    top: yaxis._offset,
    width: xaxis._length,
    height: bottom,
    x: (units) => xaxis.d2p(units),
    // A rate of 0 has no place on a log axis: it stands on the bottom edge.
    y: (rate) => (yaxis.type === "log" && rate <= 0 ? bottom : yaxis.d2p(rate)),
    units: (px) => xaxis.p2d(px),
    rate: (px) => yaxis.p2d(px),
    log: yaxis.type === "log",
  };
}
