import type { Assessment, Estimate } from "../../../model/assessment.js";
import type { EvidenceSource } from "../../../model/project.js";
import type { SeriesBreak } from "../../../model/series-details.js";
import { seriesMetrics } from "../../../metrics/series/all.js";
import type { SeriesCounts } from "../../../metrics/series/series-counts.js";
import { estimateOf } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type EvidenceKind, type MeasuredEvaluation } from "../kind.js";
import { noPeriod } from "../no-period.js";
import { noRows, numberFacts } from "../number-facts.js";
import { readPeriods } from "../periods.js";
import { analyseSeries, type Change, type SeriesAnalysis } from "./analyse-series.js";
import { nearestEvent } from "./nearest-event.js";
import { readSeries, type Series } from "./read-series.js";
import { watchSeries, type Watched } from "./watch-series.js";

const level = 0.95;

/** A number, or counts, per period. */
export const series: EvidenceKind = {
  id: "series",
  summary:
    "A number per period, or counts per period: where its level changed, and what a chart would have said.",
  measure: async (input) => {
    const { evaluation, source, ask } = input;
    if (source === null) return nothingMeasured(noRows(input));
    const { time = "", measure, events, cases } = evaluation;
    const read = await readSeries({ source, time, measure, events, cases }, ask);
    checkRecorded(evaluation.recorded_events ?? [], read.periods, source);
    return measureSeries(input, read);
  },
};

/** Throws for a recorded event whose period is written otherwise than those of the series. */
function checkRecorded(
  recorded: readonly { readonly at: string }[],
  periods: readonly string[],
  source: EvidenceSource,
): void {
  for (const { at } of recorded) {
    if ("unreadable" in readPeriods([...new Set([...periods, at])]))
      throw noPeriod(at, "recorded_events", source);
  }
}

interface Measuring {
  readonly input: EvaluationInput;
  readonly read: Series;
  readonly analysis: SeriesAnalysis;
  readonly watched: Watched | null;
}

function measureSeries(input: EvaluationInput, read: Series): MeasuredEvaluation {
  const { evaluation } = input;
  const { values, steps, counts, periods } = read;
  const analysis = analyseSeries({ values, steps, season: evaluation.season ?? null });
  const watched = watchSeries(analysis.adjusted, counts, evaluation.baseline_periods ?? null);
  const measuring = { input, read, analysis, watched };
  const firstPeriod = periods[0] ?? null;
  const lastPeriod = periods.at(-1) ?? null;
  const facts = numberFacts(input, {
    rows: read.rows,
    used: values.length,
    actualBlank: read.blank,
    forecastBlank: 0,
    notFinite: read.notFinite,
    subjects: null,
    counts: { periods: values.length, ...(read.gaps > 0 ? { "missing-periods": read.gaps } : {}) },
    firstPeriod,
    lastPeriod,
    slices: [],
  });
  return {
    ...nothingMeasured(facts),
    estimates: estimatesOf(measuring),
    tables: [tableOf(measuring)],
    details: {
      series: {
        breaks: analysis.changes.map((change) => breakOf(measuring, change)),
        p: analysis.split?.p ?? null,
        scale: analysis.scale,
        firstPeriod,
        lastPeriod,
      },
    },
  };
}

/** Stretches between changes, as places of their first and after their last period. */
function stretchesOf({
  analysis,
  read,
}: Measuring): readonly { readonly from: number; readonly to: number }[] {
  const edges = [0, ...analysis.changes.map(({ at }) => at), read.values.length];
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? 0, to }));
}

