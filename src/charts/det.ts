import type { Estimate, Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import { sentenceCase } from "../phrasing/measure-sentence.js";
import { shortRate } from "../phrasing/rate-sentence.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { deviates, firmCurve, hasPlace, limitLines, ruleOf } from "./deviate-axis.js";
import type { Box, Pixel } from "./place-label.js";
import { createPlot, inUse, plotPicture, wordsBeside } from "./plot.js";
import { role } from "./vega-theme.js";

/**
 * Both errors of verification at every threshold, on normal-deviate axes (Martin et al. 1997): a straight line is what
 * two bell curves of scores would give, and small rates have as much room as large ones.
 */
export const det: ChartKind = {
  id: "det",
  summary: "both errors of verification at every threshold, with where fewer than 30 errors carry them",
  tasks: ["verification"],
  missing: "picture.det.none",
  draw: (context) => {
    const table = context.table("det", "all");
    if (table === undefined) return null;
    const points = pointsOf(table);
    const placed = points.filter(({ fmr, fnmr }) => hasPlace(fmr) && hasPlace(fnmr));
    const [first] = points;
    if (first === undefined || placed.length < 3) return null;
    const here = settingInUse(context);
    const firm = placed.filter(({ fm, fnm }) => fm >= ruleOf && fnm >= ruleOf);
    const slots = slotsOf(context, first, here, firm.at(-1) ?? null);
    const { voice } = context;
    const word = (phrase: string): string =>
      plainText(sentenceCase(voice.say(`picture.det.${phrase}`, slots)));
    return {
      kind: "det",
      id: "det",
      title: voice.say("picture.det.title", slots),
      note: voice.say("picture.det.note", slots),
      alt: word("alt"),
      panels: [{ title: [], key: null, picture: drawCurve(voice.lang, placed, first, here, word) }],
      grid: gridOf(context, table, points, firm),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

/** One threshold: errors and rates of both kinds. */
interface DetPoint {
  readonly row: number;
  readonly fm: number;
  readonly impostors: number;
  readonly fnm: number;
  readonly genuine: number;
  readonly fmr: number;
  readonly fnmr: number;
}

function pointsOf({ rows }: Table): DetPoint[] {
  return rows.flatMap(({ cells: [, fm, impostors, fnm, genuine] }, row) =>
    fm == null || fnm == null || !impostors || !genuine
      ? []
      : [{ row, fm, impostors, fnm, genuine, fmr: fm / impostors, fnmr: fnm / genuine }],
  );
}

interface Setting {
  readonly fmr: Estimate;
  readonly fnmr: Estimate;
}

/** The threshold in use as it was measured; null without one. */
function settingInUse({ estimate }: ChartContext): Setting | null {
  const [fmr, fnmr] = [estimate("fmr", "all"), estimate("fnmr", "all")];
  return fmr?.value == null || fnmr?.value == null ? null : { fmr, fnmr };
}

function slotsOf({ voice }: ChartContext, one: DetPoint, here: Setting | null, firm: DetPoint | null) {
  const ref = "table:det@all";
  const at = (part: "fm" | "fnm"): Inline | string =>
    firm === null ? "" : counted(voice, `${ref}#${firm.row}`, "numerator", firm[part]);
  return {
    given: here === null ? (firm === null ? "none" : "firm") : "yes",
    accepted: here === null ? "" : shortRate(voice, here.fmr),
    refused: here === null ? "" : shortRate(voice, here.fnmr),
    fm: at("fm"),
    fnm: at("fnm"),
    genuine: counted(voice, ref, "positives", one.genuine),
    impostors: counted(voice, ref, "negatives", one.impostors),
    rule: formatCount(ruleOf, voice.lang),
  };
}

function drawCurve(
  lang: string,
  points: readonly DetPoint[],
  { impostors, genuine }: DetPoint,
  here: Setting | null,
  word: (phrase: string) => string,
) {
  const [fmr, fnmr] = [here?.fmr.value ?? null, here?.fnmr.value ?? null];
  const place = fmr !== null && fnmr !== null && hasPlace(fmr) && hasPlace(fnmr) ? { fmr, fnmr } : null;
  const all = place === null ? points : [...points, place];
  const rates = (of: "fmr" | "fnmr"): number[] => all.map((point) => point[of]);
  const plot = createPlot(
    deviates(word("x"), rates("fmr"), lang),
    deviates(word("y"), rates("fnmr"), lang),
    240,
  );
  const places = points.map((point): Pixel => plot.at(point.fmr, point.fnmr));
  const isFirm = points.map(({ fm, fnm }) => fm >= ruleOf && fnm >= ruleOf);
  const limits = limitLines(plot, ruleOf / impostors, ruleOf / genuine);
  const taken: Box[] = [];
  const avoid = [places, ...limits.lines];
  const marks = [...limits.marks, ...firmCurve(places, isFirm)];
  if (place !== null) {
    const at = plot.at(place.fmr, place.fnmr);
    taken.push({ left: at.x - 8, right: at.x + 8, top: at.y - 8, bottom: at.y + 8 });
    marks.push(wordsBeside(plot, word("here"), at, avoid, taken, role.accent), inUse(at));
  }
  const [end] = limits.lines;
  if (end?.[0] !== undefined)
    marks.push(
      wordsBeside(plot, word("limit"), { x: end[0].x, y: plot.area.top + 12 }, avoid, taken, role.quiet),
    );
  return plotPicture(plot, marks);
}

/** Accepted impostors of the rows of the table: from few to many, as many as a reader compares. */
const told = [0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4];

function gridOf(
  { voice }: ChartContext,
  { id }: Table,
  points: readonly DetPoint[],
  firm: readonly DetPoint[],
) {
  const chosen = told.flatMap((share) => points.find(({ fmr, fm }) => fmr <= share && fm > 0) ?? []);
  const number = (point: DetPoint, part: "numerator" | "denominator", value: number): Inline =>
    counted(voice, `table:${id}#${point.row}`, part, value);
  const of = (point: DetPoint, x: number, n: number) =>
    voice.say("rate.of", { x: number(point, "numerator", x), n: number(point, "denominator", n) });
  return {
    id: "det",
    caption: [],
    note: [],
    columns: ["accepted", "refused", "carried"].map((column, index) => ({
      label: voice.say(`picture.det.column-${column}`),
      align: index === 2 ? ("start" as const) : ("end" as const),
    })),
    rows: [...new Set([...chosen, ...(firm.length === 0 ? [] : firm.slice(-1))])]
      .sort((a, b) => a.fm - b.fm)
      .map((point) => ({
        cells: [
          { pieces: of(point, point.fm, point.impostors) },
          { pieces: of(point, point.fnm, point.genuine) },
          {
            pieces: voice.say(
              `picture.det.carried-${Math.min(point.fm, point.fnm) >= ruleOf ? "yes" : "no"}`,
              { rule: formatCount(ruleOf, voice.lang) },
            ),
          },
        ],
      })),
    foot: [],
  };
}
