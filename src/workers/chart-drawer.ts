import { parentPort } from "node:worker_threads";

import { drawVega, type VegaSpec } from "../render/draw-vega.js";

/** Worker that draws charts: Vega is half of the program, and stays out of the main thread. */
parentPort?.on("message", (specs: readonly VegaSpec[]) => {
  void drawVega(specs).then((drawings) => parentPort?.postMessage(drawings));
});

// The first picture takes longest, for all of Vega is compiled on the way. It is drawn while nobody waits yet.
const x = { field: "x", type: "quantitative", axis: { values: [0, 1] } };
const y = { field: "y", type: "quantitative", title: "y", scale: { domain: [0, 1] } };
void drawVega([
  {
    data: { values: [{ x: 0, y: 1 }] },
    layer: [
      { mark: "line", encoding: { x, y } },
      {
        mark: { type: "bar", binSpacing: 1 },
        encoding: { x: { ...x, bin: { binned: true } }, x2: { field: "x" }, y },
      },
      {
        mark: { type: "text", text: "x" },
        encoding: { x, y, fill: { condition: { test: "datum.x > 0", value: "x" }, value: "y" } },
      },
      { mark: "rule", encoding: { x } },
      { mark: { type: "point", filled: true }, encoding: { x, y } },
    ],
  },
]);
