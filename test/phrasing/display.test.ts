import { describe, expect, it } from "vitest";

import type { Estimate } from "../../src/model/assessment.js";
import { comparisonSentence } from "../../src/phrasing/comparison-sentence.js";
import { displayGate, displayNote } from "../../src/phrasing/display-gate.js";
import { plainText } from "../../src/phrasing/inline.js";
import { naturalFrequency } from "../../src/phrasing/natural-frequency.js";
import { createSay } from "../../src/phrasing/say.js";
import { hundredEach, type Voice } from "../../src/phrasing/voice.js";
import { workloadSentence } from "../../src/phrasing/workload-sentence.js";
import { readPhrases } from "../property/read-phrases.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

function share(value: number, low: number, high: number, n = 200): Estimate {
  return {
    id: "recall@region=south",
    metric: "recall",
    slice: "region=south",
    evaluation: "e",
    value,
    reason: null,
    numerator: null,
    denominator: n,
    of: "positives",
    n,
    n_effective: null,
    interval: { low, high, level: 0.95, method: "Wilson", side: "two-sided" },
    threshold: 0.5,
    unit: "share",
    origin: "measured",
    base_rate: null,
    baseline: null,
    evidence: "x",
  };
}

function voiceWith(more: Partial<Voice> = {}): Voice {
  const phrases = readPhrases();
  return {
    say: createSay(phrases, "en"),
    knows: (id) => id in phrases,
    lang: "en",
    audience: "internal",
    words: {
      case: ["case", "cases"],
      positive: ["fraud", "frauds"],
      negative: ["other", "others"],
      flagged: "stopped",
      missed: "missed",
      unflagged: "passed",
      given: true,
    },
    currency: null,
    outOf: hundredEach,
    totalOf: () => 100,
    taskOf: () => "binary",
    partName: () => null,
    estimate: () => undefined,
    ...more,
  };
}

// Cut-offs of the NCHS presentation standards for proportions (2017), as CDCgov/surveytable codes them.
describe("the display gate", () => {
  it.each([
    ["fewer than 30 cases", share(0.5, 0.45, 0.55, 29), "counts"],
    ["30 cases", share(0.5, 0.4, 0.6, 30), "rate"],
    ["a range of at most 5 points, whatever the share", share(0.01, 0, 0.05), "rate"],
    ["a range of 30 points", share(0.5, 0.35, 0.65), "counts"],
    ["a range just under 30 points", share(0.5, 0.36, 0.65), "rate"],
    ["a range of 1.30 of the share", share(0.1, 0.035, 0.164), "rate"],
    ["a range above 1.30 of the share", share(0.1, 0.035, 0.166), "counts"],
  ] as const)("%s: %s", (_what, estimate, display) => {
    expect(displayGate(estimate, "internal")).toBe(display);
  });

  it.each([
    ["the rest of the cases is unsteady", share(0.95, 0.89, 0.97), "other-side"],
    ["it is steady", share(0.95, 0.92, 0.97), null],
    ["half and half", share(0.5, 0.36, 0.65), null],
    ["none", share(0, 0, 0.02), "all-or-none"],
    ["all", share(1, 0.98, 1), "all-or-none"],
    ["narrow at the very top", share(0.99, 0.96, 1), null],
  ] as const)("notes where %s", (_what, estimate, note) => {
    expect(displayNote(estimate)).toBe(note);
  });

  it("prints the notes under the table of results", async () => {
    const { documents } = await publishFiles(
      {
        "forthright.yaml": planFile({
          evaluations: [{ id: "e", counts: { tp: 113, fn: 6, fp: 0, tn: 400 } }],
        }),
      },
      { kinds: ["model-card"] },
    );
    expect(documents[0]?.markdown).toMatch(/\(recall\) † \|/);
    expect(documents[0]?.markdown).toMatch(/\(false alarms\) ‡ \|/);
    expect(documents[0]?.markdown).toContain("† The range is wide for the rest of the cases");
  });
});

