/** Sums over the presentations of one species, or over the bona fide ones. Counts. */
export interface PresentationSums {
  readonly presented: number;
  /** Presentations with a decision. */
  readonly decided: number;
  /** Of those with a decision: taken for an attack. */
  readonly flagged: number;
  /** Accepted by the whole system. */
  readonly accepted: number;
  /** Presentations without any answer. */
  readonly silent: number;
  readonly straightThrough: number;
  readonly review: number;
}
