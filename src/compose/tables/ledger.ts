import { isBinary } from "../../model/tasks.js";
import type { Estimate } from "../../model/assessment.js";
import type { GridRow } from "../../model/grid.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import type { DocumentContext } from "../context.js";
import { evaluationTitle } from "../evaluation-title.js";
import { isSubject, measuredBy } from "../measured-by.js";
import { otherEvidence } from "../other-evidence.js";
import type { TableKind } from "../table-kind.js";
import { ledgerRow } from "../ledger-row.js";

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
        ledgerRow(entry.context, entry.estimate, index, only === undefined),
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
