import type { PresentationSums } from "../../../metrics/attack-detection/presentation-sums.js";

/** How an attack reaches the system. Injected media never meet the camera: no presentation attack. */
export const attackClasses = ["presentation", "injection", "document"] as const;
export type AttackClass = (typeof attackClasses)[number];

/** Presentations that are alike in all that the rates of attack detection tell apart. */
export interface AttackCount {
  /** Null for a bona fide presentation. */
  readonly attack: { readonly species: string | null; readonly class: AttackClass } | null;
  /** False where the system gave no answer, which is neither a catch nor a slip. */
  readonly responded: boolean;
  /** True when taken for an attack; null without a decision. */
  readonly flagged: boolean | null;
  /** True when the whole system accepted it; null where the plan names no such column. */
  readonly accepted: boolean | null;
  /** Where it went: no person, a person, or elsewhere; null where the plan names no such column. */
  readonly outcome: "straight-through" | "review" | "other" | null;
  readonly n: number;
}

/** Presentations of one species that came the same way. */
export interface SpeciesSums extends PresentationSums {
  readonly species: string | null;
  readonly class: AttackClass;
}

export function sumsOf(counts: readonly AttackCount[]): PresentationSums {
  const sum = (keep: (count: AttackCount) => boolean): number =>
    counts.reduce((total, count) => total + (keep(count) ? count.n : 0), 0);
  return {
    presented: sum(() => true),
    decided: sum(({ responded, flagged }) => responded && flagged !== null),
    flagged: sum(({ responded, flagged }) => responded && flagged === true),
    accepted: sum(({ accepted }) => accepted === true),
    silent: sum(({ responded }) => !responded),
    straightThrough: sum(({ outcome }) => outcome === "straight-through"),
    review: sum(({ outcome }) => outcome === "review"),
  };
}

/** One entry per species and class that was presented, by class and then by name; unnamed attacks last. */
export function speciesOf(counts: readonly AttackCount[]): SpeciesSums[] {
  const groups = new Map<string, { first: NonNullable<AttackCount["attack"]>; own: AttackCount[] }>();
  for (const count of counts) {
    if (count.attack === null) continue;
    const key = JSON.stringify([attackClasses.indexOf(count.attack.class), count.attack.species ?? "\uffff"]);
    const group = groups.get(key) ?? { first: count.attack, own: [] };
    group.own.push(count);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { first, own }]) => ({ species: first.species, class: first.class, ...sumsOf(own) }));
}

/**
 * What slipped through, of what was tested.
 *
 * @param hasDecision - false where only the outcome of the whole system is known
 */
export function slipsOf(
  { presented, decided, flagged, accepted, silent }: PresentationSums,
  hasDecision: boolean,
): { readonly slipped: number; readonly tested: number } {
  if (hasDecision) return { slipped: decided - flagged, tested: decided };
  return { slipped: accepted, tested: presented - silent };
}
