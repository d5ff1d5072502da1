// What is under way: begun by a finger or a key, drawn each frame, sent once or taken back.

import { changesOf } from "./changes.js";
import { placeLabels } from "./labels.js";
import { placeHandle, placeHandles, showBubble } from "./place.js";
import { stopEase } from "./plot.js";
import { clearPreview, drawPreview } from "./preview.js";

const ANSWER = 5000; // ms after which an unanswered change is taken back

export function begin(chart, handle, how) {
  if (chart.active && chart.active.handle.id !== handle.id) commit(chart);
  stopEase(chart);
  chart.active ??= { handle, how, tick: handle.tick, rate: handle.rate };
  chart.root.dataset.active = handle.id;
  return chart.active;
}

export function request(chart) {
  chart.frame ??= requestAnimationFrame(() => {
    chart.frame = null;
    if (chart.active) follow(chart);
  });
}

export function follow(chart) {
  const { handle, tick, rate } = chart.active;
  const { values } = chart.payload;
  const changes = changesOf(handle, tick, rate, values, chart.per);
  drawPreview(chart, { ...values, ...changes });
  placeHandle(chart, handle, tick, rate);
  showBubble(chart, tick, rate);
}

export function commit(chart) {
  clearTimeout(chart.keyTimer);
  const { active } = chart;
  if (!active) return;
  const { handle, tick, rate } = active;
  const changes = changesOf(handle, tick, rate, chart.payload.values, chart.per);
  finish(chart);
  if (Object.keys(changes).length === 0) return settle(chart);
  Object.assign(handle, { tick, rate }); // for a next move that begins before the answer
  send(chart, changes);
}

export function send(chart, changes) {
  chart.send(changes);
  Object.assign(chart.payload.values, changes);
  awaitAnswer(chart);
}

export function awaitAnswer(chart) {
  clearTimeout(chart.answerTimer);
  chart.answerTimer = setTimeout(() => {
    chart.late ??= chart.read();
    if (!chart.active) chart.take();
  }, ANSWER);
}

export function cancel(chart) {
  clearTimeout(chart.keyTimer);
  finish(chart);
  settle(chart);
}

function finish(chart) {
  cancelAnimationFrame(chart.frame);
  chart.frame = null;
  chart.active = null;
  chart.bubble.hidden = true;
  delete chart.root.dataset.active;
}

// Nothing was changed.
function settle(chart) {
  clearPreview(chart);
  if (chart.late) {
    chart.take();
  } else {
    placeHandles(chart);
    placeLabels(chart);
  }
}
