import type { Slice } from "../model/assessment.js";
import type { Analogy } from "../model/materials.js";
import type { ConditionFacts } from "./analogy-condition.js";
import { analogyConditions } from "./analogy-conditions/all.js";

interface Failure {
  readonly why: string;
  readonly todo: string;
  readonly held?: boolean;
}

/** Whether an analogy may be told to this reader about this evidence. */
export interface JudgedAnalogy {
  /** Words and references for its text; null when it may not be told. */
  readonly slots: Readonly<Record<string, string>> | null;
  /** Why it may not, each with what to do; `held` where only this edition may not know enough. */
  readonly failures: readonly Failure[];
}

/** Conditions on facts of the setting, which an edition may hold: its author could give nothing more. */
const onSetting: readonly string[] = [
  "both-costs",
  "hundred-alike",
  "loss-amounts",
  "three-cut-offs",
  "two-cut-offs",
];

/**
 * Holds an analogy against the evidence: every condition, the audience, the language. All failures are told, not
 * the first alone, so that one look shows what is left to do.
 */
export function judgeAnalogy(analogy: Analogy, facts: ConditionFacts, slice: Slice | null): JudgedAnalogy {
  const { audience, lang } = facts.voice;
  const outcomes = analogy.requires.map((id) => {
    const condition = analogyConditions.find((one) => one.id === id);
    // The front matter is checked elsewhere; a condition nobody knows never holds.
    if (condition === undefined)
      return { holds: false, why: `nobody knows the condition "${id}"`, todo: "Mend `requires`." } as const;
    return condition.check(facts, slice);
  });
  const failures: readonly Failure[] = [
    ...(analogy.body === null
      ? [
          {
            why: "nobody has put it into this language",
            todo: `Write ${analogy.id}.${lang}.md beside it.`,
          },
        ]
      : []),
    ...(analogy.avoid.includes(audience)
      ? [{ why: `it does not suit readers of the ${audience} edition`, todo: "Choose another, or none." }]
      : []),
    ...outcomes.flatMap((outcome, index) => {
      if (outcome.holds) return [];
      const held = facts.assessment.held.length > 0 && onSetting.includes(analogy.requires[index] ?? "");
      return [{ why: outcome.why, todo: outcome.todo, held }];
    }),
  ];
  if (failures.length > 0) return { slots: null, failures };
  return {
    slots: Object.assign({}, ...outcomes.map((outcome) => (outcome.holds ? outcome.slots : {}))) as Record<
      string,
      string
    >,
    failures,
  };
}
