import { smallTable, type Content } from "../hostile/make-project.js";
import type { Workspace } from "../hostile/workspace.js";

/** Ten lines that are right; what a test adds starts on line 11. */
export const right = `schema: 1
model:
  name: Small model
evaluations:
  - id: rows
    data: data/rows.csv
    label: y
    positive: 1
    score: p
    slices: [group]
`;

/** What `build` says of a plan. */
export async function buildPlan(folder: Workspace, plan: Content, files: Record<string, string> = {}) {
  const root = await folder.project({ plan, data: smallTable(), files });
  const { code, stderr } = await folder.run(["build", root, "--out", folder.fresh("out")]);
  return { code, said: stderr };
}
