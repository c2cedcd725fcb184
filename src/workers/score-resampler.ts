import { parentPort } from "node:worker_threads";

import { resampleOne, type ResampleAnswer, type ResampleJob } from "../measure/resample.js";

/** Thread that draws intervals; numbers in, numbers out. */
parentPort?.on("message", (jobs: readonly ResampleJob[]) => {
  const answers: readonly ResampleAnswer[] = jobs.map(resampleOne);
  parentPort?.postMessage(answers);
});
