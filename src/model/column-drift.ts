/** How far one column has moved from its reference. */
export interface ColumnDrift {
  readonly column: string;
  /** What the column is: the score, a number, or categories. */
  readonly kind: "score" | "number" | "categories";
  /** Population stability index with its 99th percentile under no change; null where it cannot be formed. */
  readonly psi: number | null;
  readonly psi99: number | null;
  /** Chance of an index as large under no change. */
  readonly psiP: number | null;
  /** Kolmogorov-Smirnov distance, or Cramer's V of categories. */
  readonly effect: number | null;
  /** p-value of the Kolmogorov-Smirnov or the chi-squared test. */
  readonly p: number | null;
}
