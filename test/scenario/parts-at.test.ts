import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import { assessmentSchema } from "../../src/model/assessment.js";
import type { Datum, Inline } from "../../src/model/inline.js";
import type { ScenarioData, Setting } from "../../src/model/scenario-data.js";
import type { ScenarioParts } from "../../src/model/scenario-parts.js";
import { packageFile } from "../../src/package-file.js";
import { plainText } from "../../src/phrasing/inline.js";
import { breakEvenScore } from "../../src/scenario/money-at.js";
import { netChart } from "../../src/scenario/net-chart.js";
import { partsAt } from "../../src/scenario/parts-at.js";
import { scenarioAt } from "../../src/scenario/scenario-at.js";
import { settingOf } from "../../src/scenario/setting-of.js";
import { voiceOf } from "../../src/scenario/voice-of.js";
import { scenarioDataFor } from "./scenario-data-for.js";

const project = "probability-of-default-consumer-credit";
const data = new Map<string, ScenarioData>();

beforeAll(async () => {
  const text = readFileSync(packageFile(`out/${project}/assessment.json`), "utf8");
  const assessment = assessmentSchema.parse(JSON.parse(text));
  for (const lang of ["en", "de"])
    data.set(lang, await scenarioDataFor(assessment, { lang, audience: "internal" }));
});

function at(lang: string, moved: Partial<Setting>): ScenarioParts {
  const own = data.get(lang);
  if (own === undefined) throw new Error(lang);
  const voice = voiceOf(own);
  return partsAt(voice, own, scenarioAt(own, { ...settingOf(own), ...moved }, voice), [netChart]);
}

function datum(pieces: readonly Inline[], part: Datum["part"]): Datum {
  const all = pieces.flatMap((piece) => (piece.type === "strong" ? piece.children : [piece]));
  const found = all.find((piece): piece is Datum => piece.type === "datum" && piece.part === part);
  if (found === undefined) throw new Error(`No ${part} in "${plainText(pieces)}"`);
  return found;
}

