// The page's own script. It comes first on the page: what the chart will need is then on its way
// while the code of other elements is still being loaded.

import { listenToJumps } from "./jump.js";

export default function ({ data }) {
  const chunk = new TextDecoder().decode(data);
  if (chunk) import(new URL(chunk, document.baseURI).href).catch(() => {}); // the chart says why
  return listenToJumps();
}
