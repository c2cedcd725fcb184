import os from "node:os";
import { beforeAll, describe, expect, it } from "vitest";

import { openBrowser } from "../../src/export/browser.js";
import { printPdf } from "../../src/export/print-pdf.js";
import type { Assessment } from "../../src/model/assessment.js";
import { audiences, type Audience } from "../../src/model/plan.js";
import { exposureOf } from "../../src/redact/hidden-slices.js";
import { redact } from "../../src/redact/redact.js";
import { readPdf } from "../export/read-pdf.js";
import { canPrint, findTestBrowser } from "../export/test-browser.js";
import { assessFiles } from "../measure/project-folder.js";
import { publishAssessment, type PublishedDocument } from "../measure/publish-project.js";
import { numbersOf, unescapeHtml } from "../pages/printed-numbers.js";
import { recoverCounts, type EmbeddedEstimate, type Group } from "./recover-counts.js";
import { limitations, marker, sites, smallCellProject } from "./small-cells.js";

const outside = audiences.filter((audience) => audience !== "internal");
const kinds = ["briefing", "limitation-portfolio", "model-card"];
const columns = ["site", "pair", "lone"];

let assessment: Assessment;
const editions = new Map<Audience, readonly PublishedDocument[]>();

beforeAll(async () => {
  const documents = kinds.map((kind) => ({
    kind,
    ...(kind === "briefing" ? { compare: "site=Seltenort" } : {}),
  }));
  assessment = await assessFiles(smallCellProject(documents));
  for (const audience of audiences) editions.set(audience, await publishAssessment(assessment, { audience }));
});

function editionOf(audience: Audience): readonly PublishedDocument[] {
  return editions.get(audience) ?? [];
}

/** Values of a column with the counts they have. */
function groupsOf(column: string): Map<string, Group> {
  const own = assessment.slices.filter((slice) => slice.column === column && !slice.negated);
  return new Map(
    own.map(({ value, positives, negatives }) => [
      value ?? "",
      { positives: positives ?? 0, negatives: negatives ?? 0 },
    ]),
  );
}

/** Counts from 1 to 9 that a reader can work out for certain, as "column=value part count". */
function recovered(audience: Audience, column: string): string[] {
  const documents = editionOf(audience);
  const [totals] = assessment.evaluations;
  if (totals === undefined) throw new Error("no evaluation");
  const embedded = documents.flatMap(
    ({ data }) => (JSON.parse(data) as { estimates: EmbeddedEstimate[] }).estimates,
  );
  const truth = groupsOf(column);
  const found = recoverCounts(column, [...truth.keys()], {
    numbers: documents.flatMap(({ html }) => numbersOf(html)),
    estimates: embedded,
    totals: { ...totals, positives: totals.positives ?? 0, negatives: totals.negatives ?? 0 },
    criterion: "AC-1",
  });
  const parts: readonly (readonly [string, (group: Group) => number])[] = [
    ["positives", ({ positives }) => positives],
    ["negatives", ({ negatives }) => negatives],
    ["n", ({ positives, negatives }) => positives + negatives],
  ];
  return [...found].flatMap(([value, groups]) =>
    parts.flatMap(([part, of]) => {
      const left = [...new Set(groups.map(of))];
      const right = of(truth.get(value) ?? { positives: 0, negatives: 0 });
      if (!left.includes(right)) throw new Error(`${column}=${value}: the solver lost the truth`);
      return left.length === 1 && right > 0 && right < 10 ? [`${column}=${value} ${part} ${right}`] : [];
    }),
  );
}

