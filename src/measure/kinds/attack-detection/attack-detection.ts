import type { AttackDetails } from "../../../model/attack-details.js";
import type { EvaluationFacts, Slice } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { sliceId } from "../../../model/slice-id.js";
import { exactMinN } from "../../../stats/exact-min-n.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type EvidenceKind, type MeasuredEvaluation } from "../kind.js";
import { rowFacts } from "../row-facts.js";
import { attackMatrix, type MatrixScope } from "./attack-matrix.js";
import { attackClasses, slipsOf, speciesOf, sumsOf, type AttackCount } from "./attack-count.js";
import { attackPoints } from "./attack-points.js";
import { attackRates, type AttackQuestion } from "./attack-rates.js";
import { countAttacks, type AttackCounts } from "./count-attacks.js";
import { countCoverage } from "./count-coverage.js";
import { coverageMatrix, coverageRates, stateOf, type MatrixCell } from "./coverage-matrix.js";
import { speciesCurve } from "./species-curve.js";

/** Rate that no claim should be weaker than, where the plan states none: 59 presentations without an error. */
const usualClaim = 0.05;

/** Presentations of attacks by species, and bona fide ones beside them. */
export const attackDetection: EvidenceKind = {
  id: "attack-detection",
  summary:
    "Attacks of known species or fraud types, presented to the check or injected into it, and bona fide cases.",
  measure: async (input) => {
    const { evaluation, source, sources, ask } = input;
    if (source === null) throw new Error("Evidence about attacks has rows");
    const place = estimatePlace(input);
    const counts = await countAttacks({ evaluation, source, threshold: place.threshold }, ask);
    const { coverage } = evaluation;
    const volume = sources["coverage.volume"] ?? null;
    const cells =
      coverage === undefined ? null : await countCoverage({ evaluation, source, volume }, coverage, ask);
    return measureAttacks(input, counts, cells);
  },
};

function measureAttacks(
  input: EvaluationInput,
  counts: AttackCounts,
  cells: MatrixCell[] | null,
): MeasuredEvaluation {
  const { evaluation } = input;
  const place = estimatePlace(input);
  const needed = exactMinN(0, evaluation.claim ?? usualClaim);
  const question: AttackQuestion = {
    check: evaluation.check ?? "biometric",
    hasDecision: place.threshold !== null || evaluation.prediction !== undefined,
    hasNonResponse: evaluation.no_response !== undefined,
    hasAccepted: evaluation.accepted !== undefined,
    hasOutcome: evaluation.outcome !== undefined,
  };
  const scope = { ...scopeOf(evaluation), needed };
  const slices = counts.slices.map(({ column, value, counts: own }) =>
    sliceOf(evaluation, column, value, own),
  );
  const table = (kind: string) => ({
    id: `${place.prefix}${kind}@all`,
    kind,
    evaluation: evaluation.id,
    slice: "all",
  });
  // Without a kind: a curve is drawn, and no edition outside the house has it.
  const curve =
    counts.scores === null
      ? null
      : speciesCurve(counts.scores, evaluation.flag, {
          id: `${place.prefix}species-curve@all`,
          evaluation: evaluation.id,
          slice: "all",
        });
  return {
    ...nothingMeasured(factsOf(input, counts)),
    slices,
    estimates: [
      ...attackRates(counts.all, question, place),
      ...(counts.scores === null ? [] : attackPoints(counts.scores, question, evaluation.flag, place)),
      ...counts.slices.flatMap(({ column, value, counts: own }) =>
        attackRates(own, question, { ...place, slice: sliceId(column, value) }),
      ),
      ...(cells === null ? [] : coverageRates(cells, needed, place)),
    ],
    tables: [
      attackMatrix(counts.all, scope, question.hasDecision, table("attack-matrix")),
      ...(cells === null ? [] : [coverageMatrix(cells, needed, table("coverage-matrix"))]),
      ...(curve === null ? [] : [curve]),
    ],
    details: { attacks: detailsOf(counts.all, cells, scope, question.hasDecision, evaluation) },
  };
}

/** Species and ways of attack that the plan says should be covered. */
function scopeOf({ label = "", species = label, attack_class = "", in_scope = {} }: EvaluationPlan) {
  const classes = (in_scope[attack_class] ?? []).map(String);
  return {
    species: (in_scope[species] ?? []).map(String),
    classes: attackClasses.filter((one) => classes.includes(one)),
  };
}

function factsOf(input: EvaluationInput, counts: AttackCounts): EvaluationFacts {
  const attacks = sumsOf(counts.all.filter(({ attack }) => attack !== null));
  const bonaFide = sumsOf(counts.all.filter(({ attack }) => attack === null));
  return rowFacts(input, {
    rows: counts.rows,
    used: attacks.presented + bonaFide.presented,
    positives: attacks.presented,
    negatives: bonaFide.presented,
    excluded: {
      label_blank: counts.labelBlank,
      score_blank: counts.scoreBlank,
      score_not_finite: counts.scoreNotFinite,
    },
  });
}

function sliceOf(
  { id, names = {} }: EvaluationPlan,
  column: string,
  value: string | null,
  counts: readonly AttackCount[],
): Slice {
  const positives = sumsOf(counts.filter(({ attack }) => attack !== null)).presented;
  const negatives = sumsOf(counts.filter(({ attack }) => attack === null)).presented;
  return {
    id: sliceId(column, value),
    evaluation: id,
    column,
    value,
    negated: false,
    name: names[`${column}=${value ?? "(missing)"}`] ?? null,
    column_name: names[column] ?? null,
    n: positives + negatives,
    positives,
    negatives,
  };
}

function detailsOf(
  counts: readonly AttackCount[],
  cells: readonly MatrixCell[] | null,
  scope: MatrixScope,
  hasDecision: boolean,
  evaluation: EvaluationPlan,
): AttackDetails {
  return {
    needed: scope.needed,
    species: testedSpecies(counts, scope, hasDecision, evaluation),
    cells:
      cells?.flatMap((cell) => {
        const state = stateOf(cell, scope.needed);
        const name = cell.values.map((value) => value ?? "(missing)").join(" / ");
        return state === "out-of-scope" ? [] : [{ name, state, volume: cell.volume }];
      }) ?? null,
  };
}

/** Every species in scope or tried, then the ways of attack in scope that were never tried at all. */
function testedSpecies(
  counts: readonly AttackCount[],
  scope: MatrixScope,
  hasDecision: boolean,
  { label = "", species: column = label, attack_class = "", names = {} }: EvaluationPlan,
): AttackDetails["species"] {
  const tested = speciesOf(counts).map((one) => ({
    ...one,
    name: one.species ?? "(missing)",
    ...slipsOf(one, hasDecision),
  }));
  const species = [...new Set([...scope.species, ...tested.map(({ name }) => name)])];
  const untriedWays = scope.classes.filter((way) => tested.every((one) => one.class !== way));
  return [
    ...species.map((value) => {
      const own = tested.filter(({ name }) => name === value);
      return {
        name: names[`${column}=${value}`] ?? value,
        tested: own.reduce((sum, one) => sum + one.tested, 0),
        slipped: own.reduce((sum, one) => sum + one.slipped, 0),
      };
    }),
    ...untriedWays.map((way) => ({ name: names[`${attack_class}=${way}`] ?? way, tested: 0, slipped: 0 })),
  ];
}
