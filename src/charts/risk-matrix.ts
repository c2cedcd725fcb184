import type { Picture } from "../model/chart.js";
import type { GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import type { Risk } from "../model/risk.js";
import { plainText, text } from "../phrasing/inline.js";
import { likelihoodWords, severityWords } from "../phrasing/risk-words.js";
import { formatCount, formatPlain } from "../phrasing/format-number.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind, ShownRisk } from "./chart-context.js";
import { lanesOf, type Span } from "./risk-lanes.js";
import { riskMarks } from "./risk-marks.js";
import { coordinate, svgText } from "./svg.js";
import { role } from "./vega-theme.js";

/** Limitations left out of the picture that its note names one by one; of more it says how many. */
const mostNamed = 3;

/** Limitations by how grave they are and how often they strike, each with the range that the evidence leaves. */
export const riskMatrix: ChartKind = {
  id: "risk-matrix",
  summary: "limitations by severity and likelihood, with the range between what was observed and its bound",
  missing: "risk.matrix.none",
  draw: ({ voice, risks, likelihoodSteps }: ChartContext) => {
    const drawn = risks.filter(({ risk }) => risk.severity !== null);
    if (drawn.length === 0) return null;
    const marks = riskMarks(risks.map(({ id }) => id));
    const undrawn = risks.filter(({ risk }) => risk.severity === null).map(({ id }) => id);
    const escalated = drawn.filter(({ risk }) => risk.escalated).length;
    const said = drawn.map(({ id, risk }) =>
      plainText(
        voice.say("risk.matrix.mark", {
          id,
          severity: severityWords(voice, risk),
          likelihood: likelihoodWords(voice, risk),
        }),
      ),
    );
    return {
      kind: "risk-matrix",
      id: "risk-matrix",
      title: voice.say("risk.matrix.title", {
        n: escalated,
        drawn: drawn.length,
        unplaced: undrawn.length,
        largest: isLargestLeft(risks) ? "yes" : "no",
      }),
      note: voice.say("risk.matrix.note", {
        undrawn: undrawn.join(", "),
        many: undrawn.length > mostNamed ? "yes" : "no",
        count: formatCount(undrawn.length, voice.lang),
        some: undrawn.length > 0 ? "yes" : "no",
      }),
      alt: plainText(voice.say("risk.matrix.alt", { marks: said.join(" ") })),
      panels: [{ title: [], picture: drawMatrix(voice, drawn, marks, likelihoodSteps), key: null }],
      grid: {
        id: "risk-matrix",
        caption: [],
        note: [],
        columns: ["mark", "limit", "severity", "likelihood"].map((name) => ({
          label: voice.say(`risk.matrix.column-${name}`),
          align: "start" as const,
        })),
        rows: risks.map((shown) => rowOf(voice, shown)),
        foot: [],
      },
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    };
  },
};

/**
 * True where the limitation of the largest expected harm is one that cannot be drawn: a title must not pass over it.
 * Money and cases are not compared.
 */
function isLargestLeft(risks: readonly ShownRisk[]): boolean {
  if (new Set(risks.flatMap(({ risk }) => risk.harm?.unit ?? [])).size !== 1) return false;
  const most = (isDrawn: boolean): number =>
    Math.max(
      ...risks
        .filter(({ risk }) => (risk.severity !== null) === isDrawn)
        .map(({ risk }) => risk.harm?.high ?? Number.NEGATIVE_INFINITY),
    );
  return most(false) > most(true);
}

function rowOf(voice: Voice, { id, title, risk }: ShownRisk): GridRow {
  const cells: readonly (readonly Inline[])[] = [
    [text(id)],
    title,
    severityWords(voice, risk),
    likelihoodWords(voice, risk),
  ];
  return { cells: cells.map((pieces) => ({ pieces })) };
}

const width = 340;
const [left, columnPx, unknownFrom, unknownPx] = [24, 50, 282, 57];
const [top, lanePx, leastRowPx] = [24, 19, 30];
const severities = [5, 4, 3, 2, 1] as const;
/** Column of what cannot be estimated, beside those of the five likelihoods. */
const unknownColumn = 5;

/** A mark at the upper cell of a limitation, or the ring where its observed value lies. */
interface Item extends Span {
  readonly shown: ShownRisk;
  readonly severity: number;
  readonly isRing: boolean;
}

function itemsOf(risks: readonly ShownRisk[]): Item[] {
  return risks.flatMap((shown): Item[] => {
    const { severity, likelihood } = shown.risk;
    if (severity === null) return [];
    const at = (level: number | null): number => (level === null ? unknownColumn : level - 1);
    const [from, to] = [at(likelihood.point ?? likelihood.upper), at(likelihood.upper)];
    // A line within one row keeps a lane for itself; one from another row has its ring in a lane there.
    if (severity.point === severity.upper)
      return [{ shown, severity: severity.upper, from: Math.min(from, to), to, isRing: false }];
    return [
      { shown, severity: severity.upper, from: to, to, isRing: false },
      { shown, severity: severity.point, from, to: from, isRing: true },
    ];
  });
}

function centre(column: number): number {
  return column === unknownColumn ? unknownFrom + unknownPx / 2 : left + (column + 0.5) * columnPx;
}

function drawMatrix(
  voice: Voice,
  risks: readonly ShownRisk[],
  marks: ReadonlyMap<string, string>,
  steps: readonly number[],
): Picture {
  const items = itemsOf(risks);
  const placed = new Map<Item, number>();
  const frame: string[] = [];
  let y = top;
  for (const severity of severities) {
    const own = items.filter((item) => item.severity === severity);
    const lanes = lanesOf(own);
    const height = Math.max(leastRowPx, (Math.max(-1, ...lanes) + 1) * lanePx + 8);
    const used = (Math.max(-1, ...lanes) + 1) * lanePx;
    for (const [index, item] of own.entries())
      placed.set(item, y + (height - used) / 2 + ((lanes[index] ?? 0) + 0.5) * lanePx);
    frame.push(...rowFrame(severity, y, height));
    y += height;
  }
  const height = y + 42;
  const svg = [
    `<svg viewBox="0 0 ${width} ${coordinate(height)}" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${coordinate(height)}">`,
    ...frame,
    ...axes(voice, y, steps),
    ...risks.flatMap((shown) => markOf(shown, items, placed, marks.get(shown.id) ?? "")),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width, height };
}

/** One severity: its cells, those tinted that need somebody's name before a release. */
function rowFrame(severity: number, y: number, height: number): string[] {
  const cell = (x: number, wide: number, tinted: boolean): string =>
    `<rect x="${x}" y="${coordinate(y)}" width="${wide}" height="${coordinate(height)}" fill="${tinted ? role.wrongWash : "none"}" stroke="${role.rule}" stroke-width="1"/>`;
  const grave = severity >= 4;
  return [
    ...[0, 1, 2, 3, 4].map((column) => cell(left + column * columnPx, columnPx, grave && column >= 2)),
    cell(unknownFrom, unknownPx, grave),
    `<text font-size="12.5" x="${left - 8}" y="${coordinate(y + height / 2 + 4.5)}" text-anchor="end" fill="${role.quiet}">${severity}</text>`,
  ];
}

function axes(voice: Voice, bottom: number, steps: readonly number[]): string[] {
  const say = (phrase: string): string => svgText(plainText(voice.say(`risk.matrix.${phrase}`)));
  const number = (value: number | undefined): string => formatPlain(value ?? 0, voice.lang);
  const [first, second, third, fourth] = steps;
  const names = [
    `<${number(first)}`,
    `${number(first)}–${number(second)}`,
    `${number(second)}–${number(third)}`,
    `${number(third)}–${number(fourth)}`,
    `${number(fourth)}+`,
  ];
  const label = (x: number, words: string, y = bottom + 16): string =>
    `<text font-size="12.5" x="${coordinate(x)}" y="${coordinate(y)}" text-anchor="middle" fill="${role.quiet}">${svgText(words)}</text>`;
  return [
    `<text font-size="12.5" x="1" y="14" fill="${role.quiet}">${say("severity")}</text>`,
    ...names.map((name, column) => label(centre(column), name)),
    label(centre(unknownColumn), plainText(voice.say("risk.matrix.unknown"))),
    `<text font-size="12.5" x="${left}" y="${coordinate(bottom + 35)}" fill="${role.quiet}">${say("likelihood")}</text>`,
  ];
}

/** The mark in its upper cell, and a line to it from the ring at the observed value, where that lies elsewhere. */
function markOf(
  shown: ShownRisk,
  items: readonly Item[],
  placed: ReadonlyMap<Item, number>,
  words: string,
): string[] {
  const own = items.filter((item) => item.shown === shown);
  const mark = own.find(({ isRing }) => !isRing);
  if (mark === undefined) return [];
  const ring = own.find(({ isRing }) => isRing);
  const colour = isTinted(shown.risk) ? role.wrong : role.ink;
  const y = placed.get(mark) ?? 0;
  const end = { x: centre(mark.to), y };
  const start =
    ring === undefined ? { x: centre(mark.from), y } : { x: centre(ring.from), y: placed.get(ring) ?? 0 };
  const label = `<text font-size="12.5" x="${coordinate(end.x)}" y="${coordinate(y + 4.5)}" text-anchor="middle" font-weight="600" fill="${colour}">${svgText(words)}</text>`;
  if (start.x === end.x && start.y === end.y) return [label];
  const half = words.length * 3.6 + 3;
  const side = start.x === end.x ? 0 : start.x < end.x ? -half : half;
  const rise = start.x === end.x ? Math.sign(start.y - end.y) * 9 : 0;
  return [
    `<line x1="${coordinate(start.x)}" y1="${coordinate(start.y)}" x2="${coordinate(end.x + side)}" y2="${coordinate(end.y + rise)}" stroke="${colour}" stroke-width="1.5"/>`,
    `<circle cx="${coordinate(start.x)}" cy="${coordinate(start.y)}" r="4" fill="${role.paper}" stroke="${colour}" stroke-width="1.5"/>`,
    label,
  ];
}

/** By the upper cell, whether or not somebody has accepted it: the colour says how bad it may be. */
function isTinted({ severity, likelihood }: Risk): boolean {
  return (severity?.upper ?? 0) >= 4 && (likelihood.upper === null || likelihood.upper >= 3);
}
