import type { Chart } from "../model/chart.js";
import type { GridRow } from "../model/grid.js";
import type { Datum, Inline } from "../model/inline.js";
import { formatCount, formatDecimal } from "../phrasing/format-number.js";
import { formatPeriod, isMonthly } from "../phrasing/format-period.js";
import { plainText, text } from "../phrasing/inline.js";
import { noun } from "../phrasing/counted.js";
import { ofNoun } from "../phrasing/noun-slots.js";
import type { ChartContext, ChartKind, ShownSeries } from "./chart-context.js";
import { drawSeries } from "./draw-series.js";

/**
 * A number per period, with the usual range from the time before, the break with its range, and what was done.
 *
 * Where no break can be shown, the same picture without one: a line that says nothing is not drawn.
 */
export const seriesBreak: ChartKind = {
  id: "series-break",
  summary: "a number per period: its usual range, the break with its range, what was recorded and done",
  tasks: ["series"],
  missing: "chart.series-break.missing",
  draw: (context) => {
    const { series, voice } = context;
    if (series === null || series.table.rows.length < 2) return null;
    const { facts, table, title } = series;
    const monthly = isMonthly(table.rows.map(({ label }) => label));
    const period = (label: string): string => formatPeriod(label, monthly, voice.lang);
    const found = facts.break;
    const slots = {
      name: title,
      n: formatCount(table.rows.length, voice.lang),
      cases: noun(voice.words.case, table.rows.length),
      of_cases: ofNoun(voice.words, "case", table.rows.length),
      broken: found === null ? "no" : "yes",
      period: found === null ? "" : period(found.period),
      ranged: found?.first == null || found.last === null ? "no" : "yes",
      first: found?.first == null ? "" : period(found.first),
      last: found?.last == null ? "" : period(found.last),
      banded: facts.band === null ? "no" : "yes",
      from: period(table.rows[0]?.label ?? ""),
      to: period(table.rows.at(-1)?.label ?? ""),
      ...outside(context, series),
    };
    const say = (phrase: string): readonly Inline[] => voice.say(`chart.series-break.${phrase}`, slots);
    const word = (phrase: string): string => plainText(say(phrase));
    return {
      kind: "series-break",
      id: "series-break",
      title: say("title"),
      note: say("note"),
      alt: word("alt"),
      panels: [
        {
          title: [],
          key: null,
          picture: drawSeries(series, {
            period,
            lang: voice.lang,
            usual: word("usual"),
            breakLabel: word("break"),
          }),
        },
      ],
      grid: {
        id: "series-break",
        caption: [],
        note: [],
        columns: [
          { label: say("column-period"), align: "start" },
          { label: say("column-value"), align: "end" },
          { label: say("column-where"), align: "start" },
        ],
        rows: table.rows.map(({ label, cells: [value = null] }) =>
          rowOf(context, series, period(label), value),
        ),
        foot: [],
      },
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

/** Periods outside the usual range before and since, of how many. */
function outside({ voice }: ChartContext, { facts }: ShownSeries): Record<string, Inline | string | number> {
  const { band, evaluation } = facts;
  if (band === null) return { x: "", n_since: "", before_x: "", before_n: "", x_n: 0, before_x_n: 0 };
  const count = (role: string, value: number): Datum => ({
    type: "datum",
    ref: `series:${evaluation}/${role}`,
    part: "n",
    value,
    text: formatCount(value, voice.lang),
  });
  const [before, since] = [band.before, band.since];
  return {
    x: count("since/outside", since.above + since.below),
    before_x_n: before.above + before.below,
    x_n: since.above + since.below,
    n_since: count("since/n", since.n),
    before_x: count("before/outside", before.above + before.below),
    before_n: count("before/n", before.n),
  };
}

function rowOf(
  { voice }: ChartContext,
  { facts: { band, evaluation } }: ShownSeries,
  period: string,
  value: number | null,
): GridRow {
  const where =
    value === null || band === null
      ? "none"
      : value > band.high
        ? "above"
        : value < band.low
          ? "below"
          : "inside";
  return {
    cells: [
      { pieces: [text(period)] },
      {
        pieces:
          value === null
            ? voice.say("table.not-measured")
            : [
                {
                  type: "datum",
                  ref: `table:${evaluation}/series@all`,
                  part: "value",
                  value: Number(value.toFixed(3)),
                  text: formatDecimal(value, Math.abs(value) < 100 ? 3 : 0, voice.lang),
                },
              ],
      },
      { pieces: voice.say(`chart.series-break.where-${where}`) },
    ],
  };
}