function estimatesOf(measuring: Measuring): Estimate[] {
  const { input, read, analysis, watched } = measuring;
  const place = { ...estimatePlace(input), threshold: null, baseRate: null };
  const whole = countsOf(measuring, 0, read.values.length);
  const of = (id: string, counts: SeriesCounts, facet?: string): Estimate[] =>
    seriesMetrics
      .filter((metric) => metric.id === id)
      .filter(() => id !== "event-rate" || read.counts !== null)
      .map((metric) =>
        estimateOf(metric, metric.compute(counts, level), facet === undefined ? place : { ...place, facet }),
      );
  const stretches = stretchesOf(measuring);
  const isOne = stretches.length === 1;
  return [
    ...of("series-level", whole),
    ...of("event-rate", whole),
    ...(isOne ? [] : stretches).flatMap(({ from, to }) => {
      const facet = `${read.periods[from] ?? ""}/${read.periods[to - 1] ?? ""}`;
      const counts = countsOf(measuring, from, to);
      return [...of("series-level", counts, facet), ...of("event-rate", counts, facet)];
    }),
    ...(isOne ? of("break-shift", whole) : []),
    ...analysis.changes.flatMap((change, index) => {
      const [before, after] = [stretches[index], stretches[index + 1]];
      if (before === undefined || after === undefined) return [];
      const own: SeriesCounts = {
        ...whole,
        change: {
          shift: change.shift,
          interval: change.shiftInterval,
          before: totalOf(read, before.from, before.to),
          after: totalOf(read, after.from, after.to),
          periods: after.to - before.from,
        },
      };
      return of("break-shift", own, read.periods[change.at] ?? "");
    }),
    ...["split-p", "ols-cusum-p", "pettitt-p", "neighbour-correlation", "cusum-first-alarm"].flatMap((id) =>
      of(id, whole),
    ),
    ...of("cusum-run-length", { ...whole, runLength: watched?.inOrder ?? null }, "shift=0"),
    ...of("cusum-run-length", { ...whole, runLength: watched?.shifted ?? null }, "shift=1"),
  ];
}

function countsOf({ read, analysis, watched }: Measuring, from: number, to: number): SeriesCounts {
  return {
    values: analysis.adjusted.slice(from, to),
    total: totalOf(read, from, to),
    inflation: analysis.inflation,
    change: null,
    tests: {
      split: analysis.split?.p ?? null,
      cusum: analysis.cusum?.p ?? null,
      pettitt: analysis.pettitt?.p ?? null,
      correlation: analysis.correlation,
    },
    chart: watched?.chart ?? null,
    runLength: null,
  };
}

function totalOf({ counts }: Series, from: number, to: number): SeriesCounts["total"] {
  if (counts === null) return null;
  const own = counts.slice(from, to);
  return {
    events: own.reduce((sum, { events }) => sum + events, 0),
    cases: own.reduce((sum, { cases }) => sum + cases, 0),
  };
}

function breakOf({ input, read }: Measuring, change: Change): SeriesBreak {
  const { periods } = read;
  const { at, interval } = change;
  return {
    at,
    period: periods[at] ?? "",
    first: interval === null ? null : (periods[interval.low] ?? null),
    last: interval === null ? null : (periods[interval.high] ?? null),
    reason: change.reason,
    before: change.before,
    after: change.after,
    shift: change.shift,
    interval: change.shiftInterval,
    nearest: nearestEvent(input.evaluation.recorded_events ?? [], periods, at),
  };
}

/** Fewest cases of a period of which a share is told. */
const fewestCases = 30;

/** The series with the level it had: what a chart draws. A share of few cases is left out. */
function tableOf(measuring: Measuring): Assessment["tables"][number] {
  const { input, read, analysis } = measuring;
  const { prefix, evaluation } = estimatePlace(input);
  const levels = stretchesOf(measuring).flatMap(({ from, to }) => {
    const own = analysis.adjusted.slice(from, to);
    const mean = own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
    return own.map(() => mean);
  });
  return {
    id: `${prefix}series@all`,
    evaluation,
    slice: "all",
    columns: ["value", "level"],
    rows: read.periods.map((label, index) => ({
      label,
      cells: [
        (read.counts?.[index]?.cases ?? fewestCases) < fewestCases ? null : (read.values[index] ?? null),
        levels[index] ?? null,
      ],
    })),
  };
}
