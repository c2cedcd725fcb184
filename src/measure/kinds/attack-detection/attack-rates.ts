import { apcer } from "../../../metrics/attack-detection/apcer.js";
import { apnrr } from "../../../metrics/attack-detection/apnrr.js";
import { bonaFideRefusal } from "../../../metrics/attack-detection/bona-fide-refusal.js";
import { bpcer } from "../../../metrics/attack-detection/bpcer.js";
import { bpnrr } from "../../../metrics/attack-detection/bpnrr.js";
import { dfar } from "../../../metrics/attack-detection/dfar.js";
import { dfrr } from "../../../metrics/attack-detection/dfrr.js";
import { fraudSlip } from "../../../metrics/attack-detection/fraud-slip.js";
import { iapar } from "../../../metrics/attack-detection/iapar.js";
import { injectionSlip } from "../../../metrics/attack-detection/injection-slip.js";
import { manualReview } from "../../../metrics/attack-detection/manual-review.js";
import type { PresentationSums } from "../../../metrics/attack-detection/presentation-sums.js";
import { riapar } from "../../../metrics/attack-detection/riapar.js";
import { straightThrough } from "../../../metrics/attack-detection/straight-through.js";
import { missing, type MetricOf } from "../../../metrics/metric.js";
import type { Estimate } from "../../../model/assessment.js";
import { worstApcer } from "../../../stats/worst-apcer.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import { speciesOf, sumsOf, type AttackClass, type AttackCount, type SpeciesSums } from "./attack-count.js";

const level = 0.95;

/** What the plan says the rows can answer. */
export interface AttackQuestion {
  readonly check: "biometric" | "document";
  readonly hasDecision: boolean;
  readonly hasNonResponse: boolean;
  readonly hasAccepted: boolean;
  readonly hasOutcome: boolean;
}

/** The rate of bona fide presentations taken for attacks: the same share, named for persons and for documents. */
export function honestMetric(check: AttackQuestion["check"]): MetricOf<PresentationSums> {
  return check === "document" ? dfrr : bpcer;
}

/** The rate of slips of a class. A document check counts each type of fraud alike, however it came. */
export function slipMetric(
  check: AttackQuestion["check"],
  attackClass: AttackClass,
): MetricOf<PresentationSums> {
  if (check === "document") return dfar;
  return attackClass === "injection" ? injectionSlip : apcer;
}

/** Every rate of attack detection on one group of presentations; per species only over all cases. */
export function attackRates(
  counts: readonly AttackCount[],
  question: AttackQuestion,
  place: EstimatePlace,
): Estimate[] {
  const { check } = question;
  const species = speciesOf(counts);
  const bonaFide = sumsOf(counts.filter(({ attack }) => attack === null));
  const honest = (metric: MetricOf<PresentationSums>): Estimate =>
    estimateOf(metric, metric.compute(bonaFide, level), place);
  const slips = [
    ...new Set([slipMetric(check, "presentation"), ...species.map((one) => slipMetric(check, one.class))]),
  ];
  const accepted = perSpecies(check === "document" ? fraudSlip : iapar, species, place);
  const wholeSystem = [...accepted, honest(bonaFideRefusal)];
  if (check === "biometric") wholeSystem.push(riaparOf(species, bonaFide, accepted[0]?.worst, place));
  return [
    ...slips.flatMap((metric) =>
      perSpecies(
        metric,
        species.filter((one) => slipMetric(check, one.class) === metric),
        place,
        question.hasDecision ? null : "no-threshold",
      ),
    ),
    question.hasDecision
      ? honest(honestMetric(check))
      : estimateOf(honestMetric(check), missing("no-threshold"), place),
    ...(question.hasAccepted ? wholeSystem : []),
    ...(question.hasNonResponse ? [...perSpecies(apnrr, species, place), honest(bpnrr)] : []),
    ...(question.hasOutcome ? [honest(straightThrough), honest(manualReview)] : []),
  ];
}

/**
 * The highest rate of all species, which is the one to report, and then each of them.
 *
 * @param reason - why none of them can be told; null where they can
 */
function perSpecies(
  metric: MetricOf<PresentationSums>,
  species: readonly SpeciesSums[],
  place: EstimatePlace,
  reason: string | null = null,
): Estimate[] {
  const rated = byName(species).map((sums) => ({ ...sums, measured: metric.compute(sums, level) }));
  const worst = worstApcer(
    rated.map(({ species: name, measured: { numerator, denominator } }) => ({
      species: name,
      accepted: numerator ?? 0,
      presentations: denominator ?? 0,
    })),
  );
  const highest = rated.find((one) => one.species === worst?.species)?.measured;
  const none = reason ?? (species.length === 0 ? "no-attacks" : "no-response");
  if (reason !== null || worst === null || highest === undefined)
    return [estimateOf(metric, missing(none), place)];
  if (place.slice !== "all") return [estimateOf(metric, highest, place)];
  return [
    { ...estimateOf(metric, highest, place), worst: worst.species },
    ...rated.map(({ species: name, measured }) =>
      estimateOf(metric, measured.value === null ? missing("no-response") : measured, {
        ...place,
        facet: name,
      }),
    ),
  ];
}

/** One entry per name: a species that came in two ways counts once where the ways do not matter. */
function byName(species: readonly SpeciesSums[]): (PresentationSums & { readonly species: string })[] {
  const names = [...new Set(species.map((one) => one.species ?? "(missing)"))];
  return names.map((name) => {
    const own = species.filter((one) => (one.species ?? "(missing)") === name);
    const sum = (of: (sums: PresentationSums) => number): number =>
      own.reduce((total, one) => total + of(one), 0);
    return {
      species: name,
      presented: sum((one) => one.presented),
      decided: sum((one) => one.decided),
      flagged: sum((one) => one.flagged),
      accepted: sum((one) => one.accepted),
      silent: sum((one) => one.silent),
      straightThrough: sum((one) => one.straightThrough),
      review: sum((one) => one.review),
    };
  });
}

/** RIAPAR of the species that the whole system accepts most. */
function riaparOf(
  species: readonly SpeciesSums[],
  bonaFide: PresentationSums,
  worst: string | undefined,
  place: EstimatePlace,
): Estimate {
  const merged = byName(species);
  const nothing = { ...sumsOf([]), species: "" };
  // In a slice no species is named: it is the one with the highest share accepted.
  const name = worst ?? highestAccepted(merged);
  const attacks = merged.find((one) => one.species === name) ?? nothing;
  const estimate = estimateOf(riapar, riapar.compute({ attacks, bonaFide }, level), place);
  return worst === undefined ? estimate : { ...estimate, worst };
}

function highestAccepted(
  species: readonly (PresentationSums & { readonly species: string })[],
): string | undefined {
  const counts = species.map((one) => ({
    species: one.species,
    accepted: one.accepted,
    presentations: one.presented,
  }));
  return worstApcer(counts)?.species;
}
