import type { Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { GridCell } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { formatCount, formatPlain } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind } from "./chart-context.js";

const states = ["measured", "thin", "untested", "absent"] as const;
type State = (typeof states)[number];

/** Columns that a phone has room for; more become rows. */
const mostColumns = 4;
const mostRows = 24;

/**
 * Kinds of case that production meets, set out by their first two properties: how many were tested, and in words
 * where that was too few or none, with their share of production.
 */
export const coverageMatrix: ChartKind = {
  id: "coverage-matrix",
  summary:
    "kinds of case by two properties: how many were tested, thin, untested, and their share of production",
  tasks: ["attack-detection"],
  missing: "picture.coverage-matrix.none",
  reason: ({ evaluation, voice }) =>
    evaluation.task === "attack-detection" && voice.audience !== "internal" && voice.audience !== "auditor"
      ? "picture.coverage-matrix.held"
      : null,
  draw: (context) => {
    const { voice } = context;
    const table = context.table("coverage-matrix", "all");
    const kinds = table === undefined ? [] : kindsOf(table);
    if (table === undefined || kinds.length === 0) return null;
    const slots = slotsOf(context, kinds);
    return {
      kind: "coverage-matrix",
      id: "coverage-matrix",
      title: voice.say("picture.coverage-matrix.title", slots),
      note: voice.say("picture.coverage-matrix.note", slots),
      alt: plainText(voice.say("picture.coverage-matrix.alt", slots)),
      panels: [],
      grid: gridOf(voice, table, kinds),
      gridOpen: true,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

/** One kind of case: its properties, what was tested of it, and how often production meets it. */
interface Kind {
  readonly row: number;
  readonly values: readonly string[];
  /** The rarer of attacks and bona fide cases tried; null where an edition withholds it, or nothing was tried. */
  readonly tested: number | null;
  readonly needed: number;
  readonly volume: number;
  readonly state: State;
}

function kindsOf({ rows }: Table): Kind[] {
  return rows.map(({ label, cells: [attacks, bonaFide, needed, volume, state] }, row) => ({
    row,
    values: label.split(" / "),
    tested: attacks == null || bonaFide == null ? null : Math.min(attacks, bonaFide),
    needed: needed ?? 0,
    volume: volume ?? 0,
    state: states[state ?? 2] ?? "untested",
  }));
}

function slotsOf({ voice, estimate }: ChartContext, kinds: readonly Kind[]) {
  const inScope = kinds.filter(({ state }) => state !== "absent");
  const volume = inScope.reduce((sum, kind) => sum + kind.volume, 0);
  const by = (of: (kind: Kind) => number): number[] =>
    states
      .slice(0, 3)
      .map((state) =>
        inScope.filter((kind) => kind.state === state).reduce((sum, kind) => sum + of(kind), 0),
      );
  const hundred =
    volume > 0
      ? adding(
          by((kind) => kind.volume),
          100,
        )
      : by(() => 1);
  const number = (index: number): Inline =>
    counted(
      voice,
      estimate(`volume-share[${states[index] ?? ""}]`, "all")?.id ?? "table:coverage-matrix@all",
      "value",
      hundred[index] ?? 0,
      volume > 0 ? 100 : inScope.length,
    );
  return {
    by: volume > 0 ? "volume" : "kinds",
    n: formatCount(volume > 0 ? 100 : inScope.length, voice.lang),
    measured: number(0),
    thin: number(1),
    untested: number(2),
    kinds: formatCount(inScope.length, voice.lang),
    needed: formatCount(kinds[0]?.needed ?? 0, voice.lang),
    list: inScope
      .map(
        (kind) =>
          `${kind.values.join(", ")}: ${plainText(testedWords(voice, "table:coverage-matrix@all", kind))}`,
      )
      .join("; "),
  };
}

/** Whole numbers that add up to a total, in proportion: what is left over goes to the largest remainders. */
function adding(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const exact = parts.map((part) => (total * part) / sum);
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((all, part) => all + part, 0);
  const order = exact.map((_, index) => index).sort((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1));
  for (const index of order) {
    if (left === 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

function gridOf(voice: Voice, table: Table, kinds: readonly Kind[]): Chart["grid"] {
  const distinct = (place: number): string[] => [...new Set(kinds.map(({ values }) => values[place] ?? ""))];
  const deep = kinds.every(({ values }) => values.length === kinds[0]?.values.length)
    ? (kinds[0]?.values.length ?? 1)
    : 1;
  // The property with the fewer values stands across, where a phone has room for it.
  const [across, down] = deep > 1 && distinct(0).length < distinct(1).length ? [0, 1] : [1, 0];
  const isMatrix = deep > 1 && distinct(across).length <= mostColumns;
  const columns = isMatrix ? distinct(across) : [null];
  const rows = isMatrix ? distinct(down) : kinds.map(({ values }) => values.join(" / "));
  const volume = kinds.reduce((sum, kind) => sum + kind.volume, 0);
  const at = (row: string, column: string | null): Kind[] =>
    kinds.filter(({ values }) =>
      column === null ? values.join(" / ") === row : values[down] === row && values[across] === column,
    );
  const shown = [...rows]
    .sort((a, b) => volumeOf(kinds, at, columns, b) - volumeOf(kinds, at, columns, a))
    .slice(0, mostRows);
  return {
    id: "coverage-matrix",
    matrix: true,
    caption: [],
    note: [],
    columns: [
      { label: voice.say("picture.coverage-matrix.column-kind"), align: "start" },
      ...columns.map((column) => ({
        label: column === null ? voice.say("picture.coverage-matrix.column-tested") : nameOf(voice, column),
        align: "start" as const,
      })),
    ],
    rows: shown.map((row) => ({
      cells: [
        { pieces: nameOf(voice, row) },
        ...columns.map((column) => cellOf(voice, table, at(row, column), volume, isMatrix ? 2 : deep)),
      ],
    })),
    foot:
      shown.length === rows.length
        ? []
        : voice.say("picture.coverage-matrix.cut", {
            shown: formatCount(shown.length, voice.lang),
            all: formatCount(rows.length, voice.lang),
          }),
  };
}

function volumeOf(
  kinds: readonly Kind[],
  at: (row: string, column: string | null) => Kind[],
  columns: readonly (string | null)[],
  row: string,
): number {
  return kinds.length === 0
    ? 0
    : columns.flatMap((column) => at(row, column)).reduce((sum, kind) => sum + kind.volume, 0);
}

function nameOf(voice: Voice, value: string): readonly Inline[] {
  return value === "" || value === "(missing)" ? voice.say("slice.missing") : [text(value)];
}

/** All kinds of one cell in words, the state of the least tested, and their share of production. */
function cellOf(
  voice: Voice,
  { id }: Table,
  kinds: readonly Kind[],
  volume: number,
  named: number,
): GridCell {
  const [first] = kinds;
  if (first === undefined) return { pieces: voice.say("picture.coverage-matrix.absent"), state: "absent" };
  const rank: readonly State[] = ["untested", "thin", "measured", "absent"];
  const state = rank.find((one) => kinds.some((kind) => kind.state === one)) ?? "absent";
  const ref = `table:${id}`;
  const words = kinds.flatMap((kind, index): Inline[] => {
    const more = kind.values.slice(named).join(" / ");
    return [
      ...(index === 0 ? [] : [text("; ")]),
      ...(more === "" || kinds.length === 0 ? [] : [text(`${more}: `)]),
      ...testedWords(voice, ref, kind),
    ];
  });
  const own = kinds.reduce((sum, kind) => sum + kind.volume, 0);
  if (volume === 0 || own === 0) return { pieces: words, state };
  const exact = (100 * own) / volume;
  const value = exact < 1 ? Number(exact.toPrecision(1)) : Math.round(exact);
  const share: Inline = {
    type: "datum",
    ref,
    part: "value",
    value,
    text: formatPlain(value, voice.lang),
    of: 100,
  };
  return {
    pieces: [...words, text(" "), ...voice.say("picture.coverage-matrix.share", { x: share })],
    state,
  };
}

function testedWords(voice: Voice, ref: string, { tested, state }: Kind): readonly Inline[] {
  if (state === "untested") return voice.say("picture.coverage-matrix.untested");
  if (state === "absent") return voice.say("picture.coverage-matrix.out-of-scope");
  if (tested === null) return voice.say("picture.coverage-matrix.withheld");
  return voice.say(`picture.coverage-matrix.${state}`, { n: counted(voice, ref, "n", tested) });
}
