import { describe, expect, it } from "vitest";

import { workspace } from "../hostile/workspace.js";

const folder = workspace();

/** What `forthright explain` prints, spaces made plain. */
async function explained(id: string): Promise<string> {
  const { code, stdout } = await folder.run(["explain", id]);
  expect(code, id).toBe(0);
  return stdout.replace(/\s+/g, " ");
}

describe("explain", () => {
  it.each([
    ["certain", "arithmetic on an audited log"],
    [
      "well-established",
      "C = 5: no point off, every question answered, and two other bodies of evidence agree.",
    ],
    ["well-supported", "a likelihood word may follow"],
    ["partly-supported", "no predictions to count again: at most partly supported"],
    ["speculative", "fewer than 30 cases: at most speculative"],
    ["highly-speculative", "C = 1: 4 points less 3 or more, or a hard limit."],
  ])("says what the stop %s means", async (stop, text) => {
    expect(await explained(stop)).toContain(text);
  });

  it.each([
    ["directness", "Two points off: public benchmark, vendor, simulation"],
    ["shift", "index 0.1 to 0.25, and above its 95th percentile without change"],
    ["age", "3 months against attackers, 6 for demand, 12 for credit, 24 for what hardly changes"],
    ["labels", "kappa below 0.6"],
    ["replication", "the ranges lie apart"],
    ["provenance", "Source: Ours"],
    ["calibration", "the calibration gate passes"],
    ["adversary", "every kind of attack in scope was tried"],
    ["precision", "(domain) takes up to two points off a claim: width of the range"],
  ])("says what takes points off by %s, and from where the cut-offs are", async (domain, text) => {
    expect(await explained(domain)).toContain(text);
  });
});

describe("explain, of what an author writes", () => {
  it.each([
    ["rate", ':rate{ref="..." side="..." range="..."} ', "side is one of value, complement"],
    ["analogy", 'on a line of its own: ::analogy{id="..." of="..." plain="..."}', "In a note"],
    ["masthead", "In a template", "masthead"],
    ["both-error-rates", "(condition)", "requires: [both-error-rates]"],
  ])("tells how %s is written", async (id, ...told) => {
    const text = await explained(id);
    for (const piece of told) expect(text).toContain(piece);
  });

  it("asks for the project that patterns are explained of", async () => {
    const { code, stderr } = await folder.run(["explain", "patterns"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("explain patterns my-model")]);
  });
});
