import type { Inline } from "../model/inline.js";
import { rangeOf, type Seen } from "../model/range-of.js";
import type { ScenarioCriterion, ScenarioData, ScenarioVerdict, Setting } from "../model/scenario-data.js";
import { encodeName } from "../model/slice-id.js";
import { verdictOf, type Demand } from "../model/verdict-of.js";
import { formatDecimal } from "../phrasing/format-number.js";
import { text } from "../phrasing/inline.js";
import { metricName } from "../phrasing/metric-words.js";
import type { Voice } from "../phrasing/voice.js";
import { measureAt } from "./estimates-at.js";

/** What each agreed criterion says at a setting: judged as for the documents, on its one-sided bound. */
export function criteriaAt(voice: Voice, data: ScenarioData, setting: Setting): ScenarioVerdict[] {
  return data.criteria.map((criterion) => {
    const verdict = judge(data, setting, criterion);
    return { id: criterion.id, verdict, words: wordsOf(voice, data, criterion, verdict) };
  });
}

function judge(
  data: ScenarioData,
  setting: Setting,
  criterion: ScenarioCriterion,
): ScenarioVerdict["verdict"] {
  const { confidence, fixed, judgedOn } = criterion;
  if (fixed !== null) return fixed;
  const seen = seenAt(data, setting, criterion);
  if (seen.value === null) return "not-evaluable";
  const demand = demandOf(criterion);
  if (judgedOn === "observed") {
    const keeps = seen.value >= (demand.least ?? -Infinity) && seen.value <= (demand.most ?? Infinity);
    return keeps ? "pass" : "fail";
  }
  const range = rangeOf(seen, confidence);
  return range === null ? "not-evaluable" : verdictOf(range, seen.value, demand, seen, confidence).verdict;
}

/** The number with each end of its range at the confidence; an interval that is one-sided has its error there already. */
function seenAt(data: ScenarioData, setting: Setting, { metric, confidence }: ScenarioCriterion): Seen {
  const measured = measureAt(data, setting, metric, 2 * confidence - 1);
  const isTwoSided = (measured.interval?.side ?? "two-sided") === "two-sided";
  return { ...(isTwoSided ? measured : measureAt(data, setting, metric, confidence)), unit: "share" };
}

function demandOf({ operator, bound, upper }: ScenarioCriterion): Demand {
  return {
    operator,
    bound,
    upper,
    against: null,
    least: operator === "at-most" ? null : bound,
    most: operator === "at-least" ? null : operator === "between" ? upper : bound,
  };
}

function wordsOf(
  voice: Voice,
  { evaluation }: ScenarioData,
  { id, title, metric, operator, bound, upper }: ScenarioCriterion,
  verdict: ScenarioVerdict["verdict"],
): readonly Inline[] {
  const number = (value: number | null): Inline => {
    const exact = Number(((value ?? 0) * 100).toFixed(1));
    return {
      type: "datum",
      ref: `criterion:${encodeName(id)}`,
      part: "value",
      value: exact,
      text: formatDecimal(exact, Number.isInteger(exact) ? 0 : 1, voice.lang),
      of: 100,
    };
  };
  return voice.say(`scenario.criterion.${operator}`, {
    name:
      title === null ? metricName(voice, { metric, evaluation: evaluation.id, of: "cases" }) : [text(title)],
    bound: number(bound),
    upper: number(upper),
    of: "100",
    verdict,
  });
}
