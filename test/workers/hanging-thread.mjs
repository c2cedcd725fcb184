import { parentPort } from "node:worker_threads";

/* A thread that answers every question but one, over which it hangs, and one on which it ends. */
parentPort.on("message", (question) => {
  if (question === "end") process.exit(1);
  while (question === "hang");
  parentPort.postMessage(`heard ${question}`);
});
