import type { Estimate } from "../../model/assessment.js";
import type { GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { displayGate, displayNote } from "../../phrasing/display-gate.js";
import { formatDecimal } from "../../phrasing/format-number.js";
import { reasonText } from "../../phrasing/measure-number.js";
import { measureName } from "../../phrasing/measure-sentence.js";
import { text } from "../../phrasing/inline.js";
import { shortRange, shortRate } from "../../phrasing/rate-sentence.js";
import type { DocumentContext } from "../context.js";
import { estimateAt } from "../resolve.js";
import type { TableKind } from "../table-kind.js";

/** Metrics of the results table, in reading order: outcomes first, then ranking and calibration. */
const listed = [
  "base-rate",
  "recall",
  "false-alarms",
  "precision",
  "precision-test",
  "npv",
  "flag-rate",
  "accuracy",
  "accuracy-test",
  "f1",
  "f1-test",
  "roc-auc",
  "average-precision",
  "observed-expected-ratio",
  "brier-score",
  "log-loss",
  "ece",
];

/** Every result over all cases, in words, with its range, baseline and counts. */
export const results: TableKind = {
  id: "results",
  summary: "every result over all cases with range, baseline and counts",
  build: (context) => {
    const { voice } = context;
    const rows = listed.flatMap((metric) => {
      const estimate = estimateAt(context, metric);
      return estimate === undefined ? [] : [rowOf(context, estimate)];
    });
    const shown = listed.flatMap((metric) => estimateAt(context, metric) ?? []);
    const notes = (["other-side", "all-or-none"] as const).filter((note) =>
      shown.some((estimate) => noteOf(context, estimate) === note),
    );
    return {
      id: "results",
      caption: voice.say("table.results.caption"),
      note: voice.say("table.results.note"),
      columns: ["metric", "value", "range", "counts", "baseline"].map((name) => ({
        label: voice.say(`table.results.${name}`),
        align: name === "metric" ? ("start" as const) : ("end" as const),
      })),
      rows,
      foot: [
        ...voice.say("table.results.foot"),
        ...notes.flatMap((note) => voice.say(`table.results.${note}`)),
      ],
    };
  },
};

const marks = { "other-side": "†", "all-or-none": "‡" } as const;

/** A footnote of a rate that is printed as one. */
function noteOf({ voice }: DocumentContext, estimate: Estimate): keyof typeof marks | null {
  return displayGate(estimate, voice.audience) === "rate" ? displayNote(estimate) : null;
}

function rowOf(context: DocumentContext, estimate: Estimate): GridRow {
  const { voice } = context;
  const share = estimate.unit === "share";
  const { numerator, denominator, interval, baseline } = estimate;
  const index = (value: number, part: "value" | "low" | "high"): Inline => ({
    type: "datum",
    ref: estimate.id,
    part,
    value: Number(value.toFixed(3)),
    text: formatDecimal(value, 3, voice.lang),
  });
  const range: readonly Inline[] =
    interval === null
      ? reasonText(voice, estimate.reason ?? "no-interval")
      : share
        ? shortRange(
            voice,
            estimate,
            "value",
            estimate.value === 0 || estimate.value === 1 ? "bracket" : "ends",
          )
        : [index(interval.low, "low"), ...voice.say("table.to"), index(interval.high, "high")];
  const counts =
    numerator !== null && denominator !== null && Number.isInteger(numerator) && Number.isInteger(denominator)
      ? [
          counted(voice, estimate.id, "numerator", numerator),
          text(" / "),
          counted(voice, estimate.id, "denominator", denominator),
        ]
      : [];
  const note = noteOf(context, estimate);
  return {
    cells: [
      { pieces: [...measureName(voice, estimate), ...(note === null ? [] : [text(` ${marks[note]}`)])] },
      {
        pieces:
          estimate.value === null
            ? voice.say("table.not-measured")
            : share
              ? shortRate(voice, estimate)
              : [index(estimate.value, "value")],
      },
      { pieces: estimate.value === null ? reasonText(voice, estimate.reason ?? "no-value") : range },
      { pieces: counts },
      { pieces: baseline === null ? [] : [baselineOf(context, estimate, baseline)] },
    ],
  };
}

/** What a rule without a model scores, in the unit of the result it stands beside. */
function baselineOf({ voice }: DocumentContext, estimate: Estimate, baseline: number): Inline {
  if (estimate.unit !== "share")
    return {
      type: "datum",
      ref: estimate.id,
      part: "bound",
      value: Number(baseline.toFixed(3)),
      text: formatDecimal(baseline, 3, voice.lang),
    };
  const of = voice.totalOf(estimate);
  return counted(voice, estimate.id, "bound", Math.round(baseline * of), of);
}
