import { fork } from "node:child_process";

import { UserError } from "../errors.js";
import type { EvidenceCounts, EvidenceJob } from "../measure/evidence-job.js";
import { packageFile } from "../package-file.js";
import type { EvidenceAnswer } from "./evidence-reader.js";

const timeLimitMs = 10 * 60_000;

/** Counts one evidence file in a child process of its own, with limits on time and memory. */
export async function readEvidence(job: EvidenceJob): Promise<EvidenceCounts> {
  const child = fork(packageFile("dist/evidence-reader.js"), [], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { TZ: "UTC" },
    execArgv: [],
  });
  const answer = await new Promise<EvidenceAnswer>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(limitError(job, `Reading took over ${timeLimitMs / 60_000} minutes.`));
    }, timeLimitMs);
    child.once("message", (reply: EvidenceAnswer) => {
      clearTimeout(timer);
      resolve(reply);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      if (code === 5) reject(limitError(job, "Reading needed more memory than 4 GiB."));
      else reject(crashError(job, signal ?? `exit code ${code ?? "unknown"}`));
    });
    child.send(job);
  });
  if (answer.counts !== undefined) return answer.counts;
  if (answer.failed?.failure === "internal")
    throw new Error(answer.failed.messages[0]?.text ?? "evidence reader");
  throw new UserError(answer.failed?.failure ?? "input", answer.failed?.messages ?? []);
}

function limitError(job: EvidenceJob, text: string): UserError {
  return new UserError("limit", { code: "E-LIMIT", severity: "error", place: { file: job.file.path }, text });
}

function crashError(job: EvidenceJob, how: string): UserError {
  return new UserError("input", {
    code: "E-READER-CRASH",
    severity: "error",
    place: { file: job.file.path },
    text: `The reader stopped while reading this file (${how}).`,
    hint: "The file may be damaged; write it again.",
  });
}
