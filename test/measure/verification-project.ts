import { readFileSync } from "node:fs";
import type { Assessment } from "../../src/model/assessment.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessFiles, planFile } from "./project-folder.js";
import type { MemoryRow } from "./count-in-memory.js";

export const scores = {
  dev: readFileSync(new URL("../fixtures/golden/inputs/verif_dev.csv", import.meta.url), "utf8"),
  test: readFileSync(new URL("../fixtures/golden/inputs/verif_test.csv", import.meta.url), "utf8"),
};

export const base = {
  id: "scores",
  task: "verification",
  data: "data/scores.csv",
  label: "genuine",
  positive: 1,
  score: "score",
};

export const people = { subjects: { probe: "real", reference: "claimed" } };

/** The Assessment of one evaluation over the rows of a CSV file. */
export function assessScores(csv: string, more: object, plan: object = {}): Promise<Assessment> {
  const evaluations = [{ ...base, ...more }];
  return assessFiles({ "forthright.yaml": planFile({ evaluations, ...plan }), "data/scores.csv": csv });
}

export function tableOf({ tables }: Assessment, name: string) {
  return tables.find(({ id }) => id === `${name}@all`);
}

export interface Point {
  fmr: number;
  fnmr: number;
  false_matches: number;
  false_nonmatches: number;
}

export const g23 = readFixture("golden/G23_face_verification_bob.json") as {
  dev_eer: { eer_interpolated: number; threshold_min_gap: number };
  test_at_dev_eer_threshold: Point;
  test_by_sex: Record<"f" | "m", Point>;
  dev_at_fmr: (Point & { target: number; threshold: number })[];
  fnmr_test_cluster: { se_cluster: number; deff: number };
};

/** Simulated comparisons as a CSV file. */
export function csvOf(rows: readonly MemoryRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))].join("\n");
}

export const grouped = {
  subjects: { probe: "probe", reference: "reference" },
  demographics: { group: { probe: "group_probe", reference: "group_reference" } },
  threshold: 1.6,
};

export function ownOf(row: MemoryRow, score: number): MemoryRow {
  return { ...row, reference: row.probe ?? "", group_reference: row.group_probe ?? "", genuine: 1, score };
}
