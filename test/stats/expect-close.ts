import { expect } from "vitest";

/**
 * Asserts that a number equals its reference within a relative tolerance (absolute where the reference is 0).
 *
 * @param actual - the number our code gave
 * @param reference - the number of the named package
 * @param tolerance - largest allowed relative difference, e.g. 1e-9
 */
export function expectClose(
  actual: number | null | undefined,
  reference: number | undefined,
  tolerance: number,
): void {
  if (typeof actual !== "number" || typeof reference !== "number") {
    expect(actual, `expected the number ${String(reference)}`).toBe(reference);
    return;
  }
  const error = reference === 0 ? Math.abs(actual) : Math.abs(actual / reference - 1);
  expect(error, `${actual} against the reference ${reference}`).toBeLessThanOrEqual(tolerance);
}
