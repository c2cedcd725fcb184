import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import type { Assessment } from "../../src/model/assessment.js";
import { assess } from "../../src/pipeline.js";

/** Files of a project by path; the plan may be given as data, since JSON is YAML. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** `forthright.yaml` from data. */
export function planFile(plan: object): string {
  return JSON.stringify({ schema: 1, model: { name: "Small model" }, ...plan }, null, 2);
}

/** Writes a project into a temporary folder, runs a task on it, and removes it. */
export async function withProject<T>(files: ProjectFiles, task: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      const target = path.join(root, name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    return await task(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The Assessment of a project that lives only as long as it is assessed. */
export async function assessFiles(files: ProjectFiles): Promise<Assessment> {
  return withProject(files, async (root) => (await assess(root)).assessment);
}

/** The Assessment of a plan without a data file. */
export async function assessPlan(plan: object): Promise<Assessment> {
  return assessFiles({ "forthright.yaml": planFile(plan) });
}

/** Value of an estimate; throws when there is none of this id, so that a renamed id cannot pass for "no value". */
export function valueOf(assessment: Assessment, id: string): number | null {
  return estimateAt(assessment, id).value;
}

export function estimateAt({ estimates }: Assessment, id: string): Assessment["estimates"][number] {
  const found = estimates.find((estimate) => estimate.id === id);
  if (found === undefined) throw new Error(`There is no estimate ${id}`);
  return found;
}
