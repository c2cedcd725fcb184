import { parentPort } from "node:worker_threads";

import { drawVega, type VegaSpec } from "../render/draw-vega.js";

/** Worker that draws one chart at a time: Vega is half of the program, and stays out of the main thread. */
export interface Drawing {
  readonly svg: string;
}

parentPort?.on("message", (spec: VegaSpec) => {
  drawVega(spec).then(
    (svg) => parentPort?.postMessage({ svg } satisfies Drawing),
    (cause: unknown) =>
      parentPort?.postMessage({ error: cause instanceof Error ? cause.message : String(cause) }),
  );
});
