// Questions, one a line -> answers, one a line: what the page's own modules say in Node.

import process from "node:process";
import { createInterface } from "node:readline";
import { rates, sampleTicks } from "./chart/live_chart/curve.js";
import { PARTS } from "./chart/live_chart/cuts.js";
import { buildPhases } from "./chart/live_chart/phases.js";
import { totalTicks } from "./chart/live_chart/spans.js";

const ANSWERS = {
  rates: (program, values, ticks) => rates(buildPhases(program, values), ticks),
  samples: (program, values) =>
    sampleTicks(buildPhases(program, values), totalTicks(program, values), 400),
  parts: () => Object.keys(PARTS),
  entry: async (address) => typeof (await import(address)).default,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  try {
    console.log(JSON.stringify({ answer: await ANSWERS[name](...given) }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.stack }));
  }
}
