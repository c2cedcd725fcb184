import type { DrawVega, VegaSpec } from "../render/draw-vega.js";
import type { Drawing } from "./chart-drawer.js";
import { createWorker } from "./limited-worker.js";

const drawer = createWorker<VegaSpec, Drawing>("dist/chart-drawer.js", { seconds: 20, megabytes: 512 });

/** Loads Vega in its thread while others work. */
export const startDrawer = drawer.start;

/** Draws a chart in a thread of its own. @throws Error with the reason when there is no picture */
export const drawInWorker: DrawVega = async (spec) => {
  const answer = await drawer.ask(spec);
  if ("error" in answer) throw new Error(answer.error);
  return answer.svg;
};
