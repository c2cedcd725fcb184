import { impactRatios, type ImpactRatio } from "../../stats/impact-ratios.js";
import type { Audit } from "./audited.js";

/** The ratios of an axis, and the group with the highest rate: the first of equals. */
export function referenceOf({ groups, leaveOut }: Audit): {
  readonly ratios: readonly ImpactRatio[];
  readonly reference: ImpactRatio | null;
} {
  const ratios = impactRatios(groups, leaveOut);
  return { ratios, reference: ratios.find(({ ratio }) => ratio === 1) ?? null };
}
