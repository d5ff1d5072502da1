// One chart a mounted component: made once, then shown whatever the server sends.

import { follow } from "./drag.js";
import { drawEarly } from "./early.js";
import { pointers } from "./handles.js";
import { placeLabels } from "./labels.js";
import { onDoubleClick } from "./parts.js";
import { placeHandles } from "./place.js";
import { drawPlot, loadPlotly, whenIdle } from "./plot.js";
import { clearPreview, drawPreview } from "./preview.js";
import { watchSliders } from "./sliders.js";
import { perUnit } from "./spans.js";

const SLOW = 3000; // ms
const ARRIVAL = 60; // ms, of the rest of a page
const charts = new WeakMap();

// What is thrown here would stand on the page as a stack trace.
export default function (component) {
  const fail = (error) => {
    console.error("The live chart could not start:", error);
    component.setTriggerValue("failed", true);
  };
  const root = component.parentElement.querySelector(".live-chart");
  try {
    showIn(root, component, fail);
  } catch (error) {
    fail(error);
  }
  return () => charts.get(root)?.close();
}

function showIn(root, { data, setTriggerValue, setStateValue }, fail) {
  const known = charts.get(root);
  const chart = known ?? makeChart(root);
  charts.set(root, chart);
  if (!known) live(chart, () => setStateValue("alive", true));
  chart.send = (changes) => setTriggerValue("edit", changes);
  chart.fail = fail;
  chart.read = () => JSON.parse(new TextDecoder().decode(data));
  chart.late = chart.read();
  if (!chart.active) chart.take();
}

// A chart that says nothing is given up. But the answer is a whole page, so it is said once, when
// the chart is drawn, or while a slow one is on its way.
function live(chart, say) {
  chart.lives = () => {
    chart.lives = () => {};
    say();
  };
  setTimeout(() => chart.lives(), SLOW);
}

function makeChart(root) {
  const find = (name) => root.querySelector(`.${name}`);
  const chart = {
    root,
    plot: find("plot"),
    overlay: find("overlay"),
    early: find("early"),
    path: root.querySelector(".overlay path"),
    dots: root.querySelector(".overlay-dots path"),
    labels: find("labels"),
    handles: find("handles"),
    bubble: find("bubble"),
    table: root.querySelector("table"),
    takeHold: (handle) => pointers(chart, handle),
  };
  let ready = null;
  const unwatch = watchSliders(chart);
  const resized = new ResizeObserver(() => {
    if (!("ready" in root.dataset)) return drawFirst(chart);
    const { width } = chart.plot._fullLayout;
    if (root.clientWidth && root.clientWidth !== width) {
      drawPlot(chart);
    }
  });
  chart.close = () => {
    unwatch();
    resized.disconnect();
    charts.delete(root);
  };
  chart.take = () => {
    clearTimeout(chart.answerTimer);
    chart.payload = chart.late;
    chart.late = null;
    const { payload } = chart;
    chart.per = perUnit(payload.program, payload.values);
    root.dataset.dark = payload.dark;
    chart.plot.setAttribute("aria-label", payload.label);
    showTable(chart.table, payload.table);
    if (!chart.drawn) {
      drawFirst(chart);
      resized.observe(root);
    }
    ready ??= loadPlotly(payload.chunk);
    // What a hand has moved is drawn already: the rest of the page is shown first.
    const tried = chart.drawn && "preview" in root.dataset;
    (tried ? ready.then(calm) : ready)
      .then(() => chart.payload === payload && show(chart))
      .then(() => "ready" in root.dataset || listen(chart))
      .catch(chart.fail);
  };
  return chart;
}

const calm = () => new Promise((done) => setTimeout(() => whenIdle(done, { timeout: 300 }), ARRIVAL));

function drawFirst(chart) {
  drawEarly(chart);
  drawPreview(chart, chart.payload.values);
}

function listen(chart) {
  chart.early.remove();
  placeAll(chart);
  chart.plot.on("plotly_afterplot", () => placeAll(chart));
  chart.root.addEventListener("mousedown", (event) => {
    if (!event.target.closest(".handle")) onDoubleClick(chart, event);
  }, true);
  chart.root.dataset.ready = "";
  chart.lives();
}

function placeAll(chart) {
  placeHandles(chart);
  chart.root.toggleAttribute("data-easing", Boolean(chart.easing));
  if (!chart.easing) placeLabels(chart);
  if (chart.active) follow(chart);
}

async function show(chart) {
  await drawPlot(chart);
  if (!chart.active) clearPreview(chart);
}

function showTable(table, rows) {
  table.tBodies[0].replaceChildren(...rows.map((row) => {
    const line = document.createElement("tr");
    line.append(...row.map((text) => {
      const cell = document.createElement("td");
      cell.textContent = text;
      return cell;
    }));
    return line;
  }));
}
