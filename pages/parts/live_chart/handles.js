// Handles over the plot: by mouse, finger or keys. What they change goes out once, on release.

const DEAD = 4; // px that a finger may tremble before it moves a value
const KEY_PAUSE = 250; // ms after the last key press until the change goes out
const ANSWER = 5000; // ms after which an unanswered change is taken back

const exponent = (text) =>
  text.replace(/e([+-])(\d+)$/, (_, sign, digits) => `E${sign}${digits.padStart(2, "0")}`);
const rateText = (rate, digits = 1) => (rate ? exponent(rate.toExponential(digits)) : "0");

// The shortest number of units that is rounded to this many ticks.
function unitsOf(ticks, per) {
  const units = ticks / per;
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(units.toPrecision(digits));
    if (wholeTicks(short, per) === ticks) return short;
  }
  return units;
}

// The link keys that moving a handle to `tick` and `rate` changes, with their values.
function changesOf(handle, tick, rate, values, per) {
  const changes = {};
  const { x, y } = handle;
  const put = (part, entry) => {
    if (part.index === null) {
      changes[part.key] = entry(values[part.key]);
    } else {
      const list = changes[part.key] ?? structuredClone(values[part.key]);
      list[part.index] = entry(list[part.index]);
      changes[part.key] = list;
    }
  };
  if (x && tick !== handle.tick) {
    const ticks = (tick - x.base) * x.sign;
    const units = Number.isInteger(ticks) ? unitsOf(ticks, per) : ticks / per;
    put(x, (old) => (Array.isArray(old) ? [units, old[1]] : units));
  }
  if (y && rate !== handle.rate) {
    put(y, (old) => (Array.isArray(old) ? [old[0], rate] : rate));
  }
  return changes;
}

const within = (value, low, high) => Math.min(high, Math.max(low, value));

function limitRate(y, rate) {
  if (rate < y.low) return y.zero && rate < y.low / 2 ? 0 : y.low;
  return Math.min(rate, y.high);
}

// A rate of two or three digits, as many as a pixel can tell apart.
function snapRate(rate, pixel) {
  return rate > 0 ? Number(rate.toPrecision(pixel / rate >= 0.005 ? 2 : 3)) : rate;
}

function tickAt(chart, handle, px, free) {
  if (!handle.x) return handle.tick;
  const tick = axesOf(chart).units(px) * chart.per;
  return within(free ? tick : Math.round(tick), handle.x.low, handle.x.high);
}

function rateAt(chart, handle, px, free) {
  if (!handle.y) return handle.rate;
  const axes = axesOf(chart);
  const rate = axes.rate(px);
  const pixel = Math.abs(axes.rate(px - 1) - rate);
  const below = axes.log ? px > axes.height : rate < pixel / 2;
  if (below && handle.y.zero) return 0;
  const lowest = axes.log ? 0 : pixel; // at the foot of a linear axis, still above 0
  return limitRate(handle.y, free ? rate : snapRate(Math.max(rate, lowest), pixel));
}

function begin(chart, handle, how) {
  if (chart.active && chart.active.handle.id !== handle.id) commit(chart);
  chart.active ??= { handle, how, tick: handle.tick, rate: handle.rate };
  chart.root.dataset.active = handle.id;
  return chart.active;
}

function request(chart) {
  chart.frame ??= requestAnimationFrame(() => {
    chart.frame = null;
    if (chart.active) follow(chart);
  });
}

function follow(chart) {
  const { handle, tick, rate } = chart.active;
  const { values } = chart.payload;
  const changes = changesOf(handle, tick, rate, values, chart.per);
  chart.active.changes = changes;
  drawPreview(chart, { ...values, ...changes });
  placeHandle(chart, handle, tick, rate);
  showBubble(chart, handle, tick, rate);
}

function commit(chart) {
  clearTimeout(chart.keyTimer);
  const { active } = chart;
  if (!active) return;
  const { handle, tick, rate } = active;
  const changes = changesOf(handle, tick, rate, chart.payload.values, chart.per);
  finish(chart);
  if (Object.keys(changes).length > 0) send(chart, changes);
  else settle(chart);
}

function send(chart, changes) {
  chart.send(changes);
  clearTimeout(chart.answerTimer);
  chart.answerTimer = setTimeout(() => settle(chart), ANSWER);
}

function cancel(chart) {
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

// Back to what the server last said.
function settle(chart) {
  clearPreview(chart);
  if (chart.late) chart.take();
  else placeHandles(chart);
}

function pointers(chart, element) {
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
    showBubble(chart, handle, handle.tick, handle.rate);
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
  } else if (event.key.startsWith("Arrow") && chart.active?.how !== "pointer") {
    event.preventDefault();
    const times = event.shiftKey ? 10 : 1;
    const active = begin(chart, handle, "keys");
    const sign = event.key === "ArrowRight" || event.key === "ArrowUp" ? 1 : -1;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      if (handle.x) active.tick = stepTick(chart, handle, active.tick, sign * times);
    } else if (handle.y) {
      active.rate = stepRate(chart, handle, active.rate, sign * times);
    }
    request(chart);
    clearTimeout(chart.keyTimer);
    chart.keyTimer = setTimeout(() => commit(chart), KEY_PAUSE);
  }
}

// One tick in a short run; in a long one a round number of ticks that can be seen.
function stepTick(chart, handle, tick, times) {
  const total = totalTicks(chart.payload.program, chart.payload.values);
  const step = Math.max(1, 10 ** Math.floor(Math.log10(total / 100)));
  return within(Math.round(tick) + times * step, handle.x.low, handle.x.high);
}

// One in the second digit; from 0 up to the foot of the axis, and from there down to 0.
function stepRate(chart, handle, rate, times) {
  const axes = axesOf(chart);
  const foot = axes.log ? axes.rate(axes.height) : axes.rate(0) / 1000;
  const small = 10 ** Math.ceil(Math.log10(foot));
  if (rate === 0) return times > 0 ? limitRate(handle.y, small) : 0;
  if (times < 0 && rate <= small && handle.y.zero) return 0;
  const size = Math.floor(Math.log10(rate) + 1e-9);
  const power = times < 0 && rate <= 10 ** size * (1 + 1e-9) ? size - 1 : size;
  const step = 10 ** (power - 1);
  return limitRate(handle.y, Number((rate + times * step).toPrecision(3)));
}
