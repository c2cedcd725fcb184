import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import type { Assessment } from "../../src/model/assessment.js";
import { assess } from "../../src/pipeline.js";

/** One scored case: outcome, score, group. */
type Row = readonly [positive: boolean, score: number, group: string];

export interface EdgeEvidence {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Kinds that this evidence carries; every other must say why it is not drawn. */
  readonly drawn: readonly string[];
  /** Parts of the plan beside the evaluation; merged over the common ones. */
  readonly plan?: Readonly<Record<string, unknown>>;
  /** Part of the evaluation; merged over the common one. */
  readonly evaluation?: Readonly<Record<string, unknown>>;
}

const all = [
  "fact-box",
  "icon-array",
  "frequency-tree",
  "slice-intervals",
  "trade-off",
  "reliability",
  "score-distributions",
  "spectrum",
  "confusion-matrix",
  "precision-recall",
];

/** Positives and negatives in turn, with scores that spread over the range and favour the positives. */
function spread(cases: number, groupOf: (index: number) => string = (index) => `g${index % 2}`): Row[] {
  return Array.from({ length: cases }, (_, index) => {
    const positive = index % 4 === 0;
    const share = ((index * 37) % 100) / 100;
    return [positive, positive ? 0.3 + 0.7 * share : 0.8 * share, groupOf(index)];
  });
}

const longName =
  "applicants who came to us through a partner shop in the northern districts before the reform";

export const edgeEvidence: readonly EdgeEvidence[] = [
  { name: "400 ordinary cases", rows: spread(400), drawn: all },
  {
    name: "positives only",
    rows: spread(400).map(([, score, group]) => [true, score, group]),
    drawn: ["reliability", "spectrum"],
  },
  {
    name: "negatives only",
    rows: spread(400).map(([, score, group]) => [false, score, group]),
    drawn: ["reliability", "spectrum"],
  },
  {
    name: "three cases",
    rows: [
      [true, 0.9, "a"],
      [false, 0.2, "a"],
      [false, 0.7, "b"],
    ],
    drawn: ["slice-intervals", "spectrum", "confusion-matrix"],
  },
  {
    name: "no errors",
    rows: spread(400).map(([positive, score, group]) => [
      positive,
      positive ? 0.6 + score / 4 : score / 4,
      group,
    ]),
    drawn: all,
  },
  {
    name: "everything flagged",
    rows: spread(400).map(([positive, score, group]) => [positive, 0.5 + score / 2, group]),
    drawn: all,
  },
  {
    name: "nothing flagged",
    rows: spread(400).map(([positive, score, group]) => [positive, score / 4, group]),
    drawn: all,
  },
  {
    name: "one score for all",
    rows: spread(400).map(([positive, , group]) => [positive, 0.7, group]),
    drawn: [
      "fact-box",
      "icon-array",
      "frequency-tree",
      "slice-intervals",
      "trade-off",
      "score-distributions",
      "spectrum",
      "confusion-matrix",
      "precision-recall",
    ],
  },
  {
    name: "names and words that are very long",
    rows: spread(400, (index) =>
      index % 3 === 0 ? longName : "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
    ),
    drawn: all,
    plan: {
      words: {
        case: "application for a second account / applications for a second account",
        positive: "unauthorised application / unauthorised applications",
        negative: "application by the owner / applications by their owner",
        flagged: "sent to a second reviewer",
        missed: "opened without a second look",
        unflagged: "opened without a second look",
      },
    },
  },
  { name: "forty groups", rows: spread(4_000, (index) => `group ${(index * 7) % 40}`), drawn: all },
  {
    name: "names that are markup",
    rows: spread(400, (index) =>
      index % 3 === 0 ? '"><script>alert(1)</script>' : "</svg><a href='https://x.example'>&amp;",
    ),
    drawn: all,
  },
  {
    name: "no threshold",
    rows: spread(400),
    drawn: ["trade-off", "reliability", "score-distributions", "precision-recall"],
    plan: { deployment: { base_rate: { value: 0.1, source: "last year" } } },
  },
  {
    name: "no base rate",
    rows: spread(400),
    drawn: all.filter((kind) => !["fact-box", "icon-array", "frequency-tree"].includes(kind)),
    plan: { deployment: { threshold: 0.5 } },
  },
  {
    name: "a rare outcome",
    rows: spread(4_000),
    drawn: all.filter((kind) => kind !== "icon-array"),
    plan: { deployment: { threshold: 0.5, base_rate: { value: 0.0003, source: "last year" } } },
  },
  {
    name: "scores from -400 to 850",
    rows: spread(400).map(([positive, score, group]) => [positive, Math.round(score * 1_250 - 400), group]),
    drawn: [
      "fact-box",
      "icon-array",
      "frequency-tree",
      "slice-intervals",
      "trade-off",
      "score-distributions",
      "spectrum",
      "confusion-matrix",
      "precision-recall",
    ],
    plan: { deployment: { threshold: 225, base_rate: { value: 0.2, source: "last year" } } },
    evaluation: { score_range: [-400, 850] },
  },
];

/** The Assessment of one edge case, through the public way. */
export async function assessEdge({ rows, plan = {}, evaluation = {} }: EdgeEvidence): Promise<Assessment> {
  const root = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  try {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const lines = rows.map(([positive, score, group], index) =>
      [index, positive ? "yes" : "no", score, quoted(group)].join(","),
    );
    await writeFile(path.join(root, "rows.csv"), ["id,outcome,score,group", ...lines, ""].join("\n"));
    const file = {
      schema: 1,
      model: { name: "Edge", version: "1" },
      deployment: { threshold: 0.5, base_rate: { value: 0.2, source: "last year" } },
      ...plan,
      evaluations: [
        {
          id: "edge",
          data: "rows.csv",
          label: "outcome",
          positive: "yes",
          score: "score",
          row_id: "id",
          slices: ["group"],
          ...evaluation,
        },
      ],
      documents: [{ kind: "model-card" }],
    };
    await writeFile(path.join(root, "forthright.yaml"), JSON.stringify(file));
    return (await assess(root)).assessment;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
