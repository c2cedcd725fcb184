import type { DrawVega, Drawing, VegaSpec } from "../render/draw-vega.js";
import { createWorker } from "./limited-worker.js";

const drawer = createWorker<readonly VegaSpec[], readonly Drawing[]>("dist/chart-drawer.js", {
  seconds: 120,
  megabytes: 512,
});

/** Loads Vega in its thread while others work. */
export const startDrawer = drawer.start;

/** Draws charts in a thread of their own; without the thread, each has the same reason for not being there. */
export const drawInWorker: DrawVega = async (specs) => {
  if (specs.length === 0) return [];
  const answer = await drawer.ask(specs, "charts");
  return "error" in answer ? specs.map(() => answer) : answer;
};
