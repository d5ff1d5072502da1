// Handles over the plot: by mouse, finger or keys. What they change goes out once, on release.

import { begin, cancel, commit, request } from "./drag.js";
import { removePart } from "./parts.js";
import { pixelsOf, showBubble } from "./place.js";
import { rateAt, stepRate, stepTick, tickAt } from "./snap.js";

const DEAD = 4; // px that a finger may tremble before it moves a value
const MOVES = { // steps that a key goes
  ArrowLeft: { right: -1 },
  ArrowRight: { right: 1 },
  ArrowUp: { up: 1 },
  ArrowDown: { up: -1 },
  PageUp: { up: 10 },
  PageDown: { up: -10 },
  Home: { right: -Infinity },
  End: { right: Infinity },
};
const KEY_PAUSE = 250; // ms after the last key press until the change goes out

export function pointers(chart, element) {
  let from = null;
  const handleOf = () => chart.payload.handles.find((handle) => handle.id === element.dataset.id);
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    const handle = handleOf();
    const [left, top] = pixelsOf(chart, handle.tick, handle.rate);
    from = {
      id: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      left,
      top,
    };
    begin(chart, handle, "pointer");
    showBubble(chart, handle.tick, handle.rate);
  });
  element.addEventListener("pointermove", (event) => {
    if (from?.id !== event.pointerId || !chart.active) return;
    const { handle } = chart.active;
    const right = event.clientX - from.x;
    const down = event.clientY - from.y;
    from.sideways ||= Math.abs(right) > DEAD;
    from.upright ||= Math.abs(down) > DEAD;
    const free = event.altKey;
    if (from.sideways) chart.active.tick = tickAt(chart, handle, from.left + right, free);
    if (from.upright) chart.active.rate = rateAt(chart, handle, from.top + down, free);
    request(chart);
  });
  element.addEventListener("pointerup", () => {
    if (from && chart.active) commit(chart);
    from = null;
  });
  element.addEventListener("pointercancel", () => {
    if (from && chart.active) cancel(chart);
    from = null;
  });
  element.addEventListener("keydown", (event) => onKey(chart, handleOf(), event));
  element.addEventListener("blur", () => {
    if (chart.active?.how === "keys") commit(chart);
  });
}

function onKey(chart, handle, event) {
  if (event.key === "Escape" && chart.active) {
    event.preventDefault();
    cancel(chart);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    removePart(chart, handle);
  } else if (event.key in MOVES && chart.active?.how !== "pointer") {
    event.preventDefault();
    const times = event.shiftKey ? 10 : 1;
    const active = begin(chart, handle, "keys");
    const { right, up } = MOVES[event.key];
    if (right && handle.x) active.tick = stepTick(chart, handle, active.tick, right * times);
    if (up && handle.y) active.rate = stepRate(chart, handle, active.rate, up * times);
    request(chart);
    clearTimeout(chart.keyTimer);
    chart.keyTimer = setTimeout(() => commit(chart), KEY_PAUSE);
  }
}
