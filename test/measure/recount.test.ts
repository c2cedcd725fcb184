import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { compareRecount } from "./compare-recount.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";
import { randomEvidence } from "./random-evidence.js";
import { recount, type Reading } from "./recount-rows.js";

/** The parts of a plan that say how its file is to be read. */
interface PlanText {
  readonly deployment: {
    readonly threshold: number;
    readonly base_rate: { readonly value: number; readonly slices?: Readonly<Record<string, number>> };
  };
  readonly evaluations: readonly [
    {
      readonly data: string;
      readonly label: string;
      readonly positive: number;
      readonly score: string;
      readonly slices: readonly string[];
      readonly bands?: Readonly<Record<string, readonly number[]>>;
      readonly subject?: string;
      readonly value?: string;
    },
  ];
}

const examples = ["application-fraud", "churn-new-segment", "credit-pd"];

describe("an independent recount of the examples", () => {
  it.each(examples)("agrees with every number of %s", async (name) => {
    const root = packageFile(`examples/${name}`);
    const plan = parse(readFileSync(path.join(root, "forthright.yaml"), "utf8")) as PlanText;
    const { positive, data, ...columns } = plan.evaluations[0];
    const { threshold, base_rate } = plan.deployment;
    const reading: Reading = { ...columns, positive: String(positive), threshold };
    const ids = Object.entries(base_rate.slices ?? {}).map(([slice, rate]) => [
      slice.replace(" ", "%20"),
      rate,
    ]);
    const counted = recount(readFileSync(path.join(root, data), "utf8"), reading);
    const { assessment } = await assess(root);
    const { complaints, compared } = compareRecount(assessment, {
      reading,
      cases: counted.cases,
      baseRates: { all: base_rate.value, ...(Object.fromEntries(ids) as Record<string, number>) },
      scoreRange: [0, 1],
      prefix: "",
    });
    expect(complaints).toEqual([]);
    expect(compared).toBeGreaterThan(3_000);
  });
});

describe("an independent recount of random evidence", () => {
  const seeds = Array.from({ length: 64 }, (_, index) => 1_000 + index);
  it.concurrent.each(seeds)("agrees with every number, seed %i", async (seed) => {
    const { csv, plan, reading, baseRate, scoreRange } = randomEvidence(seed);
    const counted = recount(csv, reading);
    const assessment = await assessFiles({ "forthright.yaml": planFile(plan), "data.csv": csv });
    const { complaints, compared } = compareRecount(assessment, {
      reading,
      cases: counted.cases,
      baseRates: baseRate === null ? {} : { all: baseRate },
      scoreRange,
      prefix: "",
    });
    expect(complaints).toEqual([]);
    expect(compared).toBeGreaterThan(20);
    const [facts] = assessment.evaluations;
    expect([facts?.rows, facts?.used, facts?.excluded]).toEqual([
      counted.rows,
      counted.cases.length,
      {
        label_blank: counted.labelBlank,
        score_blank: counted.scoreBlank,
        score_not_finite: counted.scoreNotFinite,
      },
    ]);
  });
});

describe("ranking metrics", () => {
  const rows = Array.from("PPPPPNPNNNNNNN", (kind, index) => `${kind === "P" ? 1 : 0},${index / 20}`);
  const files = (flag: string) => ({
    "data.csv": `y,s\n${rows.join("\n")}\n`,
    "forthright.yaml": planFile({
      deployment: { threshold: 0.3 },
      evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", flag }],
    }),
  });

  it("rank from the flagged side, so that a model that flags low scores well is not told to rank badly", async () => {
    const [up, down] = await Promise.all([assessFiles(files("at-or-above")), assessFiles(files("below"))]);
    expect(valueOf(up, "roc-auc@all")).toBeCloseTo(1 / 48, 12);
    expect(valueOf(down, "roc-auc@all")).toBeCloseTo(47 / 48, 12);
    expect(valueOf(down, "average-precision@all")).toBeCloseTo((5 + 6 / 7) / 6, 12);
  });
});

describe("missed money", () => {
  it("of a single case is known, though a range is not", async () => {
    const assessment = await assessFiles({
      "data.csv": "y,s,money,group\n1,0.1,12.50,A\n0,0.2,3,B\n0,0.9,1,B\n",
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [
          {
            id: "e",
            data: "data.csv",
            label: "y",
            positive: 1,
            score: "s",
            value: "money",
            slices: ["group"],
          },
        ],
      }),
    });
    const missed = estimateAt(assessment, "value-missed@group=A");
    expect([missed.value, missed.interval]).toEqual([12.5, null]);
    expect(missed.reason).not.toBe("no-cases");
  });
});

describe("repeated subjects", () => {
  it("shrink n to the number of independent cases they are worth", async () => {
    const { csv, plan, reading } = clusteredEvidence();
    const assessment = await assessFiles({ "forthright.yaml": planFile(plan), "data.csv": csv });
    const { cases } = recount(csv, reading);
    const subjects = [...new Set(cases.map(({ subject }) => subject))].map((subject) => {
      const own = cases.filter((one) => one.subject === subject && one.positive);
      return { m: own.length, k: own.filter(({ flagged }) => flagged === true).length };
    });
    const [n, x] = [subjects.reduce((sum, { m }) => sum + m, 0), subjects.reduce((sum, { k }) => sum + k, 0)];
    const p = x / n;
    const squares = subjects.reduce((sum, { m, k }) => sum + (k - p * m) ** 2, 0);
    const variance = ((subjects.length / (subjects.length - 1)) * squares) / n ** 2;
    const recall = estimateAt(assessment, "recall@all");
    expect(recall.n_effective).toBeCloseTo((n * p * (1 - p)) / (n - 1) / variance, 9);
    expect(recall.interval?.method).toBe("logit t, clustered by subject");
  });
});

/** Twenty people with eight rows each; whoever is caught once is mostly caught again. */
function clusteredEvidence() {
  const rows = Array.from({ length: 160 }, (_, index) => {
    const person = index % 20;
    const score = (person * 7 + Math.floor(index / 20)) % 20;
    return `${index % 3 === 0 ? 0 : 1},${(score / 20).toFixed(2)},P${person}`;
  });
  const reading: Reading = {
    label: "y",
    positive: "1",
    score: "s",
    threshold: 0.5,
    subject: "person",
    slices: [],
  };
  const evaluation = { id: "e", data: "data.csv", label: "y", positive: 1, score: "s", subject: "person" };
  return {
    csv: `y,s,person\n${rows.join("\n")}\n`,
    plan: { deployment: { threshold: 0.5 }, evaluations: [evaluation] },
    reading,
  };
}
