import { isBinary } from "../../model/tasks.js";
import type { Criterion, Estimate, ReferenceClass } from "../../model/assessment.js";
import type { GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { fewOf } from "../../phrasing/few-cases.js";
import { encodeName } from "../../model/slice-id.js";
import { formatCount, formatDecimal } from "../../phrasing/format-number.js";
import { measureName } from "../../phrasing/measure-sentence.js";
import { metricName, wholeName } from "../../phrasing/metric-words.js";
import { text } from "../../phrasing/inline.js";
import { shortRate } from "../../phrasing/rate-sentence.js";
import type { Voice } from "../../phrasing/voice.js";
import { casesOf } from "../../phrasing/subject-words.js";
import type { DocumentContext } from "../context.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** What was agreed, what was seen, and the bound that decides. */
export const criteria: TableKind = {
  id: "criteria",
  summary: "acceptance criteria with verdict and reason",
  build: (context) => {
    const { voice, assessment } = context;
    const own = assessment.criteria.filter(({ evaluation }) => evaluation === context.evaluation.id);
    const passed = own.filter(({ verdict }) => verdict === "pass").length;
    const label = (phrase: string): readonly Inline[] => voice.say(`table.criteria.${phrase}`);
    return {
      id: "criteria",
      caption: voice.say("table.criteria.caption", {
        passed: formatCount(passed, voice.lang),
        passed_n: passed,
        all: formatCount(own.length, voice.lang),
        all_n: own.length,
      }),
      note: label("note"),
      columns: ["criterion", "needed", "seen", "bound", "verdict"].map((name) => ({
        label: label(name),
        align:
          name === "needed" || name === "seen" || name === "bound" ? ("end" as const) : ("start" as const),
      })),
      rows: own.map((criterion) => ({ cells: cellsOf(context, criterion) })),
      foot: [],
    };
  },
};

function cellsOf(context: DocumentContext, criterion: Criterion): GridCell[] {
  const { voice } = context;
  const estimate = criterion.estimate === null ? undefined : context.estimate(criterion.estimate);
  const slice = context.slice(criterion.slice) ?? null;
  const where: readonly Inline[] = criterion.slice === "all" ? [] : [text(", "), ...casesOf(voice, slice)];
  const name = nameOf(context, criterion, estimate);
  const share = estimate?.unit === "share" && criterion.operator !== "relative";
  const of = estimate === undefined ? 100 : voice.totalOf(estimate);
  const number = (value: number, part: "bound" | "value"): Inline => ({
    type: "datum",
    ref: `criterion:${encodeName(criterion.id)}`,
    part,
    value: share ? Number((value * of).toFixed(1)) : Number(value.toFixed(2)),
    text: share
      ? formatDecimal(value * of, Number.isInteger(Number((value * of).toFixed(6))) ? 0 : 1, voice.lang)
      : formatDecimal(value, 2, voice.lang),
    ...(share ? { of } : {}),
  });
  const unit = share ? voice.say("table.criteria.of", { of: formatCount(of, voice.lang) }) : [];
  return [
    { pieces: [text(`${visibleText(criterion.of)} `), ...name, ...where] },
    {
      pieces: neededPieces(context, criterion, (bound) => [number(bound, "value"), ...unit]),
    },
    {
      pieces:
        estimate?.value == null
          ? noneSeen(context, estimate)
          : estimate.unit === "share"
            ? shortRate(voice, estimate)
            : [number(estimate.value, "value")],
    },
    {
      pieces:
        criterion.limit === null
          ? []
          : [
              ...voice.say(`table.criteria.limit-${endShown(criterion)}`),
              number(criterion.limit, "bound"),
              ...unit,
            ],
    },
    {
      pieces: voice.say(`table.criteria.verdict-${criterion.verdict}`, {
        why: voice.say(criterion.reason),
        needed:
          criterion.needed_n === null
            ? ""
            : voice.say("table.criteria.needed-n", {
                n: formatCount(criterion.needed_n, voice.lang),
                cases:
                  estimate === undefined || isBinary(voice.taskOf(estimate))
                    ? classOf(voice, estimate?.of ?? "cases")
                    : wholeName(voice, estimate),
              }),
      }),
      ...(criterion.verdict === "fail" ? { tone: "wrong" as const } : {}),
    },
  ];
}

/** What the criterion is called: its title, or its metric with what that is narrowed to. */
function nameOf(
  { voice }: DocumentContext,
  { title, metric, evaluation }: Criterion,
  estimate: Estimate | undefined,
): readonly Inline[] {
  if (title !== null) return [text(visibleText(title))];
  if (metric === null) return voice.say("table.criteria.coverage");
  if (estimate !== undefined) return measureName(voice, estimate);
  return metricName(voice, { evaluation, metric: metric.replace(/\[.*\]$/, ""), of: "cases" });
}

/** What was agreed, in words and numbers. */
function neededPieces(
  context: DocumentContext,
  { operator, bound, upper, against }: Criterion,
  number: (bound: number) => readonly Inline[],
): readonly Inline[] {
  const { voice } = context;
  if (bound === null) return voice.say(`table.criteria.${operator}`);
  if (operator === "between")
    return voice.say("table.criteria.between", { low: number(bound), high: number(upper ?? bound) });
  if (operator === "non-inferior")
    return voice.say("table.criteria.non-inferior", { margin: number(Math.abs(bound)) });
  if (operator === "relative") {
    const other = against === null || against === "all" ? null : (context.slice(against) ?? null);
    return voice.say("table.criteria.relative", {
      ratio: number(bound),
      others: casesOf(voice, other),
      of_others: casesOf(voice, other, "of"),
    });
  }
  return [...voice.say(`table.criteria.${operator}`), ...number(bound)];
}

/** The end of the range that decides. Older files do not say it: a failure is decided by the end on its own side. */
function endShown({ operator, verdict, limit_side: side }: Criterion): "at-least" | "at-most" {
  if (side !== null) return side;
  return (operator === "at-least") === (verdict !== "fail") ? "at-least" : "at-most";
}

/** The cases a rate is told of. */
function classOf({ words }: Voice, of: ReferenceClass): string {
  if (of === "positives") return words.positive[1];
  return of === "negatives" ? words.negative[1] : words.case[1];
}

/** Nothing was measured, or too few cases to show what was. */
function noneSeen({ voice }: DocumentContext, estimate: Estimate | undefined): readonly Inline[] {
  if (estimate?.reason === "held") return voice.say("reason.held");
  return estimate?.reason === "small-cell" ? fewOf(voice, estimate) : voice.say("table.criteria.none");
}
