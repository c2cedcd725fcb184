import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "../stats/expect-close.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";
import { seeded } from "./seeded.js";

const bands = [{ below: 0.4, do: "passed" }, { below: 0.71, do: "sent to review" }, { do: "stopped" }];

interface Row {
  readonly y: number;
  readonly s: number;
  readonly g: string;
  readonly who: string;
}

const random = seeded(31);
const rows: readonly Row[] = Array.from({ length: 600 }, (_, index) => {
  const y = random.chance(0.2) ? 1 : 0;
  // Scores of two decimals meet the cuts exactly, too.
  const s = Math.min(100, Math.max(0, random.whole(0, 70) + 30 * y)) / 100;
  return { y, s, g: index % 4 === 0 ? "web" : "app", who: `S${index % 150}` };
});
const csv = [
  "y,s,g,who",
  ...rows.map(({ y, s, g, who }) => `${y},${s},${g},${who}`),
  ",0.9,web,S1",
  "1,,app,S2",
].join("\n");

async function assessed(deployment: object = { bands }, evaluation: object = {}): Promise<Assessment> {
  const own = { id: "t", data: "d.csv", label: "y", positive: 1, score: "s", slices: ["g"], ...evaluation };
  return assessFiles({ "d.csv": csv, "forthright.yaml": planFile({ deployment, evaluations: [own] }) });
}

const bandOf = (s: number): number => (s < 0.4 ? 0 : s < 0.71 ? 1 : 2);
const count = (keep: (row: Row) => boolean): number => rows.filter(keep).length;

