import type { Grid } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import type { Slots } from "../say.js";
import type { Voice } from "../voice.js";
import type { Known } from "./known.js";

/** Why a pattern cannot be used here: a phrase and its slots, so that it can be said in any language. */
export interface Refusal {
  readonly phrase: string;
  readonly slots?: Slots;
}

/**
 * One correct way to tell how good decisions are, for one set of known numbers. A file of this folder exports one,
 * named as the file.
 */
export interface Pattern {
  readonly id: string;
  /** Short name, A to H in order of preference: `forthright explain patterns` prints it. */
  readonly letter: string;
  readonly summary: string;
  /** True for what is said after the chosen pattern, whichever it is. */
  readonly after: boolean;
  /** True when its own sentences name the group of cases it is told of. */
  readonly namesGroup?: true;
  /** Why it cannot be used; null when everything it needs is known and may be printed. */
  readonly refuse: (voice: Voice, known: Known) => Refusal | null;
  /** Its sentences in order; called only when it does not refuse. */
  readonly tell: (voice: Voice, known: Known) => readonly (readonly Inline[])[];
  /** The same as a table, where a table says more than sentences can. */
  readonly grid?: (voice: Voice, known: Known) => Grid;
}
