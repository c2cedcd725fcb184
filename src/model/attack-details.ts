/** What finders ask of evidence about attacks. Names are the author's words where there are any. */
export interface AttackDetails {
  /** Presentations without an error that would rule out the claimed rate, a count. */
  readonly needed: number;
  /** Every species in scope or tried, and how often it was tried with an answer. */
  readonly species: readonly { readonly name: string; readonly tested: number; readonly slipped: number }[];
  /** Cells of the coverage matrix in scope; null without one. */
  readonly cells:
    | readonly {
        readonly name: string;
        readonly state: "measured" | "thin" | "untested";
        readonly volume: number;
      }[]
    | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What finders ask of evidence about layers. */
export interface LayerDetails {
  /** True when only the rate of each layer is known. */
  readonly onlyRates: boolean;
  /** Every two layers within every attack type. */
  readonly pairs: readonly {
    readonly first: Named;
    readonly second: Named;
    readonly species: Named;
    /** Id of the estimate of their correlation. */
    readonly estimate: string;
    /** Cases that both let pass, only one of them, and none. */
    readonly outcomes: {
      readonly both: number;
      readonly firstOnly: number;
      readonly secondOnly: number;
      readonly neither: number;
    };
  }[];
}
