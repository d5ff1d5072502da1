// Streamlit's own sliders, watched while they move: the curve follows before they send anything.

const KEY = /\bst-key-w_(\w+)/;

function watchSliders(chart) {
  const observer = new MutationObserver((records) => {
    if (chart.active) return;
    for (const { target } of records) {
      if (target.getAttribute("role") === "slider" || target.matches?.("input[type=range]")) {
        previewSlider(chart, target);
      }
    }
  });
  observer.observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ["value", "aria-valuenow"],
  });
  return observer;
}

// A logarithmic slider's left end, a little below its smallest rate, is 0 (see fields.py).
const rateOf = (power, smallest) =>
  power < smallest - 0.25 ? 0 : Number((10 ** power).toPrecision(2));

function previewSlider(chart, slider) {
  const name = KEY.exec(slider.closest("[class*='st-key-w_']")?.className ?? "")?.[1];
  if (!name) return;
  const moved = Number(slider.getAttribute("aria-valuenow") ?? slider.value);
  const key = name.replace(/_log$/, "");
  const { values } = chart.payload;
  const value = key === name ? moved : rateOf(moved, chart.payload.smallest);
  if (typeof values[key] !== "number" || values[key] === value || !Number.isFinite(value)) return;
  chart.slider = { ...values, [key]: value };
  chart.sliderFrame ??= requestAnimationFrame(() => {
    chart.sliderFrame = null;
    drawPreview(chart, chart.slider);
    clearTimeout(chart.answerTimer);
    chart.answerTimer = setTimeout(() => settle(chart), ANSWER);
  });
}