describe.each(outside)("the %s edition", (audience) => {
  it.each(columns)("lets nobody work out a count under ten of column %s", (column) => {
    expect(recovered(audience, column)).toEqual([]);
  });

  it("embeds no count and no rate of a group with fewer than ten cases", () => {
    const small = assessment.slices.filter(({ n }) => (n ?? 0) < 10).map(({ id }) => id);
    expect(small).toHaveLength(5);
    const told = editionOf(audience).flatMap(({ data }) =>
      (JSON.parse(data) as { estimates: EmbeddedEstimate[] }).estimates.filter(
        ({ slice, value, numerator, denominator, n }) =>
          small.includes(slice) && (value !== null || numerator !== null || denominator !== null || n !== 0),
      ),
    );
    expect(told).toEqual([]);
  });

  it("prints no number of a group with fewer than ten cases", () => {
    const small = ["site=Kleinort", "site=Achtort", "pair=Wenig", "lone=Rar"];
    const printed = editionOf(audience).flatMap(({ html }) => numbersOf(html));
    const about = printed.filter(({ ref }) => small.some((id) => ref.endsWith(id)));
    // What was agreed, and how many cases are wanted, tells nothing of the group.
    const agreed = (ref: string, part: string): boolean =>
      ref.startsWith("finding:thin-slice@") || (ref.startsWith("criterion:") && part === "value");
    expect(about.filter(({ ref, part }) => !agreed(ref, part))).toEqual([]);
  });

  it("says nothing of such a group in its Markdown but that it is too small", () => {
    const lines = editionOf(audience)
      .flatMap(({ markdown }) => markdown.split("\n"))
      .filter((line) => /Kleinort|Achtort|Wenig|\bRar\b/.test(line));
    const harmless = /AC-1|at least 70 of 100|fewer than (10|30)|(Collect|under) 30|\bE\d\d\b/gi;
    expect(lines.filter((line) => /\d/.test(line.replace(harmless, "")))).toEqual([]);
  });

  it("never says that there were none of a group that it withholds", () => {
    const lines = editionOf(audience).flatMap(({ markdown }) => markdown.split("\n"));
    const wrong = lines.filter((line) => /Kleinort|Achtort|Zwoelfort|Wenig|\bRar\b/.test(line));
    expect(wrong.filter((line) => line.includes("none in the test"))).toEqual([]);
  });

  it("never says that there were fewer than ten of a group that has more", () => {
    const lines = editionOf(audience).flatMap(({ markdown }) => markdown.split("\n"));
    const wrong = lines.filter((line) => /Zwoelfort|Seltenort|Vollort/.test(line));
    expect(wrong.filter((line) => line.includes("fewer than 10 cases"))).toEqual([]);
  });

  it("has nothing or at least ten cases in every cell of a histogram and of a calibration band", () => {
    const { distributions, tables } = redact(assessment, audience);
    const cells = distributions.flatMap(({ positive, negative }) => [...positive, ...negative]);
    const bands = tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells: [, , n = 0, positives = 0] }) => [positives ?? 0, (n ?? 0) - (positives ?? 0)]),
    );
    expect(cells.length).toBeGreaterThan(20);
    expect([...cells, ...bands].filter((count) => count > 0 && count < 10)).toEqual([]);
    const printed = editionOf(audience).flatMap(({ html }) => numbersOf(html));
    const bars = printed.filter(({ ref }) => ref.startsWith("distribution:") || ref.startsWith("table:"));
    expect(bars.filter(({ part, value }) => part !== "value" && value > 0 && value < 10)).toEqual([]);
  });

  it("draws the joined bins where their scores lie", () => {
    const card = editionOf(audience).find(({ kind }) => kind === "model-card")?.markdown ?? "";
    const rows = card.matchAll(/^\| (\d\.\d+)(?:–(\d\.\d+)| and up) \| ([\d,]+) \| ([\d,]+) \|$/gm);
    const bars = [...rows].map(([, low, high = "1", ...counts]) =>
      [low, high, ...counts].map((cell) => Number(cell?.replace(",", ""))),
    );
    expect(bars.length).toBeGreaterThan(3);
    expect(bars.at(-1)?.[1]).toBe(1);
    // Every case is flagged from 0.5 on.
    const { tp, fn, fp, tn } = totals();
    const side = (low: number, high: number): number[] => {
      const own = bars.filter(([from = 0, to = 0]) => from >= low && to <= high);
      return [2, 3].map((cell) => own.reduce((sum, bar) => sum + (bar[cell] ?? 0), 0));
    };
    const [[lowHits = 0, lowMisses = 0], [highHits = 0, highMisses = 0]] = [side(0, 0.5), side(0.5, 1)] as [
      number[],
      number[],
    ];
    expect(lowHits).toBeLessThanOrEqual(fn);
    expect(lowMisses).toBeLessThanOrEqual(tn);
    expect(highHits).toBeLessThanOrEqual(tp);
    expect(highMisses).toBeLessThanOrEqual(fp);
  });

  it("loses no case of a histogram by merging its cells", () => {
    const [all] = redact(assessment, audience).distributions.filter(({ slice }) => slice === "all");
    const sum = (counts: readonly number[] = []): number => counts.reduce((total, count) => total + count, 0);
    const [facts] = assessment.evaluations;
    expect([sum(all?.positive), sum(all?.negative)]).toEqual([facts?.positives, facts?.negatives]);
  });

  it("holds no part of a record above its level, in no form", () => {
    const bytes = editionOf(audience)
      .flatMap(({ html, markdown, data }) => [html, markdown, data])
      .join("\n");
    const above = limitations.slice(0, limitations.indexOf(audience));
    const parts = [
      "title",
      "body",
      "affected",
      "harmed",
      "signal",
      "workaround",
      "fix",
      "fixer",
      "use",
      "settle",
      "owner",
    ];
    const found = above.flatMap((level) =>
      parts.map((part) => marker(level, part)).filter((word) => bytes.includes(word)),
    );
    const ids = above.map((_, index) => `LIM-000${index + 1}`).filter((id) => bytes.includes(id));
    expect([...found, ...ids]).toEqual([]);
  });

  it("shows every record of its own level and below", () => {
    const text = editionOf(audience)
      .map(({ markdown }) => markdown)
      .join("\n");
    const below = limitations.slice(limitations.indexOf(audience));
    expect(below.filter((level) => !text.includes(marker(level, "title")))).toEqual([]);
  });
});

