import { describe, expect, it } from "vitest";

import {
  likelihoodWord,
  positiveLikelihood,
  type LikelihoodScale,
} from "../../src/phrasing/likelihood-word.js";

function wordOf(low: number, high: number, scale: LikelihoodScale = "ipcc"): string | null {
  return likelihoodWord({ low, high }, scale)?.id ?? null;
}

describe("a likelihood word", () => {
  // The first five stand in the specification (communication.md 5.3).
  it.each([
    [0.11, 0.178, "unlikely"],
    [0.02, 0.09, "very-unlikely"],
    [0.45, 0.6, "about-as-likely-as-not"],
    [0.3, 0.4, null],
    [0.62, 0.71, "more-likely-than-not"],
    [0.992, 1, "virtually-certain"],
    [0.96, 0.99, "extremely-likely"],
    [0.91, 0.97, "very-likely"],
    [0.78, 0.88, "likely"],
    [0.68, 0.97, "likely"],
    [0, 0.004, "exceptionally-unlikely"],
    [0.01, 0.04, "extremely-unlikely"],
    [0.5, 0.7, null], // "More likely than not" begins above one half.
    [0.51, 0.9, "more-likely-than-not"],
    [0, 1, null],
  ])("of the IPCC for %s to %s is %s", (low, high, word) => {
    expect(wordOf(low, high)).toBe(word);
  });

  it.each([
    [0.11, 0.178, "very-unlikely"],
    [0.02, 0.04, "almost-no-chance"],
    [0.25, 0.4, "unlikely"],
    [0.46, 0.54, "roughly-even"],
    [0.6, 0.78, "likely"],
    [0.82, 0.93, "very-likely"],
    [0.96, 0.98, "almost-certain"],
    [0.78, 0.88, null], // Crosses 0.80: numbers alone.
    [0.15, 0.25, null],
    [0, 0.005, null], // No band reaches 0 or 1.
    [0.97, 1, null],
  ])("of ICD 203 for %s to %s is %s", (low, high, word) => {
    expect(wordOf(low, high, "icd-203")).toBe(word);
  });

  it("means different things on the two scales", () => {
    expect([wordOf(0.6, 0.65), wordOf(0.6, 0.65, "icd-203")]).toEqual(["about-as-likely-as-not", "likely"]);
    expect([wordOf(0.02, 0.04), wordOf(0.02, 0.04, "icd-203")]).toEqual([
      "extremely-unlikely",
      "almost-no-chance",
    ]);
  });

  it.each([
    [0.11, 0.178, "complement", "likely"],
    [0.02, 0.09, "complement", "very-likely"],
    [0.78, 0.88, "value", "likely"],
    [0.45, 0.6, "value", "about-as-likely-as-not"],
  ])("for %s to %s is said of the %s", (low, high, side, word) => {
    const told = positiveLikelihood({ low, high }, "ipcc");
    expect([told?.side, told?.term.id]).toEqual([side, word]);
  });
});
