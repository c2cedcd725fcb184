import type { Estimate, Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Grid } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { sentenceCase } from "../phrasing/measure-sentence.js";
import { shortRate } from "../phrasing/rate-sentence.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { deviates, firmCurve, hasPlace, ruleOf } from "./deviate-axis.js";
import type { Box, Pixel } from "./place-label.js";
import { createPlot, curve, inUse, plotPicture, wordsBeside } from "./plot.js";
import { role } from "./vega-theme.js";

/** Highest share of attacks of a picture; a species that nothing stops has no place on a normal deviate. */
const highestSlip = 0.98;
/** Shares of genuine cases flagged that the table stands for: as many as a reader compares. */
const told = [0.01, 0.05, 0.1, 0.2];

/**
 * Both errors of attack detection at every threshold, a curve for each species and the worst of them.
 *
 * The axes are those of `det`, which has two classes and one curve; here the genuine are common to all curves, and
 * species are never pooled. Those tried under 30 times have no rate, and so no curve and no say in the worst.
 */
export const attackDet: ChartKind = {
  id: "attack-det",
  summary: "attacks let through against genuine cases flagged at every threshold, by species and the worst",
  tasks: ["attack-detection"],
  missing: "picture.attack-det.none",
  // Readers of less than an auditor's edition are told so in place of the attack matrix.
  reason: ({ evaluation, facets, voice }) =>
    evaluation.task === "attack-detection" &&
    voice.audience === "auditor" &&
    honestMetrics.some((metric) => facets(metric, "all").length > 0)
      ? "picture.attack-det.held"
      : null,
  draw: (context) => {
    const { voice } = context;
    const table = context.table("species-curve", "all");
    const read = table === undefined ? null : readCurves(voice, table);
    if (table === undefined || read === null || read.curves.length === 0) return null;
    const { points } = read;
    // The strictest threshold within each share; of as many genuine flagged, the one that lets least through.
    const shown = [
      ...new Set(told.flatMap((share) => points.find(({ x, flagged }) => flagged > 0 && x <= share) ?? [])),
    ];
    const [first] = shown;
    const drawn = points.filter(({ x, worst }) => hasPlace(x) && hasPlace(worst, highestSlip));
    if (first === undefined || drawn.length < 3) return null;
    const here = settingInUse(context);
    const slots = slotsOf(context, table, read, first, here);
    const word = (phrase: string): string =>
      plainText(sentenceCase(voice.say(`picture.attack-det.${phrase}`, slots)));
    return {
      kind: "attack-det",
      id: "attack-det",
      title: voice.say("picture.attack-det.title", slots),
      note: voice.say("picture.attack-det.note", slots),
      alt: word("alt"),
      panels: [{ title: [], key: null, picture: drawCurves(voice.lang, read, drawn, here, word) }],
      grid: gridOf(voice, table, read, shown),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

const honestMetrics = ["bpcer", "dfrr"];
const slipMetrics = ["apcer", "dfar"];

/** One threshold: genuine cases flagged, attacks let through by species, and the highest share of these. */
interface Point {
  readonly row: number;
  readonly flagged: number;
  readonly bonaFide: number;
  /** flagged / bonaFide. */
  readonly x: number;
  /** In the order of the species. */
  readonly slipped: readonly number[];
  /** Highest share let through of all species, and its place among them. */
  readonly worst: number;
  readonly worstOf: number;
}

interface Species {
  readonly name: string;
  readonly tested: number;
}

interface Curves {
  readonly points: readonly Point[];
  /** Species tried often enough for a rate. */
  readonly curves: readonly Species[];
  /** Species left out. */
  readonly few: number;
}

function readCurves(voice: Voice, { columns, rows, evaluation }: Table): Curves | null {
  const all = columns.flatMap((column, index) => {
    if (!column.startsWith("tested:")) return [];
    const facet = column.slice("tested:".length);
    const tested = rows[0]?.cells[index] ?? 0;
    const label = voice.partName({ evaluation, facet }) ?? facet;
    const name = label === "(missing)" ? plainText(voice.say("slice.missing")) : label;
    return [{ name, tested, column: columns.indexOf(`slipped:${facet}`) }];
  });
  const curves = all.filter(({ tested }) => tested >= smallSample);
  const points = rows.flatMap(({ cells }, row): Point[] => {
    const [, flagged, bonaFide] = cells;
    if (flagged == null || !bonaFide) return [];
    const slipped = curves.map(({ column }) => cells[column] ?? 0);
    const rates = slipped.map((count, index) => count / (curves[index]?.tested ?? 1));
    const worst = Math.max(...rates);
    // Of species that slip as often, the one tried least: it may be worse by most.
    const tries = curves.map(({ tested }, index) => (rates[index] === worst ? tested : Infinity));
    const worstOf = tries.indexOf(Math.min(...tries));
    return [{ row, flagged, bonaFide, x: flagged / bonaFide, slipped, worst, worstOf }];
  });
  if (curves.length === 0) return null;
  return {
    // From all of the genuine flagged to none, whichever way the scores point; where as many are, by attacks.
    points: points.sort((a, b) => b.flagged - a.flagged || a.worst - b.worst),
    curves,
    few: all.length - curves.length,
  };
}

interface Setting {
  readonly honest: Estimate;
  readonly slip: Estimate;
}

/** The threshold in use as it was measured; null without one, or where its worst has too few tries for a rate. */
function settingInUse({ estimate }: ChartContext): Setting | null {
  const [honest, slip] = [honestMetrics, slipMetrics].map((metrics) =>
    metrics.map((metric) => estimate(metric, "all")).find((one) => one?.value != null),
  );
  return honest === undefined || slip === undefined || (slip.denominator ?? 0) < smallSample
    ? null
    : { honest, slip };
}

function slotsOf(
  { voice, estimate }: ChartContext,
  { id, evaluation }: Table,
  read: Curves,
  first: Point,
  here: Setting | null,
) {
  const { curves, few } = read;
  const number = (value: number, part: "numerator" | "denominator" | "n"): Inline =>
    counted(voice, `table:${id}#${first.row}`, part, value);
  const worst = curves[first.worstOf];
  const facet = here?.slip.worst;
  const named = facet === undefined ? undefined : (voice.partName({ evaluation, facet }) ?? facet);
  return {
    given: here === null || named === undefined ? "no" : "yes",
    check: estimate("dfrr", "all") === undefined ? "biometric" : "document",
    honest: here === null ? "" : shortRate(voice, here.honest),
    slip: here === null ? "" : shortRate(voice, here.slip),
    name: named ?? worst?.name ?? "",
    x: number(first.flagged, "numerator"),
    n: number(first.bonaFide, "denominator"),
    slipped: number(first.slipped[first.worstOf] ?? 0, "numerator"),
    tested: number(worst?.tested ?? 0, "denominator"),
    tries: number(
      curves.reduce((sum, { tested }) => sum + tested, 0),
      "n",
    ),
    kinds: number(curves.length, "n"),
    kinds_n: curves.length,
    few: number(few, "n"),
    few_n: few,
    small: formatCount(smallSample, voice.lang),
    rule: formatCount(ruleOf, voice.lang),
    list: curves
      .map(({ name, tested }, index) =>
        plainText(
          voice.say("picture.attack-det.alt-one", {
            name,
            x: formatCount(first.slipped[index] ?? 0, voice.lang),
            n: formatCount(tested, voice.lang),
          }),
        ),
      )
      .join("; "),
  };
}

function drawCurves(
  lang: string,
  { points, curves }: Curves,
  drawn: readonly Point[],
  here: Setting | null,
  word: (phrase: string) => string,
) {
  const [x, y] = [here?.honest.value ?? 0, here?.slip.value ?? 0];
  const ring = hasPlace(x) && hasPlace(y, highestSlip) ? [{ x, y }] : [];
  const seen = points.filter((point) => hasPlace(point.x));
  const rate = (point: Point, index: number): number =>
    (point.slipped[index] ?? 0) / (curves[index]?.tested ?? 1);
  const slips = seen.flatMap((point) => curves.map((_, index) => rate(point, index)));
  const plot = createPlot(
    deviates(word("x"), [...seen, ...ring].map((one) => one.x), lang),
    deviates(
      word("y"),
      [...slips.filter((slip) => hasPlace(slip, highestSlip)), ...ring.map((one) => one.y)],
      lang,
      highestSlip,
    ),
    240,
  ); // prettier-ignore
  const places = drawn.map((point): Pixel => plot.at(point.x, point.worst));
  const isFirm = drawn.map(
    ({ flagged, slipped, worstOf }) => flagged >= ruleOf && (slipped[worstOf] ?? 0) >= ruleOf,
  );
  const lines = curves.map((_, index) =>
    seen.flatMap((point): Pixel[] => {
      const slip = rate(point, index);
      return hasPlace(slip, highestSlip) ? [plot.at(point.x, slip)] : [];
    }),
  );
  const marks = [
    ...lines.map((line) => curve("p-species", line.filter(turns), { stroke: role.edge, width: 1.25 })),
    ...firmCurve(places, isFirm),
  ];
  const taken: Box[] = [];
  for (const one of ring) {
    const at = plot.at(one.x, one.y);
    taken.push({ left: at.x - 8, right: at.x + 8, top: at.y - 8, bottom: at.y + 8 });
    marks.push(wordsBeside(plot, word("here"), at, [places, ...lines], taken, role.accent), inUse(at));
  }
  const middle = places[Math.floor(places.length / 3)];
  if (middle !== undefined) marks.push(wordsBeside(plot, word("worst"), middle, [places, ...lines], taken));
  return plotPicture(plot, marks);
}

/** False within a straight step of a line, whose places would only make the page longer. */
function turns({ x, y }: Pixel, index: number, line: readonly Pixel[]): boolean {
  const [before, after] = [line[index - 1], line[index + 1]];
  if (before === undefined || after === undefined) return true;
  return !((before.x === x && after.x === x) || (before.y === y && after.y === y));
}

/** Each species in a row, at a few thresholds; then the worst of them. */
function gridOf(voice: Voice, { id }: Table, { curves }: Curves, shown: readonly Point[]): Grid {
  const number = (point: Point, part: "numerator" | "denominator", value: number): Inline =>
    counted(voice, `table:${id}#${point.row}`, part, value);
  const of = (point: Point, index: number) => ({
    pieces: voice.say("rate.of", {
      x: number(point, "numerator", point.slipped[index] ?? 0),
      n: number(point, "denominator", curves[index]?.tested ?? 0),
    }),
  });
  return {
    id: "attack-det",
    caption: [],
    note: [],
    columns: [
      { label: voice.say("picture.attack-det.column-attack"), align: "start" },
      ...shown.map((point) => ({
        label: voice.say("picture.attack-det.column-at", {
          x: number(point, "numerator", point.flagged),
          n: number(point, "denominator", point.bonaFide),
        }),
        align: "end" as const,
      })),
    ],
    rows: [
      ...curves.map(({ name }, index) => ({
        cells: [{ pieces: [text(name)] }, ...shown.map((point) => of(point, index))],
      })),
      {
        strong: true,
        cells: [
          { pieces: sentenceCase(voice.say("picture.attack-det.worst")) },
          ...shown.map((point) => of(point, point.worstOf)),
        ],
      },
    ],
    foot: [],
  };
}