describe("the internal edition", () => {
  it("shows every record and every count", () => {
    const text = editionOf("internal")
      .map(({ markdown }) => markdown)
      .join("\n");
    expect(limitations.filter((level) => !text.includes(marker(level, "body")))).toEqual([]);
    expect(redact(assessment, "internal").slices).toEqual(assessment.slices);
  });
});

it("the options of a small group are not told by their counts outside the house", async () => {
  const options = [
    { id: "today", name: "As today" },
    { id: "all", name: "Everyone", act: "all" },
  ];
  const small = await assessFiles(
    smallCellProject([{ kind: "briefing", options, options_slice: "site=Seltenort" }]),
  );
  const documents = await publishAssessment(small, { audience: "customer" });
  const told = documents
    .flatMap(({ html }) => numbersOf(html))
    .filter(({ ref }) => ref.startsWith("option:"));
  expect(told.filter(({ value }) => value > 0 && value < 10)).toEqual([]);
});

it("two groups are withheld wherever one must be, so that neither follows from the total", () => {
  for (const column of columns) {
    const own = assessment.slices.filter((slice) => slice.column === column && !slice.negated);
    const withheld = [...exposureOf(own).values()].filter((exposure) => exposure !== "open");
    expect(withheld.length).toBeGreaterThanOrEqual(2);
  }
});

describe.runIf(canPrint)("a printed edition", () => {
  it.each(["auditor", "public"] as const)(
    "%s says no number that its page does not say",
    async (audience) => {
      const browser = await openBrowser(await findTestBrowser(), { noSandbox: false, timeoutMs: 60_000 });
      try {
        const documents = editionOf(audience);
        const jobs = documents.map(({ html, title, author, kind, lang, data }) => {
          return { html, title, author, subject: kind, lang, date: null, attachment: data, maxPages: null };
        });
        const printed = await printPdf(jobs, browser);
        for (const [index, { bytes }] of printed.entries()) {
          const { text, pages, attachments } = await readPdf(bytes);
          const known = new Set(digitsOf(visibleText(documents[index]?.html ?? "")));
          for (let page = 1; page <= pages; page += 1) known.add(String(page));
          expect(digitsOf(text).filter((number) => !known.has(number))).toEqual([]);
          const attached = Object.values(attachments).map(({ content }) => new TextDecoder().decode(content));
          expect(attached).toEqual([documents[index]?.data]);
        }
      } finally {
        await browser.close();
      }
    },
  );
});

/** The confusion of all cases of the project. */
function totals(): { tp: number; fn: number; fp: number; tn: number } {
  const [tp = 0, fn = 0, fp = 0, tn = 0] = [0, 1, 2, 3].map((kind) =>
    Object.values(sites).reduce((sum, counts) => sum + (counts[kind] ?? 0), 0),
  );
  return { tp, fn, fp, tn };
}

function digitsOf(text: string): string[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => number);
}

/** What a page shows, its margins and its charts' labels included. */
function visibleText(html: string): string {
  return unescapeHtml(html.replace(/<script[\s\S]*?<\/script>/g, " ").replace(/<[^>]+>/g, " ")) + os.EOL;
}
