import { scoreBootstrap } from "../stats/score-bootstrap.js";

type Arguments = Parameters<typeof scoreBootstrap>;

/** Cases of like score and decision, counted by class. */
export type ScoreCell = Arguments[0][number];

/** One table of scores to draw from. */
export interface ResampleJob {
  readonly cells: Arguments[0];
  readonly subjects: Arguments[1];
  readonly options: Arguments[2];
}

export type ResampleAnswer = ReturnType<typeof scoreBootstrap>;

/** Draws for many tables; the pipeline gives one that does it in threads of their own. */
export type Resample = (jobs: readonly ResampleJob[]) => Promise<readonly ResampleAnswer[]>;

/** Draws for one table, in the thread that asks. */
export function resampleOne({ cells, subjects, options }: ResampleJob): ResampleAnswer {
  return scoreBootstrap(cells, subjects, options);
}
