import fc from "fast-check";

import { examples, type Example } from "./sentence-examples.js";

/* A random table, what somebody gave of it, and what its errors cost. */

/** What somebody gave of the table: its counts, or some of its rates without them. */
const given = fc.constantFrom("counts", "both", "hits-and-precision", "precision", "f1", "accuracy");

export const cases = fc.record({
  example: examples,
  given: fc.oneof(fc.constant("counts"), given),
  isStated: fc.boolean(),
  kind: fc.constantFrom("deployment", "held-out", undefined),
  action: fc.double({ min: 0.5, max: 200, noNaN: true }),
  miss: fc.double({ min: 0.5, max: 5_000, noNaN: true }),
  spread: fc.double({ min: 0, max: 0.9, noNaN: true }),
  volume: fc.option(fc.integer({ min: 1_000, max: 1_000_000 }), { nil: null }),
});

export interface Case {
  readonly example: Example;
  readonly given: string;
  readonly isStated: boolean;
  readonly kind: string | undefined;
  readonly action: number;
  readonly miss: number;
  readonly spread: number;
  readonly volume: number | null;
}
