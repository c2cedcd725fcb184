import type { Grid } from "./grid.js";
import type { Inline } from "./inline.js";

/** A picture with everything that stands around it; plain data. */
export interface Chart {
  /** Kind of chart, as in the registry. */
  readonly kind: string;
  /** Unique within its document; names the file in `charts/`. */
  readonly id: string;
  /** The finding as a full sentence. */
  readonly title: readonly Inline[];
  /** Unit, n, source, meaning of the range. */
  readonly note: readonly Inline[];
  /** For those who do not see it: what is drawn, the numbers, the pattern. */
  readonly alt: string;
  readonly panels: readonly ChartPanel[];
  /** The same numbers as a table. */
  readonly grid: Grid;
  /** True when the table is the key of the picture and stands open beside it. */
  readonly gridOpen: boolean;
  /** Words on the fold that opens the table, where it is closed. */
  readonly tableLabel: string;
}

export interface ChartPanel {
  /** Shown above the picture when there are several. */
  readonly title: readonly Inline[];
  readonly picture: Picture;
  /** A key of its own, for panels that stand side by side. */
  readonly key: Grid | null;
}

export type Picture =
  | { readonly type: "svg"; readonly svg: string; readonly width: number; readonly height: number }
  | {
      readonly type: "vega-lite";
      readonly spec: Readonly<Record<string, unknown>>;
      readonly width: number;
      readonly height: number;
    };
