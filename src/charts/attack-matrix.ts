import type { Estimate, Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { measureRange } from "../phrasing/measure-number.js";
import { sentenceCase } from "../phrasing/measure-sentence.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { rangeStrip } from "./range-strip.js";

/**
 * Every attack that was tried or should have been: how many of how many tries got through, with the range.
 *
 * What was never tried has a row like the others and says so: it is no zero.
 */
export const attackMatrix: ChartKind = {
  id: "attack-matrix",
  summary:
    "attacks let through of those tried, by species and way, with ranges; what was never tried says so",
  tasks: ["attack-detection"],
  missing: "picture.attack-matrix.none",
  reason: ({ evaluation, voice }) =>
    evaluation.task === "attack-detection" && voice.audience !== "internal" && voice.audience !== "auditor"
      ? "picture.attack-matrix.held"
      : null,
  draw: (context) => {
    const { voice } = context;
    const table = context.table("attack-matrix", "all");
    if (table === undefined) return null;
    const attacks = attacksOf(context, table);
    if (attacks.length === 0) return null;
    const slots = slotsOf(voice, table, attacks);
    const top = Math.min(
      1,
      Math.max(0.1, Math.ceil(10 * Math.max(...attacks.map(({ range }) => range?.interval?.high ?? 0))) / 10),
    );
    return {
      kind: "attack-matrix",
      id: "attack-matrix",
      title: sentenceCase(voice.say("picture.attack-matrix.title", slots)),
      note: voice.say("picture.attack-matrix.note", slots),
      alt: plainText(voice.say("picture.attack-matrix.alt", slots)),
      panels: [],
      grid: {
        id: "attack-matrix",
        caption: [],
        note: [],
        columns: [
          { label: voice.say("picture.attack-matrix.column-attack"), align: "start" },
          { label: voice.say("picture.attack-matrix.column-way"), align: "start" },
          {
            label: voice.say("picture.attack-matrix.column-share", {
              top: formatCount(100 * top, voice.lang),
            }),
            align: "start",
            drawing: true,
          },
          { label: voice.say("picture.attack-matrix.column-count"), align: "end" },
          { label: voice.say("picture.attack-matrix.column-range"), align: "end" },
        ],
        rows: attacks.map((attack, index) =>
          rowOf(voice, table, attack, attacks, top, attack.way !== attacks[index - 1]?.way),
        ),
        foot: voice.say("picture.attack-matrix.foot"),
      },
      gridOpen: true,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

interface Attack {
  readonly name: string;
  /** Presentation, injection or document; null for what was never tried in any. */
  readonly way: string | null;
  readonly slipped: number | null;
  readonly tested: number | null;
  /** True where something was tried, however little this edition tells of it. */
  readonly tried: boolean;
  /** The rate with its range; null under 30 tries. */
  readonly range: Estimate | null;
}

/** Place of "nothing was tried" among the states of the table. */
const untested = 2;

/** By way of attack, the highest end of a range first; what was never tried comes last. */
function attacksOf(context: ChartContext, { columns, rows, evaluation }: Table): Attack[] {
  const ways = columns
    .filter((column) => column.endsWith(":tested"))
    .map((column) => column.replace(/:tested$/, ""));
  const attacks = rows.flatMap(({ label, cells }): Attack[] => {
    const name = context.voice.partName({ evaluation, facet: label }) ?? label;
    const state = cells[columns.indexOf("state")];
    const own = ways.flatMap((way): Attack[] => {
      const slipped = cells[columns.indexOf(`${way}:slipped`)] ?? null;
      const tested = cells[columns.indexOf(`${way}:tested`)] ?? null;
      if (slipped === null || tested === null) return [];
      const range = tested < smallSample ? null : rateOfCounts(context, slipMetrics, slipped, tested);
      return [{ name, way, slipped, tested, tried: true, range }];
    });
    const nothing = { name, way: null, slipped: null, tested: null, tried: state !== untested, range: null };
    return own.length === 0 ? [nothing] : own;
  });
  const place = ({ way }: Attack): number => (way === null ? ways.length : ways.indexOf(way));
  return attacks.sort((a, b) => place(a) - place(b) || highEnd(b) - highEnd(a));
}

function highEnd({ range, slipped, tested }: Attack): number {
  return range?.interval?.high ?? (slipped === null || tested === null ? 0 : slipped / tested);
}

/** Metrics that tell how often one species gets through. */
const slipMetrics = ["apcer", "dfar", "injection-slip"];

/** The rate of one species: by its counts, for its name may be told in another language than it was measured in. */
export function rateOfCounts(
  { facets }: ChartContext,
  metrics: readonly string[],
  slipped: number,
  tested: number,
): Estimate | null {
  const own = metrics.flatMap((metric) => facets(metric, "all"));
  return own.find(({ numerator, denominator }) => numerator === slipped && denominator === tested) ?? null;
}

function slotsOf(voice: Voice, { id }: Table, attacks: readonly Attack[]) {
  const tried = attacks.filter(({ tried: was }) => was);
  const judged = attacks.filter(({ tested }) => (tested ?? 0) >= smallSample);
  const rate = ({ slipped, tested }: Attack): number => (slipped ?? 0) / (tested ?? 1);
  const [worst] = [...(judged.length > 0 ? judged : tried)].sort((a, b) => rate(b) - rate(a));
  const number = (value: number, part: "numerator" | "denominator" | "n"): Inline =>
    counted(voice, `table:${id}`, part, value);
  const few = attacks.length - tried.length;
  return {
    kinds: number(tried.length, "n"),
    kinds_n: tried.length,
    untested: number(few, "n"),
    untested_n: few,
    told: worst?.tested == null ? "no" : judged.length === 0 ? "few" : worst.slipped === 0 ? "zero" : "yes",
    name: worst?.name ?? "",
    x: number(worst?.slipped ?? 0, "numerator"),
    n: number(worst?.tested ?? 0, "denominator"),
    all: number(
      tried.reduce((sum, { tested }) => sum + (tested ?? 0), 0),
      "n",
    ),
    list: attacks
      .map((attack) =>
        attack.tested === null
          ? plainText(
              voice.say(
                attack.tried ? "picture.attack-matrix.alt-withheld" : "picture.attack-matrix.alt-untested",
                { name: attack.name },
              ),
            )
          : plainText(
              voice.say("picture.attack-matrix.alt-one", {
                name: attack.name,
                x: formatCount(attack.slipped ?? 0, voice.lang),
                n: formatCount(attack.tested, voice.lang),
              }),
            ),
      )
      .join("; "),
  };
}

function rowOf(
  voice: Voice,
  { id }: Table,
  attack: Attack,
  attacks: readonly Attack[],
  top: number,
  opens: boolean,
): GridRow {
  const { name, way, slipped, tested, tried, range } = attack;
  const rest = attacks.filter((other) => other !== attack && other.tested !== null);
  const sum = (of: "slipped" | "tested"): number =>
    rest.reduce((total, other) => total + (other[of] ?? 0), 0);
  const weak =
    range?.interval != null &&
    sum("tested") >= smallSample &&
    range.interval.low > sum("slipped") / sum("tested");
  const untold = voice.say(`picture.attack-matrix.${tried ? "withheld" : "untested"}`);
  const wayWord = `matrix.attack-matrix.label.${way ?? ""}`;
  return {
    opens,
    cells: [
      { pieces: name === "" || name === "(missing)" ? voice.say("slice.missing") : [text(name)] },
      { pieces: voice.knows(wayWord) ? voice.say(wayWord) : untold },
      {
        pieces: [],
        svg: rangeStrip({
          top,
          value: range?.value ?? null,
          low: range?.interval?.low,
          high: range?.interval?.high,
          mark: "missed",
          weak,
        }),
      },
      {
        pieces:
          slipped === null || tested === null
            ? untold
            : voice.say("rate.of", {
                x: counted(voice, `table:${id}`, "numerator", slipped),
                n: counted(voice, `table:${id}`, "denominator", tested),
              }),
        ...(weak ? { tone: "wrong" as const } : {}),
      },
      {
        pieces:
          range === null
            ? voice.say(tested === null ? "picture.attack-matrix.no-range" : "picture.attack-matrix.too-few")
            : rangeWords(voice, range),
      },
    ],
  };
}

/** "15 to 38 of 100"; of none seen, what is still possible. */
function rangeWords(voice: Voice, range: Estimate): readonly Inline[] {
  const told = measureRange(voice, range, "bracket");
  const named = told.some((piece) => piece.type === "datum" && piece.part === "outOf");
  return named
    ? told
    : voice.say("picture.attack-matrix.range-of", {
        range: told,
        of: formatCount(voice.totalOf(range), voice.lang),
      });
}
