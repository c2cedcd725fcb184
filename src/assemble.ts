import type { Assessment } from "./model/assessment.js";
import type { Plan } from "./model/plan.js";
import type { Project } from "./model/project.js";
import { likelihoodSteps } from "./model/risk.js";
import { hasTwoClasses } from "./model/tasks.js";
import { version } from "./version.js";

/** Kinds that are made when the plan names no document. */
const usualKinds = ["briefing", "limitation-portfolio", "model-card"];

type Counted = Pick<Assessment, "date" | "evaluations" | "slices" | "estimates" | "tables" | "coverage">;

type Facts = Pick<
  Assessment,
  | "issued"
  | "distributions"
  | "scenarios"
  | "findings"
  | "limitations"
  | "changes"
  | "criteria"
  | "release"
  | "stages"
  | "triggers"
  | "experiment"
  | "labelling"
  | "calibration"
  | "series"
  | "incidents"
  | "protocols"
  | "confidence"
  | "sources"
  | "lint"
>;

/** The plan's words and decisions beside the facts: the finished Assessment. */
export function assembleAssessment(
  { plan, notes }: Pick<Project, "plan" | "notes">,
  { date, evaluations, slices, estimates, tables, coverage }: Counted,
  facts: Facts,
): Assessment {
  return {
    schema: 1,
    forthright: version,
    ...(plan.lang === undefined || plan.lang === "en" ? {} : { lang: plan.lang }),
    notice: plan.notice ?? null,
    model: plan.model,
    use: plan.use ?? {},
    words: wordsOf(plan),
    deployment: deploymentOf(plan.deployment),
    costs: costsOf(plan.costs),
    monitoring: plan.monitoring ?? [],
    unwatched: plan.unwatched ?? [],
    acceptance: plan.acceptance ?? null,
    controls: plan.controls ?? [],
    disclosure: {
      "cut-off": plan.disclosure?.cut_off ?? "executive",
      "trade-off": plan.disclosure?.trade_off ?? "executive",
      groups: plan.disclosure?.groups ?? "executive",
      costs: plan.disclosure?.costs ?? "executive",
    },
    held: [],
    criteria_held: 0,
    operation_held: false,
    register: { likelihood: [...(plan.register?.likelihood ?? likelihoodSteps)] },
    rollout: rolloutText(plan.rollout),
    rollback: rollbackText(plan.rollback),
    documents: plan.documents ?? usualKinds.map((kind) => ({ kind, status: "draft" as const })),
    notes: notes.map(({ path, kind, slot, text }) => ({ path, kind, slot, text })),
    date,
    evaluations,
    slices,
    estimates,
    tables,
    coverage,
    ...facts,
  };
}

/** The author's line, or the names of the stages where they are given one by one. */
function rolloutText(rollout: Plan["rollout"]): string | null {
  if (rollout === undefined || typeof rollout === "string") return rollout ?? null;
  return rollout.text ?? rollout.stages.map(({ name }) => name).join(", ");
}

/** The author's line, or what triggers it where the triggers are given one by one. */
function rollbackText(rollback: Plan["rollback"]): string | null {
  if (rollback === undefined || typeof rollback === "string") return rollback ?? null;
  return (
    rollback.text ?? rollback.triggers.map(({ signal, threshold }) => `${signal}: ${threshold}`).join("; ")
  );
}

function wordsOf({ words, evaluations }: Pick<Plan, "words" | "evaluations">): Assessment["words"] {
  const pair = (text: string | undefined, one: string, many: string): [string, string] => {
    const [first, second] = (text ?? "").split("/").map((part) => part.trim());
    return first === undefined || second === undefined || first === "" ? [one, many] : [first, second];
  };
  const flagged = words?.flagged ?? "flagged";
  // A document may quote any evaluation of the plan, so one of two classes is enough to need their names.
  const classes = evaluations.some(({ task }) => hasTwoClasses(task));
  const classesGiven = words?.positive !== undefined && words.negative !== undefined;
  return {
    case: pair(words?.case, "case", "cases"),
    positive: pair(words?.positive, "positive case", "positive cases"),
    negative: pair(words?.negative, "negative case", "negative cases"),
    flagged,
    missed: words?.missed ?? "missed",
    unflagged: words?.unflagged ?? `not ${flagged}`,
    given: words?.case !== undefined && (classesGiven || !classes),
    ...(words?.de === undefined ? {} : { de: { ...words.de, ...namesOf(words.de, evaluations) } }),
  };
}

/** Names in another language, also by the author's name for the same: findings and tables know no other. */
function namesOf(
  { names }: NonNullable<Assessment["words"]["de"]>,
  evaluations: Plan["evaluations"],
): Pick<NonNullable<Assessment["words"]["de"]>, "names"> {
  if (names === undefined) return {};
  const told = evaluations.flatMap((evaluation) => Object.entries(evaluation.names ?? {}));
  const known = told.flatMap(([key, name]) => {
    const other = names[key];
    return other === undefined ? [] : [[name, other] as const];
  });
  return { names: { ...Object.fromEntries(known), ...names } };
}

function deploymentOf(deployment: Plan["deployment"]): Assessment["deployment"] {
  const rate = deployment?.base_rate;
  const given = typeof rate === "number" ? { value: rate } : rate;
  return {
    base_rate:
      given === undefined
        ? null
        : {
            value: given.value,
            low: given.low ?? null,
            high: given.high ?? null,
            source: given.source ?? null,
            window: given.window ?? null,
          },
    worthwhile: deployment?.worthwhile ?? null,
    out_of: deployment?.out_of ?? null,
    volume: deployment?.volume ?? null,
    threshold: deployment?.threshold ?? null,
    capacity: deployment?.capacity ?? null,
  };
}

type Amount =
  | number
  | {
      readonly value: number;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
      readonly source?: string | undefined;
    };

function costsOf(costs: Plan["costs"]): Assessment["costs"] {
  if (costs === undefined) return null;
  const ranged = (given: Amount | undefined) => {
    if (given === undefined) return null;
    if (typeof given === "number") return { value: given, low: given, high: given, source: null };
    return {
      value: given.value,
      low: given.low ?? given.value,
      high: given.high ?? given.value,
      source: given.source ?? null,
    };
  };
  return {
    currency: costs.currency,
    false_alarm: ranged(costs.false_alarm),
    miss: ranged(costs.miss),
    action: ranged(costs.action),
    effect: ranged(costs.effect),
  };
}
