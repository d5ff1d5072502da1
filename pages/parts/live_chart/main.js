// One chart a mounted component: made once, then shown whatever the server sends.

const charts = new WeakMap();

export default function ({ parentElement, data, setTriggerValue, setStateValue }) {
  const root = parentElement.querySelector(".live-chart");
  const known = charts.get(root);
  const chart = known ?? makeChart(root);
  charts.set(root, chart);
  if (!known) setStateValue("alive", true); // once, at once: a slow start is no lost chart
  chart.send = (changes) => setTriggerValue("edit", changes);
  chart.fail = (error) => {
    console.error("The live chart could not start:", error);
    setTriggerValue("failed", true);
  };
  chart.late = JSON.parse(new TextDecoder().decode(data));
  if (!chart.active) chart.take();
  return () => chart.close();
}

function makeChart(root) {
  const find = (name) => root.querySelector(`.${name}`);
  const chart = {
    root,
    plot: find("plot"),
    overlay: find("overlay"),
    path: root.querySelector(".overlay path"),
    labels: find("labels"),
    handles: find("handles"),
    bubble: find("bubble"),
    table: root.querySelector("table"),
  };
  let ready = null;
  const observer = watchSliders(chart);
  const resized = new ResizeObserver(() => {
    if (chart.drawn && root.clientWidth) window.Plotly.relayout(chart.plot, sizes(chart));
  });
  chart.close = () => {
    observer.disconnect();
    resized.disconnect();
    charts.delete(root);
  };
  chart.take = () => {
    clearTimeout(chart.answerTimer);
    chart.payload = chart.late;
    chart.late = null;
    const { payload } = chart;
    chart.per = perUnit(payload.program, payload.values);
    ready ??= start(chart, resized);
    ready.then(() => chart.payload === payload && show(chart)).catch(chart.fail);
  };
  return chart;
}

async function start(chart, resized) {
  await loadPlotly(chart.payload.chunk);
  await show(chart);
  chart.plot.on("plotly_afterplot", () => {
    placeHandles(chart);
    placeLabels(chart);
    if (chart.active) follow(chart);
  });
  chart.root.addEventListener("mousedown", (event) => {
    if (!event.target.closest(".handle")) onDoubleClick(chart, event);
  }, true);
  resized.observe(chart.root);
  chart.root.dataset.ready = "";
}

async function show(chart) {
  const { payload } = chart;
  await drawPlot(chart);
  clearPreview(chart);
  chart.plot.setAttribute("aria-label", payload.label);
  showTable(chart.table, payload.table);
  placeHandles(chart);
  placeLabels(chart);
}

function sizes(chart) {
  const { width, height, margin } = sizedLayout(chart);
  return { width, height, margin };
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
