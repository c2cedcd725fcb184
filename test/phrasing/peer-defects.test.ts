import { beforeAll, describe, expect, it } from "vitest";

import { assessFiles, planFile, valueOf } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";
import { formatCount } from "../../src/phrasing/format-number.js";
import { restate } from "../../src/phrasing/restate.js";

/*
 * What a peer's score card (Azure/azureml-assets: classification_components.py@63a75a40, _rai_insight_data.py@2c50c91d,
 * create_score_card.py@52381db0) tells wrongly, as tests of what we tell of the same table.
 */

const words = {
  case: "loan / loans",
  positive: "default / defaults",
  negative: "repaid loan / repaid loans",
  flagged: "refused",
  missed: "granted",
};

/** 200 defaults and 800 others, of which 160 and 40 are flagged; the two groups differ in every rate. */
const groups = {
  north: { tp: 110, fn: 10, fp: 15, tn: 465 },
  south: { tp: 50, fn: 30, fp: 25, tn: 295 },
} as const;

const rows = Object.entries(groups).flatMap(([region, { tp, fn, fp, tn }]) => [
  ...Array.from({ length: tp }, () => `1,0.9,${region}`),
  ...Array.from({ length: fn }, () => `1,0.1,${region}`),
  ...Array.from({ length: fp }, () => `0,0.9,${region}`),
  ...Array.from({ length: tn }, () => `0,0.1,${region}`),
]);
const files = {
  "loans.csv": `y,score,region\n${rows.join("\n")}\n`,
  "forthright.yaml": planFile({
    words,
    deployment: { base_rate: 0.2, threshold: 0.5 },
    evaluations: [
      {
        id: "e",
        data: "loans.csv",
        label: "y",
        positive: 1,
        score: "score",
        slices: ["region"],
        kind: "held-out",
      },
    ],
  }),
  "notes/model-card/verdict.md": [
    '::rate{ref="precision@all"}',
    '::rate{ref="recall@all"}',
    '::rate{ref="false-alarms@all"}',
    '::rate{ref="recall@region=south"}',
    '::rate{ref="precision-test@region=south"}',
    "::frequency",
  ].join("\n\n"),
};

let text = "";
beforeAll(async () => {
  const { documents } = await publishFiles(files, { kinds: ["model-card"], audience: "internal" });
  text = documents[0]?.markdown ?? "";
});

/** The one sentence that starts so. */
function sentenceOf(opening: string): string {
  const found = text.split(/\n+|(?<=\.)\s+/).filter((sentence) => sentence.startsWith(opening));
  if (found.length === 0) throw new Error(`No sentence starts "${opening}"`);
  return found[0] ?? "";
}

describe("labels", () => {
  it("precision is told with the positive label among the flagged, never the negative one", () => {
    // 160 of the 200 flagged are defaults, at the base rate of the test.
    expect(sentenceOf("Of every 100 loans refused")).toMatch(
      /^Of every 100 loans refused, about 80 are defaults \(.* and 20 are repaid loans\.$/,
    );
  });

  it("words are spelt as the author spelt them, and no class is folded into 'other'", () => {
    expect(text).not.toMatch(/acutal|\bother\b class/i);
    expect(text).toContain("repaid loans");
  });
});

describe("denominators", () => {
  it("wrong ones among the flagged are of the flagged, not of all cases", () => {
    // FP / N is 4 of 100, FP / (TP + FP) 20 of 100: the words about the flagged carry the second.
    expect(sentenceOf("Of every 100 loans refused")).not.toMatch(/\b4 are\b/);
    expect(sentenceOf("So ")).toMatch(/^So (\d+) are refused, and (\d+) of those \1 are defaults\.$/);
  });

  it("misses are of the actual positives, not of all cases", () => {
    // FN / N is 4 of 100, FN / P 20 of 100.
    expect(sentenceOf("Of every 100 defaults")).toMatch(/about 80 are refused \(.* and 20 are granted\.$/);
  });

  it("false alarms are of the actual negatives", () => {
    expect(sentenceOf("Of every 100 repaid loans")).toMatch(/about 5 are refused too/);
  });
});

describe("slices", () => {
  it("recall and precision of a group are not swapped", async () => {
    const assessment = await assessFiles(files);
    for (const [region, { tp, fn, fp }] of Object.entries(groups)) {
      expect(valueOf(assessment, `recall@region=${region}`)).toBeCloseTo(tp / (tp + fn), 12);
      expect(valueOf(assessment, `precision-test@region=${region}`)).toBeCloseTo(tp / (tp + fp), 12);
    }
  });

  it("a rate of a group never stands without its name", () => {
    expect(text).toContain(
      "This is about loans with region south. Of every 100 defaults, about 63 are refused",
    );
  });

  it("each group stands with the number of its cases", () => {
    expect(text).toMatch(/region: south 400\b/);
    expect(text).toMatch(/region: north 600\b/);
    // The ledger has the counts behind each rate.
    expect(text).toMatch(/\(recall\): loans with region south \| 50 \/ 80 /);
    expect(text).toMatch(/\(recall\): loans with region north \| 110 \/ 120 /);
  });
});

describe("rounding", () => {
  const rate = (value: number) => restate({ value, interval: null }, 100);

  it("rounds to the nearest and never truncates: 0.999 of 100 is 100 with fewer than 1 left, not 99", () => {
    expect(rate(0.996)?.count.printed).toBe(100);
    expect(rate(0.996)?.complement).toMatchObject({ printed: 0, few: true });
    expect(rate(0.006)?.count.printed).toBe(1);
    expect(formatCount(99.9, "en")).toBe("100");
  });

  it("a share that rounds to nothing is fewer than 1, never 0", () => {
    expect(rate(0.004)?.count).toMatchObject({ printed: 0, few: true });
    expect(rate(0)?.count).toMatchObject({ printed: 0, few: false });
  });
});

describe("order", () => {
  it("the worst comes first: the group with more misses heads the reasons, not the one with fewest", async () => {
    const { documents } = await publishFiles(
      {
        ...files,
        "forthright.yaml": planFile({
          words,
          deployment: { base_rate: 0.2, threshold: 0.5 },
          evaluations: [
            { id: "e", data: "loans.csv", label: "y", positive: 1, score: "score", slices: ["region"] },
          ],
          documents: [{ kind: "briefing", audience: "internal" }],
        }),
      },
      { kinds: ["briefing"] },
    );
    const first = /\n1\. (.*)/.exec(documents[0]?.markdown ?? "")?.[1] ?? "";
    expect(first).toContain("south");
    expect(first).not.toMatch(/^.*north.*south/);
  });
});
