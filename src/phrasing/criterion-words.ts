import { encodeName, parseSliceId } from "../model/slice-id.js";
import { isBinary } from "../model/tasks.js";
import type { Assessment, Criterion, Estimate, ReferenceClass, Slice } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "./counted.js";
import { displayGate } from "./display-gate.js";
import { fewOf } from "./few-cases.js";
import { formatCount, formatDecimal } from "./format-number.js";
import { plainText, text } from "./inline.js";
import { measureName } from "./measure-sentence.js";
import { facetName, metricName, wholeName, type Named } from "./metric-words.js";
import { shortRate } from "./rate-sentence.js";
import { casesOf } from "./subject-words.js";
import type { Voice } from "./voice.js";

/** A criterion with what its words are made of. */
export interface ToldCriterion {
  readonly criterion: Criterion;
  /** What was seen; undefined where nothing was. */
  readonly estimate: Estimate | undefined;
  /** What was seen, else the same metric on any other cases: enough to tell a bound in its unit. */
  readonly kin: Estimate | undefined;
  /** The group it was judged on, tested or not; null for all cases. */
  readonly group: Slice | null;
  /** The group it is compared with, where it is; null for all cases. */
  readonly against: Slice | null;
}

/** Every criterion of an Assessment, as agreed and in that order, with what it is told from. */
export function toldCriteria(
  { criteria, slices, coverage }: Pick<Assessment, "criteria" | "slices" | "coverage">,
  estimate: (id: string) => Estimate | undefined,
): ToldCriterion[] {
  const of = ({ estimate: id }: Criterion): Estimate | undefined => (id === null ? undefined : estimate(id));
  const kin = new Map<string, Estimate>();
  for (const criterion of criteria) {
    const own = of(criterion);
    if (own !== undefined && !kin.has(criterion.of)) kin.set(criterion.of, own);
  }
  return criteria.map((criterion) => ({
    criterion,
    estimate: of(criterion),
    kin: of(criterion) ?? kin.get(criterion.of),
    group: groupOf(criterion.slice, criterion.evaluation, slices, coverage),
    against: groupOf(criterion.against ?? "all", criterion.evaluation, slices, coverage),
  }));
}

/** A group by its id; one that was never tested is known from what is in scope, else from the id alone. */
function groupOf(
  id: string,
  evaluation: string,
  slices: Assessment["slices"],
  coverage: Assessment["coverage"],
): Slice | null {
  if (id === "all") return null;
  const tested = slices.find((slice) => slice.id === id && slice.evaluation === evaluation);
  if (tested !== undefined) return tested;
  const cell = coverage.find((one) => one.slice === id && one.evaluation === evaluation);
  const parts = parseSliceId(id);
  if (cell === undefined && parts === null) return null;
  return {
    id,
    evaluation,
    column: cell?.column ?? parts?.column ?? "",
    value: cell?.value ?? parts?.value ?? null,
    negated: parts?.negated ?? false,
    name: cell?.name ?? null,
    column_name: cell?.column_name ?? null,
    n: null,
    positives: null,
    negatives: null,
  };
}

/** What the criterion is called: its title, or its metric with what that is narrowed to. */
export function criterionName(voice: Voice, { criterion, estimate, kin }: ToldCriterion): readonly Inline[] {
  const { title, metric } = criterion;
  if (title !== null) return [text(title)];
  if (metric === null) return voice.say("table.criteria.coverage");
  const known = estimate ?? kin;
  if (known !== undefined) return measureName(voice, known);
  const named = namedOf({ criterion, estimate, kin, group: null, against: null });
  const part = facetName(voice, named);
  return [...metricName(voice, named), ...(part.length === 0 ? [] : [text(", "), ...part])];
}

/** What was agreed, in words and numbers: "at most 60 of 1,000". */
export function neededPieces(voice: Voice, told: ToldCriterion): readonly Inline[] {
  const { operator, bound, upper } = told.criterion;
  if (bound === null) return voice.say(`table.criteria.${operator}`);
  const number = (value: number): readonly Inline[] => inUnit(voice, told, value, "value");
  if (operator === "between")
    return voice.say("table.criteria.between", { low: number(bound), high: number(upper ?? bound) });
  if (operator === "non-inferior")
    return voice.say("table.criteria.non-inferior", { margin: number(Math.abs(bound)) });
  if (operator === "relative")
    return voice.say("table.criteria.relative", {
      ratio: number(bound),
      whole: told.against === null ? "yes" : "no",
      // Of all, the cases that the rate is a share of: a rate of refusals is none of all comparisons.
      others: told.against === null ? wholeName(voice, namedOf(told)) : casesOf(voice, told.against),
      of_others:
        told.against === null ? wholeName(voice, namedOf(told), "of") : casesOf(voice, told.against, "of"),
    });
  return [...voice.say(`table.criteria.${operator}`), ...number(bound)];
}

/** What was seen: a rate, a number, or that there is none. */
export function seenPieces(voice: Voice, { criterion, estimate }: ToldCriterion): readonly Inline[] {
  if (criterion.metric === null) return []; // A demand on coverage is about no number.
  if (estimate?.reason === "held") return voice.say("reason.held");
  if (estimate?.value == null)
    return estimate?.reason === "small-cell" ? fewOf(voice, estimate) : voice.say("table.criteria.none");
  if (estimate.unit === "share")
    return closeToBound(voice, criterion, estimate) ?? shortRate(voice, estimate);
  return [plainDatum(voice, criterion, estimate.value, "value")];
}

