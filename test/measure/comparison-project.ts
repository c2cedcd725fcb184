import { readFileSync } from "node:fs";
import type { Assessment } from "../../src/model/assessment.js";
import { assessFiles, planFile } from "./project-folder.js";

export const messages = readFileSync(
  new URL("../../examples/nlp-platforms/data/messages.csv", import.meta.url),
  "utf8",
);

/** A comparison of `a` and `b` on `rows.csv`, with columns y, a, b. */
export const plain = {
  id: "pair",
  task: "comparison",
  data: "rows.csv",
  label: "y",
  positive: 1,
  models: [
    { id: "a", prediction: "a" },
    { id: "b", prediction: "b" },
  ],
};

export async function assessed(csv: string, evaluation: object = {}, plan: object = {}): Promise<Assessment> {
  return assessFiles({
    "rows.csv": csv,
    "forthright.yaml": planFile({ evaluations: [{ ...plain, ...evaluation }], ...plan }),
  });
}
