import type { Assessment } from "../../src/model/assessment.js";
import { smallEvaluation, smallPlan, type ProjectParts } from "../hostile/make-project.js";
import type { Run, RunOptions } from "../hostile/run-program.js";
import type { Workspace } from "../hostile/workspace.js";

/** What `forthright assess` answered for a project. */
export interface Answer {
  readonly run: Run;
  /** Null when there was none. */
  readonly assessment: Assessment | null;
}

/** Writes a project and assesses it. */
export async function assessProject(
  folder: Workspace,
  parts: ProjectParts,
  options: Partial<RunOptions> = {},
): Promise<Answer> {
  return assessFolder(folder, await folder.project(parts), options);
}

/** Assesses a project that stands already. */
export async function assessFolder(
  folder: Workspace,
  root: string,
  options: Partial<RunOptions> = {},
): Promise<Answer> {
  const run = await folder.run(["assess", root], options);
  return { run, assessment: run.code === 0 ? (JSON.parse(run.stdout) as Assessment) : null };
}

/** The small plan with changes to its evaluation. */
export function planWith(changes: Record<string, unknown>): ReturnType<typeof smallPlan> {
  return smallPlan({ evaluations: [smallEvaluation(changes)] });
}

/** Everything that was counted, without the names and digests of the files it was counted from. */
export function countedFacts(assessment: Assessment | null): string {
  if (assessment === null) return "no assessment";
  const { estimates, slices, distributions, tables, coverage, evaluations, findings } = assessment;
  return JSON.stringify(
    { estimates, slices, distributions, tables, coverage, evaluations, findings },
    (key, value: unknown) =>
      key === "evidence" || key === "sha256" || key === "data" || key === "source" ? undefined : value,
  );
}
