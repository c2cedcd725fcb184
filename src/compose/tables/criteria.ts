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
  const name =
    criterion.title === null
      ? estimate === undefined
        ? metricName(voice, { evaluation: criterion.evaluation, metric: criterion.metric, of: "cases" })
        : measureName(voice, estimate)
      : [text(visibleText(criterion.title))];
  const where: readonly Inline[] = criterion.slice === "all" ? [] : [text(", "), ...casesOf(voice, slice)];
  const share = estimate?.unit === "share";
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
      pieces: [
        ...voice.say(`table.criteria.${criterion.operator}`),
        number(criterion.bound, "value"),
        ...unit,
      ],
    },
    {
      pieces:
        estimate?.value == null
          ? noneSeen(context, estimate)
          : share
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

/** A criterion fails by the end of the range that lies on its own side; every other verdict looks at the other. */
function endShown({ operator, verdict }: Criterion): Criterion["operator"] {
  if (verdict !== "fail") return operator;
  return operator === "at-least" ? "at-most" : "at-least";
}

/** The cases a rate is told of. */
function classOf({ words }: Voice, of: ReferenceClass): string {
  if (of === "positives") return words.positive[1];
  return of === "negatives" ? words.negative[1] : words.case[1];
}

/** Nothing was measured, or too few cases to show what was. */
function noneSeen({ voice }: DocumentContext, estimate: Estimate | undefined): readonly Inline[] {
  return estimate?.reason === "small-cell" ? fewOf(voice, estimate) : voice.say("table.criteria.none");
}