/** One digit more where rounding would print the very bound that was not met; null where a whole number tells it. */
function closeToBound(
  voice: Voice,
  { id, bound, operator }: Criterion,
  estimate: Estimate,
): readonly Inline[] | null {
  const { value } = estimate;
  if (value === null || bound === null || value === bound || !operator.startsWith("at-")) return null;
  if (displayGate(estimate, voice.audience) !== "rate") return null;
  const of = voice.totalOf(estimate);
  const told = Number((value * of).toFixed(1));
  if (Math.round(told) !== Number((bound * of).toFixed(6)) || Number.isInteger(told)) return null;
  return [
    {
      type: "datum",
      ref: `criterion:${encodeName(id)}`,
      part: "value",
      value: told,
      text: formatDecimal(told, 1, voice.lang),
      of,
    },
    ...voice.say("table.criteria.of", { of: formatCount(of, voice.lang) }),
  ];
}

/** "64 of 905", as it was counted; nothing where the edition may not show it, and nothing where it was not counted. */
export function countedPieces(voice: Voice, { estimate }: ToldCriterion): readonly Inline[] {
  if (estimate === undefined || displayGate(estimate, voice.audience) === "hidden") return [];
  const { id, unit, numerator, denominator } = estimate;
  if (unit !== "share" || numerator === null || denominator === null) return [];
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) return [];
  return voice.say("rate.of", {
    x: counted(voice, id, "numerator", numerator),
    n: counted(voice, id, "denominator", denominator),
  });
}

/** The bound that decides: "up to 86.4 of 1,000"; nothing where none was computed. */
export function limitPieces(voice: Voice, told: ToldCriterion): readonly Inline[] {
  const { limit } = told.criterion;
  if (limit === null) return [];
  return [
    ...voice.say(`table.criteria.limit-${endShown(told.criterion)}`),
    ...inUnit(voice, told, limit, "bound"),
    ...(told.criterion.operator === "relative" ? voice.say("table.criteria.times") : []),
  ];
}

/** How many times the error rate of the other group was seen: "1.13 times"; nothing where none was compared. */
export function ratioPieces(voice: Voice, { criterion }: ToldCriterion): readonly Inline[] {
  const { ratio } = criterion;
  return ratio === null
    ? []
    : [plainDatum(voice, criterion, ratio, "value"), ...voice.say("table.criteria.times")];
}

/** The verdict with its reason, and what would settle one that is open. */
export function verdictPieces(voice: Voice, told: ToldCriterion): readonly Inline[] {
  const { verdict, reason } = told.criterion;
  return voice.say(`table.criteria.verdict-${verdict}`, {
    why: voice.say(reason),
    needed: settlePieces(voice, told, "table.criteria.needed-n"),
  });
}

/** How many cases would settle an open verdict, in the noun of those cases; nothing where that is not known. */
export function settlePieces(voice: Voice, { criterion, estimate }: ToldCriterion, phrase: string) {
  const { needed_n: needed } = criterion;
  if (needed === null) return "";
  return voice.say(phrase, {
    n: formatCount(needed, voice.lang),
    cases:
      estimate === undefined || isBinary(voice.taskOf(estimate))
        ? classOf(voice, estimate?.of ?? "cases")
        : plainText(wholeName(voice, estimate)),
  });
}

/** The cases a rate is told of. */
function classOf({ words }: Voice, of: ReferenceClass): string {
  if (of === "positives") return words.positive[1];
  return of === "negatives" ? words.negative[1] : words.case[1];
}

/** True for a criterion about a share, also where nothing of it was measured. */
export function isShareOf(voice: Voice, { criterion, kin }: ToldCriterion): boolean {
  if (criterion.operator === "relative" || criterion.metric === null) return false;
  if (kin !== undefined) return kin.unit === "share";
  return voice.knows(`share.${criterion.metric.replace(/\[.*\]$/, "")}.are`);
}

/** What a criterion is about, measured or not: enough to name it. */
export function namedOf({ criterion, kin }: ToldCriterion): Named {
  if (kin !== undefined) return kin;
  const [, metric = "", facet] = /^([^[]*)(?:\[(.*)\])?$/.exec(criterion.metric ?? "") ?? [];
  const of = "cases" as const;
  return { evaluation: criterion.evaluation, metric, of, ...(facet === undefined ? {} : { facet }) };
}

/** A number of the criterion in the unit of what it is about: "86.4 of 1,000", "0.70", "1.25". */
function inUnit(
  voice: Voice,
  told: ToldCriterion,
  value: number,
  part: "bound" | "value",
): readonly Inline[] {
  const { criterion, kin } = told;
  if (!isShareOf(voice, told)) return [plainDatum(voice, criterion, value, part)];
  const of = kin === undefined ? (value > 0 && value < 0.01 ? 1_000 : 100) : voice.totalOf(kin);
  const restated = value * of;
  return [
    {
      type: "datum",
      ref: `criterion:${encodeName(criterion.id)}`,
      part,
      value: Number(restated.toFixed(1)),
      text: formatDecimal(restated, Number.isInteger(Number(restated.toFixed(6))) ? 0 : 1, voice.lang),
      of,
    },
    ...voice.say("table.criteria.of", { of: formatCount(of, voice.lang) }),
  ];
}

function plainDatum(voice: Voice, { id }: Criterion, value: number, part: "bound" | "value"): Inline {
  return {
    type: "datum",
    ref: `criterion:${encodeName(id)}`,
    part,
    value: Number(value.toFixed(2)),
    text: formatDecimal(value, 2, voice.lang),
  };
}

/** The end of the range that decides. Older files do not say it: a failure is decided by the end on its own side. */
function endShown({ operator, verdict, limit_side: side }: Criterion): "at-least" | "at-most" {
  if (side !== null) return side;
  return (operator === "at-least") === (verdict !== "fail") ? "at-least" : "at-most";
}
