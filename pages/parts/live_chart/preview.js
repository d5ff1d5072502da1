// Values that are being tried out -> the curve drawn over the plot, in one SVG path.

const MOST_DRAWN = 400;
const SVG = "http://www.w3.org/2000/svg";

// A tick's rate holds until the next tick; a long run is drawn as a line through samples.
function pathOf(axes, ticks, values, per, stepped) {
  const low = axes.height + 20;
  const text = ticks.map((tick, i) => {
    const x = axes.x(tick / per).toFixed(2);
    const y = Math.min(low, Math.max(-20, axes.y(values[i]))).toFixed(2);
    if (i === 0) return `M${x},${y}`;
    return stepped ? `H${x}V${y}` : `L${x},${y}`;
  });
  return text.join("");
}

function sampled(program, values) {
  const phases = buildPhases(program, values);
  const total = totalTicks(program, values);
  const ticks = sampleTicks(phases, total, MOST_DRAWN);
  const found = rates(phases, ticks);
  const stepped = ticks.length === total;
  return { phases, ticks: [...ticks, total], rates: [...found, found.at(-1)], stepped };
}

function drawPreview(chart, values) {
  const { program } = chart.payload;
  const axes = axesOf(chart);
  const drawn = sampled(program, values);
  const per = perUnit(program, values);
  chart.path.setAttribute("d", pathOf(axes, drawn.ticks, drawn.rates, per, drawn.stepped));
  placeOver(chart.overlay, axes);
  chart.root.dataset.preview = "";
}

function clearPreview(chart) {
  chart.slider = null;
  delete chart.root.dataset.preview;
  chart.path.removeAttribute("d");
}

function placeOver(element, axes) {
  const { left, top, width, height } = axes;
  Object.assign(element.style, {
    left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`,
  });
}
