import type { Assessment } from "../../src/model/assessment.js";
import { type Confidence } from "../../src/model/confidence.js";
import { assessPlan } from "../measure/project-folder.js";

/** Points that a claim loses in one domain, and what was found there. */
export function found({ confidence }: Assessment, claim: string, domain: string): [number | null, string] {
  const judged = confidence.find((one) => one.claim === claim);
  const deduction = judged?.deductions.find((one) => one.domain === domain);
  return [deduction?.points ?? null, deduction?.message.replace(`confidence.${domain}.`, "") ?? "not asked"];
}

export function claimIn({ confidence }: Assessment, claim: string): Confidence | undefined {
  return confidence.find((one) => one.claim === claim);
}

export const counts = { tp: 400, fn: 100, fp: 950, tn: 8_550 };

export const dated = { collected: "2026-07-01/2026-09-30", kind: "held-out" };

/** The Assessment of one evaluation by counts. */
export async function ofCounts(evaluation: object, more: object = {}): Promise<Assessment> {
  return assessPlan({ evaluations: [{ id: "it", counts, ...dated, ...evaluation }], ...more });
}
