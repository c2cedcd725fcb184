import type { Estimate } from "../../model/assessment.js";
import type { GridCell, GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { displayGate } from "../../phrasing/display-gate.js";
import { fewOf } from "../../phrasing/few-cases.js";
import { formatCount, formatPlain } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import {
  isDifference,
  isUnclear,
  measureRange,
  measureValue,
  reasonText,
} from "../../phrasing/measure-number.js";
import { measureName, sentenceCase } from "../../phrasing/measure-sentence.js";
import { facetName, metricName } from "../../phrasing/metric-words.js";
import type { Voice } from "../../phrasing/voice.js";
import { casesOf } from "../../phrasing/subject-words.js";
import type { DocumentContext } from "../context.js";
import { isSubject, measuredBy, type MeasuredPart } from "../measured-by.js";
import type { TableKind } from "../table-kind.js";

const columns = ["what", "counted", "value", "range", "n", "method"] as const;
type Column = (typeof columns)[number];

/** Every estimate of an evaluation of any kind: by metric, what it is narrowed to, and group of cases. */
export const measures: TableKind = {
  id: "measures",
  summary: "every estimate of any kind of evidence, by metric, part and group",
  build: (context) => {
    const { voice } = context;
    const listed = measuredBy(context);
    const shown = listed.flatMap(({ parts }) =>
      parts.flatMap(({ rows }) => rows.map(({ estimate }) => estimate)),
    );
    const level = commonest(shown.flatMap(({ interval }) => interval?.level ?? []));
    const shortened = listed.some(
      ({ left, parts }) => left > 0 || parts.some(({ groups }) => groups !== null),
    );
    const methods = new Set(
      shown.map(({ interval }) => interval?.method).filter((method) => method !== undefined),
    );
    const [method] = methods.size === 1 ? methods : [];
    const kept = columns.filter((name) => isTelling(name, shown, method));
    return {
      id: "measures",
      caption: voice.say("table.measures.caption"),
      note: voice.say("table.measures.note", {
        method: method ?? "",
        one: method === undefined ? "no" : "yes",
        counted: kept.includes("n") ? "no" : "yes",
      }),
      columns: kept.map((name) => ({
        label: voice.say(`table.measures.${name}`, {
          level: level === null ? "" : percent(voice, level),
          one: level === null ? "no" : "yes",
        }),
        align: name === "what" || name === "method" ? ("start" as const) : ("end" as const),
      })),
      rows: listed
        .flatMap(({ metric, parts, left }) => {
          const [only] = parts.length === 1 && left === 0 ? parts : [];
          const [row] = only?.rows.length === 1 ? only.rows : [];
          if (row !== undefined && row.slice === null)
            return [rowOf(context, row.estimate, sentenceCase(measureName(voice, row.estimate)), level)];
          return [
            opening(sentenceCase(metricName(voice, metric))),
            ...parts.flatMap((part) => rowsOf(context, part, level)),
            ...(left === 0 ? [] : [leftOut(context, left)]),
          ];
        })
        .map((row) => ({
          ...row,
          cells: row.cells.filter((_, index) => kept.some((name) => name === columns[index])),
        })),
      foot: [
        ...(kept.includes("n") && shown.some(isWorthLess) ? voice.say("table.measures.foot") : []),
        ...(shortened
          ? voice.say("table.measures.foot-shortened", {
              where: isSubject(context) ? "ledger" : "assessment",
            })
          : []),
      ],
    };
  },
};

/**
 * Whether a column says something its neighbours do not: how many cases a number rests on mostly stands beside it as
 * the second of the counts, and one method for all is said once.
 */
function isTelling(name: Column, shown: readonly Estimate[], method: string | undefined): boolean {
  if (name === "method") return method === undefined && shown.some(({ interval }) => interval !== null);
  if (name !== "n") return true;
  return shown.some(
    ({ n, denominator, n_effective: worth, reason, value }) =>
      value !== null &&
      (n !== denominator ||
        reason === "neighbour-of-small-cell" ||
        (worth !== null && Math.round(worth) < n)),
  );
}

function opening(name: readonly Inline[]): GridRow {
  return {
    opens: true,
    strong: true,
    cells: columns.map((_, index) => ({ pieces: index === 0 ? name : [] })),
  };
}

function leftOut(context: DocumentContext, left: number): GridRow {
  const { voice } = context;
  const pieces = voice.say("table.measures.left-out", {
    n: formatCount(left, voice.lang),
    count: left,
    where: isSubject(context) ? "ledger" : "assessment",
  });
  return { cells: columns.map((_, index) => ({ pieces: index === 0 ? pieces : [] })) };
}

/** The rows of one metric, or of one part of it, over all cases and then by group. */
function rowsOf(context: DocumentContext, { rows, groups }: MeasuredPart, level: number | null): GridRow[] {
  const { voice } = context;
  return rows.map(({ estimate, slice, place }) => {
    const facet = facetName(voice, estimate);
    const cases = slice === null ? voice.say("table.measures.all") : casesOf(voice, slice);
    const named =
      place === null || groups === null
        ? cases
        : voice.say(`table.measures.${place}`, { n: formatCount(groups, voice.lang), cases });
    const label = facet.length === 0 ? named : slice === null ? facet : [...facet, text(", "), ...named];
    return rowOf(context, estimate, sentenceCase(label), level);
  });
}

function rowOf(
  context: DocumentContext,
  estimate: Estimate,
  label: readonly Inline[],
  level: number | null,
): GridRow {
  const { voice } = context;
  const { interval } = estimate;
  // Nothing was there to count: that is a reason, and no small group.
  const absent = estimate.value === null && estimate.reason !== "small-cell";
  const hidden = !absent && displayGate(estimate, voice.audience) === "hidden";
  const method =
    interval === null || hidden
      ? ""
      : interval.level === level
        ? interval.method
        : `${interval.method}, ${percent(voice, interval.level)} %`;
  return {
    cells: [
      { pieces: label },
      hidden ? { pieces: fewOf(voice, estimate) } : countsCell(context, estimate),
      hidden ? { pieces: [] } : valueCell(context, estimate),
      hidden ? { pieces: [] } : rangeCell(context, estimate),
      hidden ? { pieces: [] } : sizeCell(context, estimate),
      { pieces: [text(method)] },
    ],
  };
}

/** The level that most ranges have: the heading names it, and a row only another. */
function commonest(levels: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function percent({ lang }: Voice, level: number): string {
  return formatPlain(Number((level * 100).toPrecision(3)), lang);
}

/** "6 of 97", as it was counted. */
function countsCell({ voice }: DocumentContext, { id, numerator, denominator, unit }: Estimate): GridCell {
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator) && unit === "share";
  if (!whole || numerator === null || denominator === null) return { pieces: [] };
  return {
    pieces: voice.say("rate.of", {
      x: counted(voice, id, "numerator", numerator),
      n: counted(voice, id, "denominator", denominator),
    }),
  };
}

/** The value in its unit; of few cases the counts beside it are all there is to say. */
function valueCell({ voice }: DocumentContext, estimate: Estimate): GridCell {
  if (estimate.value === null) return { pieces: voice.say("table.not-measured") };
  if (isDifference(estimate) && isUnclear(estimate)) return { pieces: voice.say("measure.unclear") };
  const few = displayGate(estimate, voice.audience) === "counts" && estimate.numerator !== null;
  return {
    pieces:
      few && !isDifference(estimate) ? voice.say("table.ledger.counts-only") : measureValue(voice, estimate),
  };
}

/** The range, or why there is none; where nothing or everything was counted, what is still possible. */
function rangeCell({ voice }: DocumentContext, estimate: Estimate): GridCell {
  const { value, reason, interval, unit, numerator, denominator } = estimate;
  if (value === null && interval !== null) return boundsCell(voice, estimate);
  if (value === null || interval === null)
    return { pieces: reason === null ? voice.say("reason.no-interval") : reasonText(voice, reason) };
  // "0 of 149, at most 2" would read as 2 of 149: of none and of all the total of the bound is named.
  const range = measureRange(voice, estimate, value === 0 || value === 1 ? "bracket" : "ends");
  if (range.length > 0) return { pieces: range };
  const end = numerator === 0 ? "high" : numerator === denominator ? "low" : null;
  if (unit !== "share" || end === null) return { pieces: voice.say("figure.counts-only") };
  const of = voice.totalOf(estimate);
  const bound = end === "high" ? Math.ceil(interval.high * of) : Math.floor(interval.low * of);
  return {
    pieces: voice.say(`table.measures.bound-${end}`, {
      bound: counted(voice, estimate.id, end, bound, of),
      of: counted(voice, estimate.id, "outOf", of, of),
    }),
  };
}

/** Limits of what nobody measured, and why there is no value between them. */
function boundsCell(voice: Voice, estimate: Estimate): GridCell {
  const { interval, reason } = estimate;
  const range = measureRange(voice, { ...estimate, value: interval?.low ?? null, reason: null }, "ends");
  return { pieces: [...range, text(", "), ...reasonText(voice, reason ?? "no-value")] };
}

/** True for cases that go together, so that they tell less than as many independent ones. */
function isWorthLess({ n, n_effective: worth }: Estimate): boolean {
  return worth !== null && Math.round(worth) < n;
}

/** Cases it rests on, and what they are worth where they go together. */
function sizeCell({ voice }: DocumentContext, estimate: Estimate): GridCell {
  const { id, n, n_effective: worth, reason } = estimate;
  if (reason === "neighbour-of-small-cell") return { pieces: voice.say("reason.neighbour-of-small-cell") };
  if (n === 0) return { pieces: [] };
  const cases = counted(voice, id, "n", n);
  if (worth === null || !isWorthLess(estimate)) return { pieces: [cases] };
  return {
    pieces: voice.say("table.measures.worth", {
      n: cases,
      // Rounded down: no case is made worth more than it is.
      worth: formatCount(Math.max(1, Math.floor(worth)), voice.lang),
    }),
  };
}
