import type { Estimate } from "../../model/assessment.js";
import type { GridCell, GridRow } from "../../model/grid.js";
import { stopOfBasis } from "../../model/option-memo-plan.js";
import type { DocumentPlan } from "../../model/plan.js";
import { stopName } from "../../phrasing/confidence-words.js";
import { counted } from "../../phrasing/counted.js";
import { text } from "../../phrasing/inline.js";
import { measureValue } from "../../phrasing/measure-number.js";
import { bracketedRange, sentenceCase } from "../../phrasing/measure-sentence.js";
import { metricName } from "../../phrasing/metric-words.js";
import { visibleText } from "../../visible-text.js";
import type { DocumentContext } from "../context.js";
import { optionName } from "../option-name.js";
import { planLine } from "../plan-text.js";
import type { TableKind } from "../table-kind.js";
import { toInline } from "../to-inline.js";

type Option = NonNullable<DocumentPlan["options"]>[number];
type Criterion = NonNullable<NonNullable<DocumentPlan["memo"]>["criteria"]>[number];

/** The same criteria for all options: in each cell what is known, how far it is carried, and by what. */
export const memo: TableKind = {
  id: "memo",
  summary: "criteria by options of an option memo, with a stop and a source in every cell",
  build: (context) => {
    const { document, voice } = context;
    const { options = [] } = document;
    const criteria = document.memo?.criteria ?? [];
    if (options.length === 0 || criteria.length === 0) return null;
    return {
      id: "memo",
      caption: voice.say("memo.table-caption"),
      note: voice.say("memo.table-note"),
      columns: [
        { label: voice.say("memo.table-criterion"), align: "start" },
        ...options.map(({ id }) => ({ label: [text(optionName(context, id))], align: "start" as const })),
      ],
      rows: criteria.map((criterion, place) => rowOf(context, criterion, place, options)),
      foot: [],
    };
  },
};

function rowOf(
  context: DocumentContext,
  criterion: Criterion,
  place: number,
  options: readonly Option[],
): GridRow {
  const measured = options.map((option) => measuredOn(context, criterion, option));
  const [first] = measured.filter((estimate) => estimate !== undefined);
  const name =
    criterion.name === undefined
      ? first === undefined
        ? [text(criterion.metric ?? "")]
        : sentenceCase(metricName(context.voice, first)) // The model heads the column.
      : [text(visibleText(criterion.name))];
  return {
    cells: [
      { pieces: name },
      ...options.map((option, column) => {
        const estimate = measured[column];
        return estimate === undefined
          ? declaredCell(context, criterion, place, option)
          : measuredCell(context, estimate);
      }),
    ],
  };
}

function measuredOn(
  { assessment, evaluation }: DocumentContext,
  { metric }: Criterion,
  { model }: Option,
): Estimate | undefined {
  if (metric === undefined || model === undefined) return undefined;
  return assessment.estimates.find(
    (one) =>
      one.evaluation === evaluation.id &&
      one.metric === metric &&
      one.facet === model &&
      one.slice === "all" &&
      one.value !== null,
  );
}

/** "947 of 1,000 (range 937 to 956). Speculative: 2,179 of 2,300 counted." */
function measuredCell({ voice, assessment }: DocumentContext, estimate: Estimate): GridCell {
  const claim = assessment.confidence.find(({ claim: id }) => id === estimate.id);
  const { numerator, denominator } = estimate;
  const isCounted = numerator !== null && denominator !== null && Number.isInteger(numerator);
  return {
    pieces: voice.say("memo.cell", {
      told: [{ type: "strong", children: measureValue(voice, estimate) }, ...bracketedRange(voice, estimate)],
      stop: claim === undefined ? voice.say("memo.no-stop") : sentenceCase(stopName(voice, claim)),
      source: isCounted
        ? voice.say("memo.counted", {
            x: counted(voice, estimate.id, "numerator", numerator),
            n: counted(voice, estimate.id, "denominator", denominator),
          })
        : voice.say("memo.computed", { n: counted(voice, estimate.id, "n", estimate.n) }),
    }),
  };
}

/** A declared fact with its stop and where it stands; else that nobody measured it. */
function declaredCell(
  context: DocumentContext,
  { cells = [] }: Criterion,
  place: number,
  { id }: Option,
): GridCell {
  const { voice, index } = context;
  const at = cells.findIndex(({ option }) => option === id);
  const cell = cells[at];
  if (cell === undefined) return { pieces: voice.say("memo.not-measured") };
  const told = toInline(planLine(context, `documents.${index}.memo.criteria.${place}.cells.${at}.says`));
  return {
    place: { file: "forthright.yaml" },
    pieces: voice.say("memo.cell", {
      told: [{ type: "strong", children: told }],
      stop: sentenceCase(stopName(voice, { stop: stopOfBasis[cell.basis] })),
      source: [text(visibleText(cell.source))],
    }),
  };
}
