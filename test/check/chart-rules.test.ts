import { beforeAll, describe, expect, it } from "vitest";

import { check } from "../../src/check/check.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Chart, Picture } from "../../src/model/chart.js";
import type { ComposedDocument } from "../../src/model/document.js";
import type { DocumentPlan } from "../../src/model/plan.js";
import { assessFiles } from "../measure/project-folder.js";
import { noteProject } from "./note-project.js";

/** Charts drawn by hand: whole ones, and each with one fault. */
const whole: Chart = {
  kind: "by-hand",
  id: "by-hand",
  title: [{ type: "text", value: "It catches 82 of 100 leavers" }],
  note: [{ type: "text", value: "Counted on 500 leavers, January to March 2026. Source: data.csv." }],
  alt: "Bar chart: 412 of 500 leavers caught, 88 missed.",
  panels: [],
  grid: { id: "by-hand", caption: [], note: [], columns: [], rows: [], foot: [] },
  gridOpen: true,
  tableLabel: "Numbers",
};

let assessment: Assessment;
beforeAll(async () => {
  assessment = await assessFiles(noteProject({}));
});

function saidBy(id: string, charts: readonly Chart[], plan: Partial<DocumentPlan> = {}): string[] {
  const own: DocumentPlan = { kind: "model-card", status: "draft", ...plan };
  const document: ComposedDocument = {
    plan: own,
    kind: own.kind,
    kindTitle: "Model card",
    title: "Small",
    lang: "en",
    audience: "internal",
    tree: { type: "root", children: [] },
    charts,
    shown: [],
    messages: [],
  };
  return check(document, assessment)
    .filter(({ code }) => code === id)
    .map(({ text }) => text);
}

function drawn(spec: Record<string, unknown>): Chart {
  return {
    ...whole,
    panels: [{ title: [], key: null, picture: { type: "vega-lite", spec, width: 1, height: 1 } }],
  };
}

const share = { field: "share", type: "quantitative" };
const group = { field: "group", type: "nominal" };

describe("a chart", () => {
  it("with title, note, source, n, window and description passes", () => {
    expect(saidBy("chart-hygiene", [whole])).toEqual([]);
  });

  it.each([
    ["title", { title: [] }],
    ["text for those who do not see it", { alt: "chart" }],
    ["source", { note: [{ type: "text", value: "Counted on 500 leavers in 2026." }] }],
    ["window", { note: [{ type: "text", value: "Counted on 500 leavers. Source: data.csv." }] }],
  ] as const)("without its %s does not", (what, part) => {
    expect(saidBy("chart-hygiene", [{ ...whole, ...part }])).toEqual([
      expect.stringContaining(`lack of ${what} in chart by-hand`),
    ]);
  });

  it.each([
    ["bars from zero", { mark: "bar", encoding: { x: group, y: share } }],
    [
      "points far from zero",
      { mark: "point", encoding: { x: group, y: { ...share, scale: { zero: false } } } },
    ],
    [
      "bars placed by two ends",
      {
        mark: "bar",
        encoding: { x: { ...share, scale: { domain: [5, 9] } }, x2: { field: "to" }, y: group },
      },
    ],
    ["a pie of two", { data: { values: [{ a: 1 }, { a: 2 }] }, mark: "arc", encoding: { theta: share } }],
    ["colour beside a place", { mark: "bar", encoding: { x: group, y: share, color: group } }],
    [
      "colour beside a label",
      {
        layer: [
          { mark: "line", encoding: { x: share, color: group } },
          { mark: "text", encoding: { text: group } },
        ],
      },
    ],
  ])("of %s passes", (_what, spec) => {
    expect(saidBy("chart-hygiene", [drawn(spec)])).toEqual([]);
  });

  it.each([
    [
      "bar scale that does not start at zero",
      { mark: "bar", encoding: { x: group, y: { ...share, scale: { zero: false } } } },
    ],
    [
      "bar scale that does not start at zero",
      {
        layer: [{ mark: { type: "bar" } }],
        encoding: { x: group, y: { ...share, scale: { domain: [50, 100] } } },
      },
    ],
    [
      "pie of more than 2 slices",
      { data: { values: [{ a: 1 }, { a: 2 }, { a: 3 }] }, mark: "arc", encoding: { theta: share } },
    ],
    ['class "group" told by colour alone', { mark: "line", encoding: { x: share, y: share, color: group } }],
  ])("with a %s does not", (fault, spec) => {
    expect(saidBy("chart-hygiene", [drawn(spec)])).toEqual([expect.stringContaining(fault)]);
  });
});

