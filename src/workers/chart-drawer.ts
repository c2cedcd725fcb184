import { parentPort } from "node:worker_threads";

import { drawVega, type VegaSpec } from "../render/draw-vega.js";

/** Worker that draws charts: Vega is half of the program, and stays out of the main thread. */
parentPort?.on("message", (specs: readonly VegaSpec[]) => {
  void drawVega(specs).then((drawings) => parentPort?.postMessage(drawings));
});
