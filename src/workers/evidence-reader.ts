import process from "node:process";

import { UserError } from "../errors.js";
import { duckdb } from "../measure/engines/duckdb.js";
import type { EvidenceCounts, EvidenceFailure, EvidenceJob } from "../measure/evidence-job.js";

/**
 * Child process that reads one evidence file. A file that crashes or starves the reader takes this process
 * down and nothing else; it holds no secret, for its environment is empty.
 */
export interface EvidenceAnswer {
  readonly counts?: EvidenceCounts;
  readonly failed?: EvidenceFailure;
}

const memoryLimitBytes = 4 * 2 ** 30;

process.on("message", (job: EvidenceJob) => {
  void answer(job).then((reply) => {
    process.send?.(reply, () => process.exit(0));
  });
});
process.on("disconnect", () => process.exit(1)); // The parent is gone: so is the reason to go on.

setInterval(() => {
  if (process.memoryUsage.rss() > memoryLimitBytes) process.exit(5);
}, 250).unref();

async function answer(job: EvidenceJob): Promise<EvidenceAnswer> {
  try {
    return { counts: await duckdb.count(job) };
  } catch (cause) {
    if (cause instanceof UserError) return { failed: { failure: cause.failure, messages: cause.messages } };
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return { failed: { failure: "internal", messages: [{ code: "E-INTERNAL", severity: "error", text }] } };
  }
}
