/** What all layers together did with some cases. Counts. */
export interface LayerSums {
  readonly n: number;
  /** Per layer: cases it let pass. */
  readonly passed: readonly number[];
  /** Cases that every layer let pass. */
  readonly passedAll: number;
}

/** What one layer did with some cases. Counts. */
export interface LayerSum {
  readonly n: number;
  readonly passed: number;
}