describe("the parts of a setting", () => {
  it("have three numbers, each with what it counts: caught, right, money", () => {
    // 342 of 521 defaulters and 253 of 1,498 payers score 0.30 or more; at 258 of 1,000 that is 57 right of 100.
    const { figures } = at("en", {});
    expect(figures.map(({ number }) => plainText(number))).toEqual(["66 of 100", "57 of 100", "€0"]);
    expect(figures.map(({ label }) => plainText(label))).toEqual([
      "defaulters are referred; 34 approved unseen.",
      "applicants referred are defaulters; 43 are not.",
      "a month, against today’s threshold.",
    ]);
    expect(plainText(figures[0]?.basis ?? [])).toBe("range 61 to 70");
  });

  it("show the money that the setting holds, to two figures", () => {
    const own = data.get("en");
    if (own === undefined) throw new Error("en");
    const threshold = own.histogram.edges.find((edge) => edge >= 0.4) ?? null;
    const view = scenarioAt(own, { ...settingOf(own), threshold }, voiceOf(own));
    const { figures } = at("en", { threshold });
    const net = view.net ?? { value: NaN, low: NaN, high: NaN };
    expect(datum(figures[2]?.number ?? [], "value").value).toBe(Number(net.value.toPrecision(2)));
    expect(datum(figures[2]?.basis ?? [], "low").value).toBe(Number(net.low.toPrecision(2)));
    expect(datum(figures[2]?.basis ?? [], "high").value).toBe(Number(net.high.toPrecision(2)));
  });

  it("tell counts of the test, no share and no money where fewer than 30 are flagged", () => {
    const own = data.get("en");
    const last = own?.histogram.edges.findLast((edge) => edge < 0.95 && edge > 0.9) ?? null;
    const { figures, say, charts } = at("en", { threshold: last });
    expect(plainText(figures[0]?.number ?? [])).toMatch(/^\d+ of 521$/);
    expect(plainText(figures[1]?.number ?? [])).toMatch(/^\d+ of \d+$/);
    expect(plainText(figures[2]?.number ?? [])).toBe("no amount");
    expect(figures.slice(0, 2).map(({ basis }) => plainText(basis))).toEqual([
      "too few for a rate",
      "too few for a rate",
    ]);
    expect(say.map(plainText).join(" ")).toContain("Fewer than 30");
    // The places of array and tree stay, empty, with the reason in them.
    const [array, tree, ...others] = charts.flat();
    expect([array?.kind, tree?.kind]).toEqual(["icon-array", "frequency-tree"]);
    for (const held of [array, tree]) {
      expect(plainText(held?.title ?? [])).toMatch(/^Fewer than 30 applicants/);
      expect(
        held?.panels.map(({ key, picture }) => [key, JSON.stringify(picture).match(/<(path|text)/g)]),
      ).toEqual([[null, null]]);
    }
    expect(others.map(({ kind }) => kind)).toEqual(["scenario-trade-off", "scenario-net"]);
  });

  it.each([
    ["en", /, and fewer than 1 of 100 payers too$/],
    ["de", /weniger als 1 von 100/],
  ])("tell no count of none where it only rounds to none (%s)", (lang, words) => {
    const { edges = [], negatives = [] } = data.get(lang)?.histogram ?? {};
    const alarmsFrom = (place: number): number =>
      negatives.slice(place).reduce((sum, count) => sum + count, 0);
    const threshold = edges.find((_, place) => alarmsFrom(place) <= 7) ?? null;
    expect(alarmsFrom(edges.indexOf(threshold ?? NaN))).toBeGreaterThan(0);
    const chart = at(lang, { threshold })
      .charts.flat()
      .find(({ kind }) => kind === "scenario-trade-off");
    expect(plainText(chart?.title ?? [])).toMatch(words);
  });

  it("say the same in German", () => {
    const [english, german] = ["en", "de"].map((lang) => at(lang, { threshold: 0.4 }));
    const values = (parts: ScenarioParts | undefined): number[] =>
      (parts?.figures ?? []).map(
        ({ number }) =>
          datum(number, number[0]?.type === "strong" && parts === undefined ? "n" : "value").value,
      );
    expect(values(german)).toEqual(values(english));
    expect(german?.figures.map(({ label }) => plainText(label))[2]).toContain("gegenüber");
  });

  it("draw money against today over all thresholds, with the setting and what it may gain", () => {
    const own = data.get("en");
    if (own === undefined) throw new Error("en");
    const chartAt = (moved: Partial<Setting>) => {
      const found = at("en", moved)
        .charts.flat()
        .find(({ kind }) => kind === "scenario-net");
      const [panel] = found?.panels ?? [];
      return {
        title: plainText(found?.title ?? []),
        alt: found?.alt ?? "",
        svg: panel?.picture.type === "svg" ? panel.picture.svg : "",
      };
    };
    const there = chartAt({ threshold: 0.4 });
    const { net } = scenarioAt(own, { ...settingOf(own), threshold: 0.4 }, voiceOf(own));
    // A loss: both ends of its range and its value are told, to two figures.
    expect([net?.says, there.title]).toEqual([
      "loses",
      expect.stringMatching(/^Threshold 0\.40 loses about €[\d,]+ against today$/),
    ]);
    const told = [...there.alt.matchAll(/−€([\d,]+)/g)].map(
      ([, digits = ""]) => -Number(digits.replaceAll(",", "")),
    );
    expect(told).toEqual([net?.low, net?.high].map((end) => Number(end?.toPrecision(2))));
    expect([there.svg.match(/class="p-now"/g)?.length, there.svg.match(/class="p-here"/g)?.length]).toEqual([
      1, 1,
    ]);
    expect(chartAt({}).svg).not.toContain("p-now");
    expect(chartAt({ miss: null }).svg).toBe("");
  });

  it("hold the work of a period against the capacity, and mark too much of it", () => {
    const kinds = (moved: Partial<Setting>): string[] =>
      at("en", moved)
        .charts.flat()
        .filter(({ kind }) => kind === "scenario-work")
        .map(({ panels }) => (panels[0]?.picture.type === "svg" ? panels[0].picture.svg : ""));
    expect(kinds({ capacity: 1_000 })[0]).toContain('class="work"');
    expect(kinds({ capacity: 10 })[0]).toContain('class="work over"');
    expect(kinds({ volume: null })).toEqual([]);
  });
});

describe("the score from which flagging pays", () => {
  it("is the break-even share at the base rate of the test, and moves against the base rate", () => {
    const own = { ...(data.get("en") as ScenarioData), calibrated: true };
    const today = settingOf(own);
    const base = 521 / 2_019;
    // 60 of 900: one right call pays for fourteen wrong ones.
    expect(breakEvenScore(own, { ...today, baseRate: base })).toBeCloseTo(60 / 900, 12);
    // Odds of 1/14 at the new base rate are odds of 1/14 times the ratio of the base odds at the old one.
    const odds = (1 / 14) * (base / (1 - base) / (0.1 / 0.9));
    expect(breakEvenScore(own, { ...today, baseRate: 0.1 })).toBeCloseTo(odds / (1 + odds), 12);
    expect(breakEvenScore({ ...own, calibrated: false }, today)).toBeNull();
  });
});
