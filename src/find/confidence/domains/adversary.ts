import { domainOf } from "../../../model/shelf-life.js";
import { attackColumns } from "../attack-columns.js";
import {
  isSupported,
  type DomainRule,
  type JudgedFacts,
  type Judgement,
  type SupportedClaim,
} from "../claim.js";

/** Metrics that tell how often an attacker gets through, or what follows from it, beside rates of positives. */
const ofAttacks =
  /^(fmr|far|gfar|apcer|dfar|iapar|riapar|injection-slip|fraud-slip|joint-slip|layer-slip|eer)($|-)/;
/** Metrics of binary evidence that mix both classes. */
const mixes = /^(recall|precision|npv|accuracy|f1|roc-auc|average-precision|value-missed|net-benefit)($|-)/;

/**
 * Whether the attacks in scope were tried, class by class. Asked only where people work against the model, and only
 * of claims that attackers can move: how often honest people are stopped is not up to them. In a remote field test
 * impostors who were chosen to look alike got through eleven times as often as chance ones (RIVR).
 */
export const adversary: DomainRule = {
  id: "adversary",
  judge: (claim, facts) => {
    if (!isSupported(claim) || !isUnderAttack(claim, facts)) return null;
    const classes = classesOf(claim, facts);
    if (classes === null) return unlisted(claim);
    const tried = classes.filter(({ tries }) => tries > 0);
    const missing = classes.filter(({ tries }) => tries === 0).map(({ name }) => name);
    const slots = { tried: tried.length, of: classes.length };
    if (claim.kind === "untested")
      return { points: -2, found: "never", slots: { n: missing.length, names: missing.join(", ") } };
    if (tried.length === 0) return { points: -2, found: "none", slots };
    if (missing.length === 0) return { points: 0, found: "all", slots };
    return { points: -1, found: "some", slots: { ...slots, names: missing.join(", ") } };
  },
};

interface AttackClass {
  readonly name: string;
  readonly tries: number;
}

function isUnderAttack({ support, estimate, scope }: SupportedClaim, facts: JudgedFacts): boolean {
  const { task } = support.evaluation;
  const against = domainOf(task, facts.plan.use?.domain) === "adversarial" || task === "verification";
  if (!against || scope === "test") return false;
  return (
    estimate === null || ofAttacks.test(estimate.metric) || (task === "binary" && mixes.test(estimate.metric))
  );
}

/** Attacks in scope and how often each was tried; null where nobody lists them. */
function classesOf({ support }: SupportedClaim, facts: JudgedFacts): AttackClass[] | null {
  const { id } = support.evaluation;
  const { attack_classes: stated } = support.keys;
  if (stated !== undefined) return Object.entries(stated).map(([name, tries]) => ({ name, tries }));
  const listed = facts.coverage.filter(
    ({ evaluation, column }) => evaluation === id && attackColumns.includes(column),
  );
  if (listed.length > 0) return listed.map(({ value, name, n }) => ({ name: name ?? value, tries: n ?? 0 }));
  // Attacks are tried on the system: what one evaluation tried holds for the others of the plan.
  const own = facts.details[id]?.attacks;
  const known = own ?? Object.values(facts.details).find(({ attacks }) => attacks !== undefined)?.attacks;
  return known === undefined ? null : known.species.map(({ name, tested }) => ({ name, tries: tested }));
}

/** Nobody says which attacks were among the cases; where there were any, some were. */
function unlisted({ support }: SupportedClaim): Judgement {
  const { task, positives } = support.evaluation;
  const some = task !== "verification" && (positives ?? 0) > 0;
  return { points: some ? -1 : -2, found: some ? "unlisted" : "untried" };
}
