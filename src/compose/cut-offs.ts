import type { Scenario } from "../model/assessment.js";
import { plainText } from "../phrasing/inline.js";
import type { ConditionFacts } from "./analogy-condition.js";

/** The document's options that set a cut-off, the one that flags most first; each cut-off once. */
export function cutOffs({ assessment, evaluation, index }: ConditionFacts): readonly Scenario[] {
  const own = assessment.scenarios.filter(
    (option) =>
      option.document === index &&
      option.evaluation === evaluation.id &&
      option.act === "threshold" &&
      option.threshold !== null,
  );
  const first = new Map(own.toReversed().map((option) => [option.threshold, option]));
  return [...first.values()].sort((a, b) => b.tp + b.fp - (a.tp + a.fp));
}

/** " a month" where the option is told of a volume; nothing where it is told of the cases tested. */
export function periodOf({ voice }: ConditionFacts, { per }: Scenario): string {
  return per === null ? "" : plainText(voice.say("analogy.period", { per }));
}