describe("a difference", () => {
  const [own, rest] = [share(0.7, 0.65, 0.75, 400), share(0.6, 0.56, 0.64, 600)];
  const told = (low: number, high: number, voice = voiceWith()): string =>
    plainText(comparisonSentence(voice, own, rest, share((low + high) / 2, low, high, 1000), "value"));

  it("whose range spans zero is no clear difference", () => {
    expect(told(-0.01, 0.05)).toContain("no clear difference (range −1 to 5 of 100)");
    expect(told(0, 0.05)).toContain("no clear difference");
  });

  it("that is clear says more or fewer, and an end that is not zero is never rounded to it", () => {
    expect(told(0.004, 0.06)).toMatch(/: 3 more of 100 \(range fewer than 1 to 6\)$/);
    expect(told(-0.06, -0.004)).toMatch(/: 3 fewer of 100 \(range fewer than 1 to 6\)$/);
  });

  it("that may be smaller than what is worthwhile is small, and may not matter", () => {
    const careful = voiceWith({ worthwhile: 0.02 });
    expect(told(0.01, 0.05, careful)).toMatch(/3 more of 100 \(range 1 to 5\); small, may not matter$/);
    expect(told(0.03, 0.05, careful)).not.toContain("small");
    expect(told(-0.05, -0.01, careful)).toMatch(/fewer of 100 \(range 1 to 5\); small, may not matter$/);
    expect(told(0.01, 0.05)).not.toContain("small");
    expect(told(-0.01, 0.05, careful)).toContain("no clear difference");
  });

  it("takes what is worthwhile from the plan", async () => {
    const pair = (worthwhile: number) => ({
      "messages.csv": `y,a,b\n${"1,1,1\n".repeat(60)}${"1,1,0\n".repeat(24)}${"0,1,0\n".repeat(6)}${"0,0,0\n".repeat(110)}`,
      "forthright.yaml": planFile({
        deployment: { worthwhile },
        evaluations: [
          {
            id: "e",
            task: "comparison",
            data: "messages.csv",
            label: "y",
            positive: 1,
            models: [
              { id: "a", prediction: "a" },
              { id: "b", prediction: "b" },
            ],
          },
        ],
      }),
      "notes/model-card/verdict.md": '::rate{ref="paired-accuracy-difference[a-vs-b]"}\n',
    });
    const text = async (worthwhile: number) =>
      (await publishFiles(pair(worthwhile), { kinds: ["model-card"] })).documents[0]?.markdown ?? "";
    expect(await text(0.2)).toContain("It is small and may not matter.");
    expect(await text(0.001)).not.toContain("may not matter");
  });
});

describe("the work that flagged cases make", () => {
  const rate = share(0.1, 0.08, 0.13);
  const at = (cases: number): string =>
    plainText(
      workloadSentence(voiceWith(), rate, {
        volume: { cases: 1_000, per: "day" },
        capacity: { cases, per: "day" },
      }),
    );

  it("fits, fits but for the top of its range, or does not", () => {
    expect(at(130)).not.toContain("wait");
    expect(at(110)).toContain("so at the top of the range some would wait");
    expect(at(90)).toContain("so some would wait");
  });
});

/*
 * Published cases beyond the collection. Numbers as their authors printed them.
 * - Hoffrage & Gigerenzer 1998, Acad. Med. 73:538, colorectal cancer: 0.3 %, 50 %, 3 %.
 * - Eddy 1982, in Judgment under Uncertainty, mammography: 1 %, 79.2 %, 9.6 %; 7.8 of 100 read off the text.
 * - Arkes & Gaissmaier 2012, Psychol. Sci. 23:547, PSA (sensitivity 21 %, specificity 94 %): 78 % at a base rate of 50 %,
 *   19 % at 6.3 %.
 * - Wong et al. 2021, JAMA Intern. Med. 181:1065, the Epic sepsis model: 6,971 alerts of 38,455 stays, 843 of 2,552
 *   sepsis found; recall 33 %, specificity 83 %, precision 12 %.
 */