/** An icon array as ours are written: one path per outcome, icons in rows of ten. */
function icons(order: readonly string[], told: Record<string, number> = {}): Chart["panels"][number] {
  const side = 16;
  const at = (index: number): string => `M${(index % 10) * side + 8} ${Math.floor(index / 10) * side + 8}h0`;
  const path = (outcome: string): string =>
    `<path class="m-${outcome}" d="${order.map((own, index) => (own === outcome ? at(index) : "")).join("")}"/>`;
  const picture: Picture = {
    type: "svg",
    svg: `<svg>${[...new Set(order)].map(path).join("")}</svg>`,
    width: 10 * side,
    height: Math.ceil(order.length / 10) * side,
  };
  const rows = Object.entries(told).map(([mark, value]) => ({
    cells: [
      {
        pieces: [
          { type: "datum" as const, ref: "recall@all", part: "caught" as const, value, text: String(value) },
        ],
        mark: mark as "caught",
      },
    ],
  }));
  return { title: [], picture, key: { id: "key", caption: [], note: [], columns: [], rows, foot: [] } };
}

describe("an icon array", () => {
  const hundred = [...Array<string>(9).fill("caught"), ...Array<string>(91).fill("left-alone")];
  const array = (...panels: Chart["panels"]): Chart => ({ ...whole, kind: "icon-array", panels });

  it("of 100, grouped, with the counts of its key passes", () => {
    expect(saidBy("icon-array-faults", [array(icons(hundred, { caught: 9 }), icons(hundred))])).toEqual([]);
  });

  it("is counted where icons stand on a dashed line, and where one move follows another", () => {
    const dashed = (marks: number): Chart => {
      const panel = icons([], { caught: 13, missed: 7 });
      const svg =
        `<svg><path class="m-caught" stroke-dasharray="0 16" d="M8 8h145M8 24h${(marks - 11) * 16 + 1}"/>` +
        '<path class="m-missed" d="M56 18l6 6-6 6-6-6z' +
        `${"m16 0l6 6-6 6-6-6z".repeat(6)}"/></svg>`;
      return array({ ...panel, picture: { type: "svg", svg, width: 160, height: 32 } });
    };
    expect(saidBy("icon-array-faults", [dashed(13)])).toEqual([]);
    expect(saidBy("icon-array-faults", [dashed(14)])).toContainEqual(
      expect.stringContaining('14 icons for "caught"'),
    );
  });

  it.each([
    [
      "110 icons beside 100",
      array(icons(hundred), icons([...hundred, ...Array<string>(10).fill("left-alone")])),
    ],
    [
      "scattered icons",
      array(icons(hundred.map((_own, index) => (index % 11 === 0 ? "caught" : "left-alone")))),
    ],
    ['9 icons for "caught"', array(icons(hundred, { caught: 12 }))],
    ["1010 icons", array(icons([...hundred, ...Array<string>(910).fill("left-alone")]))],
  ])("with %s does not", (fault, chart) => {
    expect(saidBy("icon-array-faults", [chart])).toEqual([expect.stringContaining(fault)]);
  });
});

describe("a threshold on offer", () => {
  const options = (threshold: number): Partial<DocumentPlan> => ({
    kind: "briefing",
    options: [{ id: "now", name: "Now", threshold }],
  });

  it("passes where 473 of the cases tested are flagged", () => {
    expect(saidBy("toggle-outside-support", [], options(0.5))).toEqual([]);
  });

  it.each([
    [0.95, "flags 0 of the cases tested"],
    [1.5, "threshold 1.5 where no score was seen"],
  ])("of %s does not", (threshold, found) => {
    expect(saidBy("toggle-outside-support", [], options(threshold))).toEqual([
      expect.stringContaining(found),
    ]);
  });

  it("is told on a curve only where 30 cases are flagged", () => {
    const at = (threshold: number): Chart => ({
      ...whole,
      grid: {
        ...whole.grid,
        rows: [
          {
            cells: [
              {
                pieces: [
                  {
                    type: "datum",
                    ref: `curve:${threshold}#precision`,
                    part: "value",
                    value: 90,
                    text: "90",
                    of: 100,
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    expect(saidBy("toggle-outside-support", [at(0.5)])).toEqual([]);
    expect(saidBy("toggle-outside-support", [at(0.95)])).toHaveLength(1);
  });
});
