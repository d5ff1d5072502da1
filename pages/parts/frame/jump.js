// A click on a.jump: the control that its address names comes into view and takes the focus.

const FOCUSABLE = '[aria-checked="true"], input:not([type="range"]), button, textarea';

export function listenToJumps() {
  document.addEventListener("click", onClick);
  return () => document.removeEventListener("click", onClick);
}

function onClick(event) {
  const link = event.target.closest?.("a.jump");
  const control = link && controlOf(link);
  if (!control) return;
  event.preventDefault();
  control.closest("details:not([open])")?.querySelector("summary").click();
  reach(link, Date.now() + 1000);
}

function controlOf(link) {
  return document.querySelector(`.st-key-${link.hash.slice(1)}`);
}

// An expander that was just opened lets nothing in it be focused for a moment.
function reach(link, deadline) {
  const control = controlOf(link);
  const target = control?.querySelector(FOCUSABLE);
  target?.focus({ preventScroll: true });
  if (document.activeElement === target) control.scrollIntoView({ block: "nearest" });
  else if (Date.now() < deadline) requestAnimationFrame(() => reach(link, deadline));
}
