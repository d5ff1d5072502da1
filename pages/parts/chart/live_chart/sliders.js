// Streamlit's own sliders, watched while they move: the curve follows before they send anything.

import { awaitAnswer } from "./drag.js";
import { drawPreview } from "./preview.js";

const KEY = /\bst-key-(\w+)_slider\b/;
const WATCHED = { subtree: true, attributes: true, attributeFilter: ["value", "aria-valuenow"] };

// Only the slider under the hand: the server moves them, too.
export function watchSliders(chart) {
  let held = null;
  const hold = ({ target }) => {
    held = target.closest(".stSlider");
  };
  const release = () => {
    if (chart.slider) awaitAnswer(chart);
  };
  const observer = new MutationObserver((records) => {
    const moved = records.find(({ target }) => held?.contains(target));
    if (moved && !chart.active) previewSlider(chart, moved.target);
  });
  const listeners = { pointerdown: hold, keydown: hold, pointerup: release, keyup: release };
  for (const [event, listener] of Object.entries(listeners)) {
    document.addEventListener(event, listener, true);
  }
  observer.observe(document.body, WATCHED);
  return () => {
    observer.disconnect();
    for (const [event, listener] of Object.entries(listeners)) {
      document.removeEventListener(event, listener, true);
    }
  };
}

// A logarithmic slider's left end, a little below its smallest rate, is 0 (see lrlib/edit/log_slider.py).
const rateOf = (power, smallest) =>
  power < smallest - 0.25 ? 0 : Number((10 ** power).toPrecision(2));

function previewSlider(chart, slider) {
  const name = KEY.exec(slider.closest("[class*='_slider']")?.className ?? "")?.[1];
  if (!name) return;
  const moved = Number(slider.getAttribute("aria-valuenow") ?? slider.value);
  const key = name.replace(/_log$/, "");
  const { values } = chart.payload;
  if (typeof values[key] !== "number" || !Number.isFinite(moved)) return;
  const value = key === name ? moved : rateOf(moved, chart.payload.smallest);
  chart.slider = { ...values, [key]: value };
  clearTimeout(chart.answerTimer);
  chart.sliderFrame ??= requestAnimationFrame(() => {
    chart.sliderFrame = null;
    if (chart.slider) drawPreview(chart, chart.slider);
  });
}
