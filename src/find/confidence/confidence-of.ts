import type { Estimate } from "../../model/assessment.js";
import { confidenceDomains, type Confidence, type Deduction, type Stop } from "../../model/confidence.js";
import { bindingCap } from "./caps.js";
import { isSupported, type Claim, type DomainRule, type JudgedFacts } from "./claim.js";
import { claimsOf, ofEstimate } from "./claims-of.js";
import { adversary } from "./domains/adversary.js";
import { domains } from "./domains/all.js";
import { replicationsOf } from "./domains/replication.js";

/** What a claim starts with; five has to be earned. */
const startsWith = 4;
/** Other bodies of evidence that have to agree before a claim is well established. */
const enoughReplications = 2;

/**
 * How far the evidence carries each claim: a stop of the Uncertainty Spectrum with its reasons and what would move it.
 *
 * C = clamp(4 + sum of deductions, 1, 4), under the hard caps; 5 only without any deduction, with every question
 * answered and two other bodies of evidence that agree. A claim without numbers takes C from how many lines of
 * evidence there are and how far they agree, as the IPCC does. A counted fact is certain: it is no estimate at all.
 */
export function confidenceOf(facts: JudgedFacts): Confidence[] {
  return claimsOf(facts).map((claim) => judge(claim, facts));
}

/** How far the evidence carries one number, whether or not a page claims it; null where its evidence is not known. */
export function confidenceIn(facts: JudgedFacts, estimate: Estimate): Pick<Confidence, "c" | "stop"> | null {
  const [claim] = ofEstimate(facts, estimate);
  if (claim === undefined) return null;
  const { c, stop } = judge(claim, facts);
  return { c, stop };
}

/** The stop of a level of confidence from 1 to 5. */
export function stopAt(c: number): Stop {
  return stopOfLevel[c] ?? "highly-speculative";
}

function judge(claim: Claim, facts: JudgedFacts): Confidence {
  const deductions = deductionsOf(claim, facts);
  const sum = deductions.reduce((total, { points }) => total + points, 0);
  const matrix = matrixOf(claim);
  const judged =
    matrix === null ? scaled(claim, facts, deductions, sum) : fromMatrix[matrix.evidence][matrix.agreement];
  const cap = claim.kind === "counted" ? null : bindingCap(claim, deductions, judged);
  const c = claim.kind === "counted" ? null : (cap?.most ?? judged);
  return {
    claim: claim.id,
    kind: claim.kind,
    scope: claim.scope,
    evaluation: claim.support?.evaluation.id ?? null,
    estimate: claim.estimate?.id ?? null,
    text: claim.declared?.text ?? null,
    seen: claim.seen,
    amount: amountOf(claim),
    c,
    stop: c === null ? "certain" : (stopOfLevel[c] ?? "highly-speculative"),
    sum,
    deductions,
    cap,
    matrix,
    moves: movesOf(claim, deductions, cap, matrix),
    // A case is somebody's, and nobody's outside the house.
    disclosure: claim.declared?.disclosure ?? (claim.kind === "chance" ? "executive" : "public"),
  };
}

/** The largest deduction first; equal ones in the order of the domains. */
function deductionsOf(claim: Claim, facts: JudgedFacts): Deduction[] {
  const asked: readonly DomainRule[] = claim.kind === "untested" ? [adversary] : domains;
  const found = asked.flatMap((domain): Deduction[] => {
    const judgement = domain.judge(claim, facts);
    if (judgement === null) return [];
    const { points, found: what, slots = {}, measured = true } = judgement;
    return [
      {
        domain: domain.id,
        points,
        measured,
        message: `confidence.${domain.id}.${what}`,
        slots: { ...slots },
      },
    ];
  });
  const place = ({ domain }: Deduction): number => confidenceDomains.indexOf(domain);
  return found.sort((a, b) => a.points - b.points || place(a) - place(b));
}

function scaled(claim: Claim, facts: JudgedFacts, deductions: readonly Deduction[], sum: number): number {
  const answered = isSupported(claim) && deductions.every(({ measured }) => measured);
  if (sum === 0 && answered && replicationsOf(claim, facts).agree >= enoughReplications) return 5;
  return Math.min(4, Math.max(1, startsWith + sum));
}

const stopOfLevel: Readonly<Record<number, Stop>> = {
  5: "well-established",
  4: "well-supported",
  3: "partly-supported",
  2: "speculative",
  1: "highly-speculative",
};

function amountOf({ declared }: Claim): Confidence["amount"] {
  const { value, low = null, high = null } = declared ?? {};
  return value === undefined ? null : { value, low, high };
}

type Matrix = NonNullable<Confidence["matrix"]>;

/** C by evidence and agreement, after the IPCC's guidance; the numbers are ours. */
const fromMatrix: Readonly<Record<Matrix["evidence"], Readonly<Record<Matrix["agreement"], number>>>> = {
  limited: { low: 1, medium: 1, high: 2 },
  medium: { low: 2, medium: 3, high: 4 },
  robust: { low: 3, medium: 4, high: 5 },
};

function matrixOf({ declared, kind }: Claim): Confidence["matrix"] {
  const { lines, agreement } = declared ?? {};
  if (kind === "counted" || lines === undefined || agreement === undefined) return null;
  return { evidence: lines === 1 ? "limited" : lines === 2 ? "medium" : "robust", agreement };
}

/** The inverse of each reason, in the order in which reasons are told. */
function movesOf(
  claim: Claim,
  deductions: readonly Deduction[],
  cap: Confidence["cap"],
  matrix: Confidence["matrix"],
): Confidence["moves"] {
  if (claim.kind === "counted") return [];
  const ofCap =
    cap === null || cap.domain !== null ? [] : [{ message: `confidence.move.cap.${cap.id}`, slots: {} }];
  const ofMatrix = matrix === null ? [] : [{ message: "confidence.move.matrix", slots: {} }];
  const costly = deductions.filter(({ points }) => points < 0);
  const ofDeductions = costly.map(({ message, slots }) => ({
    message: moveOf(message),
    slots,
  }));
  const found = [...ofCap, ...ofMatrix, ...ofDeductions];
  if (found.length > 0) return found;
  // Nothing speaks against it: what would lift it further is what was never asked, else agreement elsewhere.
  const open = deductions.find(({ measured }) => !measured);
  if (open !== undefined) return [{ message: moveOf(open.message), slots: open.slots }];
  return isSupported(claim) ? [{ message: "confidence.move.replication.agrees", slots: {} }] : [];
}

/** Phrase of the step that undoes a reason: the reason's own id with `move.` in it. */
function moveOf(message: string): string {
  return `confidence.move.${message.slice("confidence.".length)}`;
}
