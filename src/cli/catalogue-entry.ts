/** One thing of ours that has a name: for `list` and `explain`. */
export interface Entry {
  readonly id: string;
  readonly alias?: string;
  readonly summary: string;
  /** Further lines for `explain`. */
  readonly details: readonly string[];
}
