import type { Confidence, Deduction } from "../../model/confidence.js";
import type { Claim } from "./claim.js";
import { fewestCases } from "./domains/precision.js";

/** A limit that no other strength of the evidence can lift. */
export interface Cap {
  readonly id: string;
  /** Highest C it leaves. */
  readonly most: 1 | 2 | 3 | 4;
  /** Domain whose deduction says the same, so that a reader is not told twice; null for none. */
  readonly told: Deduction["domain"] | null;
  readonly holds: (claim: Claim, deductions: readonly Deduction[]) => boolean;
}

/** Every hard cap, the lowest first: the first that holds and lies below what the deductions leave decides. */
export const caps: readonly Cap[] = [
  {
    id: "untested-attack",
    most: 1,
    told: "adversary",
    holds: ({ kind }) => kind === "untested",
  },
  {
    id: "vendor-comparison",
    most: 1,
    told: "provenance",
    holds: (claim, found) => fromVendor(found) && claim.kind === "comparison" && claim.scope === "use",
  },
  { id: "vendor", most: 2, told: "provenance", holds: (_claim, found) => fromVendor(found) },
  { id: "few-cases", most: 2, told: "precision", holds: hasFewCases },
  { id: "indirect", most: 2, told: "directness", holds: (_claim, found) => costs(found, "directness", -2) },
  {
    id: "uncalibrated",
    most: 2,
    told: "calibration",
    holds: (_claim, found) => costs(found, "calibration", -2),
  },
  {
    id: "timing-only",
    most: 2,
    told: null,
    holds: ({ declared }) => declared?.kind === "cause" && (declared.tested ?? "no") === "no",
  },
  { id: "expert", most: 2, told: null, holds: ({ declared }) => declared?.kind === "expert" },
  {
    id: "no-rows",
    most: 3,
    told: "provenance",
    holds: ({ support }) => support !== null && support.evaluation.basis !== "rows",
  },
  { id: "cause", most: 4, told: null, holds: ({ declared }) => declared?.kind === "cause" },
];

function hasFewCases({ seen, estimate }: Claim, found: readonly Deduction[]): boolean {
  if (seen !== null) return seen.denominator < fewestCases;
  return estimate !== null && found.some(({ message }) => message === "confidence.precision.few");
}

function fromVendor(found: readonly Deduction[]): boolean {
  return found.some(({ message }) => message === "confidence.provenance.vendor");
}

function costs(
  found: readonly Deduction[],
  domain: Deduction["domain"],
  points: Deduction["points"],
): boolean {
  return found.some((one) => one.domain === domain && one.points === points);
}

/** The cap that decides; null where none lies below what the deductions leave. */
export function bindingCap(claim: Claim, deductions: readonly Deduction[], c: number): Confidence["cap"] {
  const cap = caps.find(({ most, holds }) => most < c && holds(claim, deductions));
  if (cap === undefined) return null;
  const { id, most, told } = cap;
  return { id, most, domain: told, message: `confidence.cap.${id}`, slots: {} };
}
