import { cpus } from "node:os";

import { resampleOne, type Resample, type ResampleAnswer, type ResampleJob } from "../measure/resample.js";
import { createWorker } from "./limited-worker.js";

const limits = { seconds: 600, megabytes: 1_024 };

/**
 * Draws intervals in threads of their own, at most two. Every job has its own seed, so that the answers do not depend
 * on how many threads there are.
 *
 * @param stage - told what is being done
 */
export function resampleInWorkers(stage: (what: string) => void): Resample {
  return async (jobs) => {
    const draws = jobs[0]?.options.replicates ?? 0;
    stage(`drawing ${jobs.length} tables of scores ${draws} times`);
    const threads = Math.min(2, cpus().length, jobs.length);
    const parts = Array.from({ length: threads }, (_, part) =>
      jobs.map((job, index) => ({ job, index })).filter(({ index }) => index % threads === part),
    );
    const answers: ResampleAnswer[] = [];
    await Promise.all(
      parts.map(async (part) => {
        const own = await answersOf(part.map(({ job }) => job));
        part.forEach(({ index }, place) => {
          const answer = own[place];
          if (answer !== undefined) answers[index] = answer;
        });
      }),
    );
    return answers;
  };
}

async function answersOf(jobs: readonly ResampleJob[]): Promise<readonly ResampleAnswer[]> {
  const worker = createWorker<readonly ResampleJob[], readonly ResampleAnswer[]>(
    "dist/score-resampler.js",
    limits,
  );
  try {
    const answer = await worker.ask(jobs, "scores").catch(() => null);
    // A thread that cannot start, or hangs, must not cost an interval: the draws are the same here, only slower.
    return answer === null || "error" in answer ? jobs.map(resampleOne) : answer;
  } finally {
    worker.close();
  }
}