describe("three-way decisions", () => {
  it("every outcome by class, over all cases and per slice, counted by hand", async () => {
    const found = await assessed();
    for (const [slice, inSlice] of [
      ["all", () => true],
      ["g=web", ({ g }: Row) => g === "web"],
      ["g=app", ({ g }: Row) => g === "app"],
    ] as const) {
      const table = found.tables.find(({ id }) => id === `bands@${slice}`);
      expect(table?.rows).toEqual(
        bands.map(({ do: label }, band) => ({
          label,
          cells: [1, 0].map((y) => count((row) => inSlice(row) && row.y === y && bandOf(row.s) === band)),
        })),
      );
    }
    const positives = count(({ y }) => y === 1);
    const slipped = count(({ y, s }) => y === 1 && bandOf(s) === 0);
    const found1 = estimateAt(found, "slipped-past@all");
    expect([found1.numerator, found1.denominator]).toEqual([slipped, positives]);
    expectClose(found1.interval?.low, wilsonInterval(slipped, positives)?.low, 1e-12);
    expect(valueOf(found, "outcome-positives[passed]@all")).toBe(found1.value);
    const read = count(({ s }) => bandOf(s) === 1);
    expectClose(valueOf(found, "straight-through-share-test@all"), 1 - read / 600, 1e-12);
    expectClose(valueOf(found, "outcome-share[sent%20to%20review]@all"), read / 600, 1e-12);
  });
  it("the work of reviewers moves with base rate and volume", async () => {
    const base_rate = 0.03;
    const found = await assessed({ bands, base_rate, volume: { cases: 30_000, per: "month" } });
    const share = (y: number): number =>
      count((row) => row.y === y && bandOf(row.s) === 1) / count((row) => row.y === y);
    const expected = base_rate * share(1) + (1 - base_rate) * share(0);
    expectClose(valueOf(found, "review-workload@all"), 30_000 * expected, 1e-9);
    expectClose(valueOf(found, "straight-through-share@all"), 1 - expected, 1e-9);
    expect(estimateAt(found, "review-workload@all").interval?.low).toBeLessThan(30_000 * expected);
  });
  it("reviewers' own error is not measured unless the plan gives it", async () => {
    expect(estimateAt(await assessed(), "slipped-past-both@all")).toMatchObject({
      value: null,
      reason: "reviewers-not-measured",
    });
    const found = await assessed({ bands, reviewers: { misses: 0.2 } });
    const positives = count(({ y }) => y === 1);
    const slipped = count(({ y, s }) => y === 1 && bandOf(s) === 0);
    const read = count(({ y, s }) => y === 1 && bandOf(s) === 1);
    expectClose(valueOf(found, "slipped-past-both@all"), (slipped + 0.2 * read) / positives, 1e-12);
    expect(estimateAt(found, "stopped-wrongly-both@all")).toMatchObject({ reason: "reviewers-not-measured" });
    const perfect = await assessed({ bands, reviewers: { misses: 0 } });
    expect(valueOf(perfect, "slipped-past-both@all")).toBe(valueOf(perfect, "slipped-past@all"));
  });
  it("where low scores are flagged, the lowest band stops", async () => {
    const found = await assessed(
      { bands: [{ below: 0.4, do: "stopped" }, { below: 0.71, do: "read" }, { do: "passed" }] },
      { flag: "below" },
    );
    const positives = count(({ y }) => y === 1);
    const slipped = count(({ y, s }) => y === 1 && bandOf(s) === 2);
    expectClose(valueOf(found, "slipped-past@all"), slipped / positives, 1e-12);
  });
  it("four bands: both in the middle are read", async () => {
    const four = [{ below: 0.2, do: "a" }, { below: 0.4, do: "b" }, { below: 0.71, do: "c" }, { do: "d" }];
    const found = await assessed({ bands: four });
    const read = count(({ s }) => s >= 0.2 && s < 0.71);
    expectClose(valueOf(found, "straight-through-share-test@all"), 1 - read / 600, 1e-12);
  });
  it("subjects widen the intervals", async () => {
    const alone = estimateAt(await assessed(), "outcome-share[stopped]@all");
    const clustered = estimateAt(await assessed({ bands }, { subject: "who" }), "outcome-share[stopped]@all");
    expect(clustered.value).toBe(alone.value);
    expect(clustered.interval?.method).toBe("logit t, clustered by subject");
    const through = estimateAt(
      await assessed({ bands }, { subject: "who" }),
      "straight-through-share-test@all",
    );
    expect(through.interval?.method).toBe("logit t, clustered by subject");
  });
  it("one threshold answers nothing here, and nobody asks for one", async () => {
    const found = await assessed();
    expect(estimateAt(found, "recall@all")).toMatchObject({ value: null, reason: "several-outcomes" });
    expect(found.findings.map(({ id }) => id)).not.toContain("not-given#threshold");
  });
  it("decisions without a score have no bands", async () => {
    const found = await assessed({ bands }, { score: undefined, prediction: "s", positive: 1, slices: [] });
    expect(estimateAt(found, "slipped-past@all")).toMatchObject({ value: null, reason: "no-scores" });
  });
  it("a band nobody falls into is a zero, not a gap", async () => {
    const found = await assessed({
      bands: [{ below: 0.001, do: "a" }, { below: 0.999, do: "b" }, { do: "c" }],
    });
    const share = estimateAt(found, "outcome-positives[c]@all");
    expect(share.interval?.high).toBeGreaterThan(0);
    for (const { id, value } of found.estimates)
      expect([id, value === null || Number.isFinite(value)]).toEqual([id, true]);
  });
  it("hostile outcomes reach no markup", async () => {
    const name = "</script>{{x}} | :am";
    const files = {
      "d.csv": csv,
      "forthright.yaml": planFile({
        deployment: {
          bands: [{ below: 0.4, do: "passed" }, { below: 0.7, do: name }, { do: "stopped" }],
          base_rate: 0.1,
        },
        evaluations: [{ id: "t", data: "d.csv", label: "y", positive: 1, score: "s", slices: ["g"] }],
        documents: [{ kind: "model-card" }],
      }),
    };
    for (const audience of audiences) {
      const [card] = (await publishFiles(files, { audience })).documents;
      expect(card?.html).not.toContain("</script>{{");
      expect(card?.html).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

describe("a plan of bands that cannot be", () => {
  it.each([
    [{ bands, threshold: 0.5 }, {}, "Unexpected threshold beside bands"],
    [{ bands }, { threshold: 0.5 }, "Unexpected threshold beside bands"],
    [{ bands: bands.slice(1) }, {}, "expected"],
    [
      { bands: [{ below: 0.5, do: "a" }, { below: 0.4, do: "b" }, { do: "c" }] },
      {},
      "Unexpected 0.4 after 0.5",
    ],
    [{ bands: [{ do: "a" }, { below: 0.4, do: "b" }, { do: "c" }] }, {}, "Missing `below`"],
    [{ bands: [...bands.slice(0, 2), { below: 0.9, do: "c" }] }, {}, "Unexpected below in the last band"],
    [{ bands: [{ below: 0.3, do: "a" }, { below: 0.4, do: "a" }, { do: "c" }] }, {}, 'Unexpected second "a"'],
    [{ reviewers: { misses: 0.1 } }, {}, "Unexpected reviewers without bands"],
  ])("%j %j", async (deployment, evaluation, text) => {
    const failed = await assessed(deployment, evaluation).catch((cause: unknown) => cause);
    expect(failed).toMatchObject({ failure: "usage" });
    const texts = (failed as { messages: readonly { text: string }[] }).messages.map(
      (message) => message.text,
    );
    expect(texts.join()).toContain(text);
  });
});
