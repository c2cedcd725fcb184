import { isBinary } from "../../model/tasks.js";
import type { Estimate } from "../../model/assessment.js";
import type { GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { displayGate } from "../../phrasing/display-gate.js";
import { fewOf } from "../../phrasing/few-cases.js";
import { formatCount, formatDecimal } from "../../phrasing/format-number.js";
import { plainNumber } from "../../phrasing/measure-number.js";
import { measureName } from "../../phrasing/measure-sentence.js";
import { text } from "../../phrasing/inline.js";
import { casesOf } from "../../phrasing/subject-words.js";
import type { DocumentContext } from "../context.js";
import { evaluationTitle } from "../evaluation-title.js";
import { isSubject, measuredBy } from "../measured-by.js";
import { otherEvidence } from "../other-evidence.js";
import type { TableKind } from "../table-kind.js";

/** Metrics that a slice repeats in the ledger: their denominators are its positives and its negatives. */
const ofSlices = new Set(["recall", "false-alarms"]);
/** Rows a page can hold; the rest is in the Assessment. */
const mostRows = 240;
const leftOut = new Set(["deployment-base-rate", "specificity", "flag-rate-test"]);

/**
 * Evidence ledger: every number with what was counted, on whom, by which method, from which file.
 *
 * Evidence of other kinds than two classes has its measures told with counts, range and method already: here stand only
 * those that its table leaves out.
 */
export const ledger: TableKind = {
  id: "ledger",
  summary: "every number with counts, population, method and digest of its source",
  build: (context) => {
    const { voice } = context;
    const listed = [context, ...otherEvidence(context)].flatMap(entriesOf);
    const shown = listed.slice(0, mostRows);
    const digests = [
      ...new Set(shown.map(({ estimate }) => estimate.evidence).filter((digest) => digest !== "plan")),
    ];
    const [only] = digests.length === 1 ? digests : [];
    return {
      id: "ledger",
      caption: voice.say("table.ledger.caption"),
      note:
        only === undefined
          ? voice.say("table.ledger.note")
          : voice.say("table.ledger.note-one", { digest: only }),
      columns: [
        "id",
        "statement",
        "counted",
        "value",
        "range",
        "method",
        ...(only === undefined ? ["source"] : []),
      ].map((name) => ({
        label: voice.say(`table.ledger.${name}`),
        align: ["counted", "value", "range"].includes(name) ? ("end" as const) : ("start" as const),
      })),
      rows: shown.flatMap((entry, index) => [
        ...openingOf(entry, shown[index - 1], only === undefined),
        rowOf(entry.context, entry.estimate, index, only === undefined),
      ]),
      foot:
        shown.length === listed.length
          ? []
          : voice.say("table.ledger.foot-cut", {
              shown: formatCount(shown.length, voice.lang),
              all: formatCount(listed.length, voice.lang),
            }),
    };
  },
};

interface Entry {
  readonly estimate: Estimate;
  /** The document seen from the evidence that the estimate is of. */
  readonly context: DocumentContext;
}

/** What the ledger lists of one evaluation. */
function entriesOf(context: DocumentContext): Entry[] {
  const { assessment, evaluation } = context;
  const general = !isBinary(evaluation.task);
  if (general && !isSubject(context)) return [];
  const told = general ? toldByMeasures(context) : new Set<string>();
  return assessment.estimates
    .filter(
      (estimate) =>
        estimate.evaluation === evaluation.id &&
        estimate.value !== null &&
        !told.has(estimate.id) &&
        (estimate.slice === "all" || context.slice(estimate.slice)?.negated === false) &&
        (general ||
          (!leftOut.has(estimate.metric) && (estimate.slice === "all" || ofSlices.has(estimate.metric)))),
    )
    .map((estimate) => ({ estimate, context }));
}

/** Ids of the estimates that the table of measures shows. */
function toldByMeasures(context: DocumentContext): ReadonlySet<string> {
  const shown = measuredBy(context).flatMap(({ parts }) => parts.flatMap(({ rows }) => rows));
  return new Set(shown.map(({ estimate }) => estimate.id));
}

/** A row that names the evidence, where the estimates of another begin. */
function openingOf({ context }: Entry, before: Entry | undefined, sourced: boolean): GridRow[] {
  const { evaluation, assessment } = context;
  if (assessment.evaluations.length === 1 || before?.context.evaluation.id === evaluation.id) return [];
  const title = text(evaluationTitle(context, evaluation.id));
  const cells = Array.from({ length: sourced ? 7 : 6 }, (_, index) => ({
    pieces: index === 1 ? [title] : [],
  }));
  return [{ opens: true, strong: true, cells }];
}

function rowOf(context: DocumentContext, estimate: Estimate, index: number, sourced: boolean): GridRow {
  const { voice } = context;
  const slice = context.slice(estimate.slice) ?? null;
  const { numerator, denominator, interval, value } = estimate;
  const gate = displayGate(estimate, voice.audience);
  const digits = digitsOf(estimate);
  const number = (part: "value" | "low" | "high", exact: number): Inline =>
    isBinary(voice.taskOf(estimate))
      ? {
          type: "datum",
          ref: estimate.id,
          part,
          value: Number(exact.toFixed(digits)),
          text: formatDecimal(exact, digits, voice.lang),
        }
      : plainNumber(voice, estimate, part, exact);
  const counts =
    numerator !== null &&
    denominator !== null &&
    Number.isInteger(numerator) &&
    Number.isInteger(denominator);
  const hidden = gate === "hidden";
  return {
    cells: [
      { pieces: [text(`E${String(index + 1).padStart(2, "0")}`)] },
      {
        pieces: [
          ...measureName(voice, estimate),
          ...(slice === null ? [] : [text(": "), ...casesOf(voice, slice)]),
        ],
      },
      {
        pieces: hidden
          ? fewOf(voice, estimate)
          : counts
            ? [
                counted(voice, estimate.id, "numerator", numerator),
                text(" / "),
                counted(voice, estimate.id, "denominator", denominator),
              ]
            : [],
      },
      {
        pieces:
          gate === "rate" && value !== null
            ? [number("value", value)]
            : voice.say("table.ledger.counts-only"),
      },
      {
        pieces:
          gate === "rate" && interval !== null
            ? [
                number("low", interval.low),
                ...(interval.low < 0 ? voice.say("table.to") : [text("–")]),
                number("high", interval.high),
              ]
            : [],
      },
      {
        pieces:
          !sourced && estimate.evidence === "plan"
            ? voice.say("table.ledger.stated")
            : [text(methodOf(interval))],
      },
      ...(sourced ? [{ pieces: [text(estimate.evidence)] }] : []),
    ],
  };
}

/** The method of a range, with its level where that is not the one in the heading. */
function methodOf(interval: Estimate["interval"]): string {
  if (interval === null) return "–";
  if (Math.abs(interval.level - 0.95) < 1e-9) return interval.method;
  return `${interval.method}, ${Number((interval.level * 100).toPrecision(3))} %`;
}

/** Counts are whole, and so is money, but for small prices. */
function digitsOf({ unit, value }: Estimate): number {
  if (unit === "count") return 0;
  if (unit === "money") return Math.abs(value ?? 0) < 100 ? 2 : 0;
  return 3;
}