describe("published cases", () => {
  it.each([
    ["colorectal cancer", 0.003, 0.5, 0.03, 10_000, [30, 15, 15, 299], 0.048],
    ["mammography of Eddy", 0.01, 0.792, 0.096, 1_000, [10, 8, 2, 95], 0.077],
    ["PSA, half with cancer", 0.5, 0.21, 0.06, 100, [50, 11, 39, 3], 0.78],
    ["PSA, 6.3 of 100 with cancer", 0.063, 0.21, 0.06, 1_000, [63, 13, 50, 56], 0.19],
    ["BRCA1 carriers, mammography", 0.6, 0.9, 0.09, 100, [60, 54, 6, 4], 0.94],
  ] as const)("%s", (_name, baseRate, recall, falseAlarmShare, of, cells, precision) => {
    const told = naturalFrequency({ baseRate, recall, falseAlarmShare }, of);
    const { positives, caught, missed, falseAlarms } = told;
    expect([positives, caught, missed, falseAlarms].map(({ printed }) => printed)).toEqual(cells);
    expect(told.precision).toBeCloseTo(precision, 2);
  });

  it("the Epic sepsis model: most alerts are false, and the counts give the published rates", async () => {
    const counts = { tp: 843, fn: 1_709, fp: 6_128, tn: 29_775 };
    const { documents } = await publishFiles(
      {
        "forthright.yaml": planFile({
          deployment: { base_rate: 2_552 / 38_455, out_of: 1_000 },
          evaluations: [{ id: "epic", counts }],
        }),
        "notes/model-card/verdict.md": '::frequency\n\n::rate{ref="recall"}\n\n::rate{ref="specificity"}\n',
      },
      { kinds: ["model-card"] },
    );
    const text = documents[0]?.markdown ?? "";
    expect(text).toMatch(/about 66 are positive/);
    expect(text).toMatch(/Most of them are false alarms: 159 of those 181/);
    expect(text).toMatch(/about 33 are flagged/);
    expect(843 / (843 + 6_128)).toBeCloseTo(0.12, 2);
  });

  it("the alerts of a football final: 173 of 2,470 were right, so most were not", async () => {
    const { documents } = await publishFiles(
      {
        "forthright.yaml": planFile({
          words: {
            case: "face / faces",
            positive: "wanted person / wanted people",
            negative: "bystander / bystanders",
            flagged: "flagged",
            missed: "missed",
          },
          evaluations: [
            { id: "final", task: "reported", metrics: [{ metric: "precision", value: 173 / 2_470 }] },
          ],
        }),
        "notes/model-card/verdict.md": "::frequency\n",
      },
      { kinds: ["model-card"] },
    );
    expect(documents[0]?.markdown).toContain(
      "Of every 100 faces flagged, about 7 are wanted people (range not known: reported without counts) and 93 are bystanders. So most of them are false alarms: 93 of 100. How many wanted people are missed was not measured.",
    );
  });
});

describe("the number needed to flag", () => {
  async function cardOf(counts: object): Promise<string> {
    const { documents } = await publishFiles(
      {
        "forthright.yaml": planFile({ deployment: { base_rate: 0.05 }, evaluations: [{ id: "e", counts }] }),
      },
      { kinds: ["model-card"] },
    );
    return documents[0]?.markdown ?? "";
  }

  it("never stands without the missed", async () => {
    // At 5 of 100: 0.05 x 0.8 + 0.95 x 0.3 flagged for 0.05 x 0.8 found, 8.1 for each.
    const text = await cardOf({ tp: 160, fn: 40, fp: 300, tn: 700 });
    expect((0.05 * 0.8 + 0.95 * 0.3) / (0.05 * 0.8)).toBeCloseTo(8.125, 9);
    expect(text).toMatch(
      /People look at about 8 cases flagged for each positive case found \(\d+ to \d+\)\. Of every 100 positive cases, 20 are missed all the same\./,
    );
  });

  it("is left out where nearly every flagged case is right", async () => {
    expect(await cardOf({ tp: 190, fn: 10, fp: 1, tn: 9_999 })).not.toContain("People look at about");
  });
});
