import { hostileStrings } from "../hostile/hostile-strings.js";
import { seeded } from "../measure/seeded.js";
import type { SmallCell, SmallTable } from "./small-table.js";

/** Names of columns that mean something to SQL, each in its way. */
export const columnNames = {
  id: "id",
  label: `is "fraud"; drop table x; --`,
  score: "s\\co're",
  group: `Grüppe 🚀 "" \\' x`,
  tenure: "tenure/months",
  value: "select",
  subject: "key 1",
  site: "$1 :x {y:String} %s",
} as const;

/** Schema and table with quotes, blanks and backslashes in their names. */
export const hostileSchema = `ev"il \\`;
export const hostileName = `pre'd; drop "x" \\'`;

export const threshold = 0.7;

const [below, above] = [0.7 - 2 ** -53, 0.7 + 2 ** -53];

/** Scores that lie at the threshold to the last bit, tie, are tiny, or lie at an end. */
const edgeScores = [
  below,
  threshold,
  above,
  0,
  -0,
  1,
  1 - 2 ** -53,
  5e-324,
  1e-200,
  0.1,
  0.30000000000000004,
];

/**
 * Binary evidence with everything that is hard on the way through a server: hostile names and values, blanks of
 * every kind, missing labels and scores, ties, edge scores, money of both signs, subjects with several rows.
 */
export function hostileTable(rows: number, seed: number): SmallTable {
  const random = seeded(seed);
  const groups = [
    ...hostileStrings.map(({ text }) => text),
    "a",
    " a ",
    "B",
    "",
    "  ",
    null,
    "é",
    "e\u0301",
    "ß",
  ];
  const subjects = Array.from({ length: Math.ceil(rows / 3) }, (_, index) => `person ${index}`);
  const cells = Array.from({ length: rows }, (_, index): SmallCell[] => {
    const positive = random.chance(0.3);
    const score = random.chance(0.2)
      ? (edgeScores[random.whole(0, edgeScores.length - 1)] ?? 0)
      : Math.min(1, Math.max(0, (positive ? 0.6 : 0.35) + (random.next() - 0.5) * 0.8));
    return [
      random.chance(0.02) ? index - 1 : index,
      random.chance(0.03) ? null : positive ? "1" : "0",
      random.chance(0.03) ? null : score,
      groups[random.whole(0, groups.length - 1)] ?? null,
      random.chance(0.05) ? null : random.chance(0.2) ? random.whole(0, 3) * 12 : random.next() * 60,
      `${random.chance(0.2) ? "-" : ""}${random.whole(0, 9_999_999)}.${String(random.whole(0, 9_999)).padStart(4, "0")}`,
      subjects[random.whole(0, subjects.length - 1)] ?? "",
      random.chance(0.1) ? null : random.whole(1, 12),
    ];
  });
  return {
    schema: hostileSchema,
    name: hostileName,
    columns: [
      { name: columnNames.id, type: "whole" },
      { name: columnNames.label, type: "text" },
      { name: columnNames.score, type: "double" },
      { name: columnNames.group, type: "text" },
      { name: columnNames.tenure, type: "double" },
      { name: columnNames.value, type: "money" },
      { name: columnNames.subject, type: "text" },
      { name: columnNames.site, type: "whole" },
    ],
    rows: cells,
  };
}

/** The keys of the plan that go with the table, whatever holds it. */
export function hostileEvaluation(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    label: columnNames.label,
    positive: 1,
    score: columnNames.score,
    slices: [columnNames.group, columnNames.tenure, columnNames.site],
    bands: { [columnNames.tenure]: [12, 24, 36.5] },
    row_id: columnNames.id,
    ...changes,
  };
}
