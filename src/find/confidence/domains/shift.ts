import { estimatesOf } from "../../estimates-of.js";
import { attackColumns } from "../attack-columns.js";
import {
  isSupported,
  type DomainRule,
  type JudgedFacts,
  type Judgement,
  type SupportedClaim,
} from "../claim.js";

/** Stability index from which a column counts as moved, and as moved far. */
const [moved, movedFar] = [0.1, 0.25];
/** Chance under no change above which an index says nothing: at few cases 0.1 is reached by noise. */
const largestP = 0.05;
/** Share of decisions about kinds of case that were never tested: what costs nothing, and what costs one. */
const [fewUnseen, someUnseen] = [0.05, 0.2];

/**
 * Whether the cases of today are still like those that were tested: the stability index of the score and the key
 * inputs, kinds of case that were never tested, and how common positives are.
 *
 * The index counts only where it lies above its 95th percentile without change, (1/n + 1/m) times a chi-squared value
 * (Yurdakul and Naranjo). A break that a series shows after the evidence ended costs two. Where nothing was compared
 * nothing is deducted, but the claim cannot be well established.
 */
export const shift: DomainRule = {
  id: "shift",
  judge: (claim, facts) => {
    if (claim.scope === "test" || claim.kind === "break" || !isSupported(claim)) return null;
    const found = [
      ...breakAfter(claim, facts),
      ...driftOf(claim, facts),
      ...unseenOf(claim, facts),
      ...ratioOf(claim, facts),
    ];
    const worst = [...found].sort((a, b) => a.points - b.points)[0];
    return worst ?? { points: 0, found: "not-measured", measured: false };
  },
};

function breakAfter({ support }: SupportedClaim, { findings }: JudgedFacts): Judgement[] {
  const broken = findings.some(({ id }) => id.endsWith(`stale-evidence@${support.evaluation.id}#break`));
  return broken ? [{ points: -2, found: "break" }] : [];
}

function driftOf({ support }: SupportedClaim, { details }: JudgedFacts): Judgement[] {
  const known = (details[support.evaluation.id]?.drift ?? []).filter(({ psi }) => psi !== null);
  const beyondNoise = known.filter(({ psiP }) => psiP !== null && psiP < largestP);
  const [worst] = [...beyondNoise].sort((a, b) => (b.psi ?? 0) - (a.psi ?? 0));
  const psi = worst?.psi ?? 0;
  if (worst !== undefined && psi >= moved)
    return [{ points: psi > movedFar ? -2 : -1, found: "drift", slots: { column: worst.column, psi } }];
  return known.length === 0 ? [] : [{ points: 0, found: "alike" }];
}

/** Kinds of case without a test, told of all cases only: what is unseen elsewhere does not touch a group of its own. */
function unseenOf({ support, estimate }: SupportedClaim, { coverage, estimates }: JudgedFacts): Judgement[] {
  const { evaluation, keys } = support;
  if (estimate !== null && estimate.slice !== "all") return [];
  const stated = keys.unseen_share;
  const volume = estimates.find(
    ({ evaluation: of, metric, facet }) =>
      of === evaluation.id && metric === "volume-share" && facet === "untested",
  )?.value;
  const share = stated ?? volume ?? null;
  if (share !== null) {
    const slots = { share: Math.round(share * 100) };
    if (share <= fewUnseen) return [{ points: 0, found: "few-unseen", slots }];
    return [{ points: share > someUnseen ? -2 : -1, found: "unseen", slots }];
  }
  const untested = coverage.filter(
    ({ evaluation: of, state, column }) =>
      of === evaluation.id && state === "untested" && !attackColumns.includes(column),
  );
  return untested.length === 0
    ? []
    : [{ points: -1, found: "unseen-unknown", slots: { n: untested.length } }];
}

function ratioOf({ support, estimate }: SupportedClaim, facts: JudgedFacts): Judgement[] {
  const get = estimatesOf(facts, support.evaluation.id);
  const slice = estimate?.slice ?? "all";
  const own = get("deployment-base-rate", slice)?.value == null ? "all" : slice;
  const [test, live] = [get("base-rate", own)?.value, get("deployment-base-rate", own)?.value];
  if (test == null || live == null || live === 0) return [];
  const ratio = test / live;
  if (ratio >= 0.5 && ratio <= 2) return [{ points: 0, found: "same-mix" }];
  const far = ratio < 0.2 || ratio > 5;
  return [{ points: far ? -2 : -1, found: ratio > 1 ? "more-positives" : "fewer-positives" }];
}
