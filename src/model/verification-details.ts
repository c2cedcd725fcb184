/** What finders need of 1:1 verification beyond its estimates. */
export interface VerificationDetails {
  /** Attributes of people the plan names. */
  readonly attributes: readonly string[];
  /** The worst group of an attribute against the best one. */
  readonly ratios: readonly GroupContrast[];
}

export interface GroupContrast {
  readonly attribute: string;
  readonly metric: "fmr" | "fnmr";
  readonly worst: string;
  readonly best: string;
  /** Lower end of the exact interval of the ratio, over all pairs of groups. */
  readonly low: number;
  /** One-sided p-value of "equal rates", times the pairs the two were chosen from; at most 1. */
  readonly p: number;
}
