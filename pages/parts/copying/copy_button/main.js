// A click copies a text, or this page's address with the whole link, and says so for two seconds.

const SHOWN = 2000; // ms
const timers = new WeakMap();

export default function ({ parentElement, data }) {
  const button = parentElement.querySelector(".copy");
  const { label, text, query } = JSON.parse(new TextDecoder().decode(data));
  button.querySelector(".idle").textContent = label;
  button.onclick = async () => {
    const copy = text ?? `${location.origin}${location.pathname}?${query}`;
    if (await copied(copy)) say(button);
    else window.prompt("Copy this:", copy);
  };
}

// A page that came over plain http from another computer has no navigator.clipboard.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromField(text);
  }
}

function copiedFromField(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.style.cssText = "position: fixed; opacity: 0";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return done;
}

function say(button) {
  const done = button.querySelector(".done");
  done.textContent = "Copied";
  button.classList.add("copied");
  clearTimeout(timers.get(button));
  timers.set(button, setTimeout(() => {
    done.textContent = "";
    button.classList.remove("copied");
  }, SHOWN));
}
