import type { Rule } from "../rule.js";

/** A percentage says nothing until the reader knows what it is a share of. */
export const percentageWithoutDenominator: Rule = {
  id: "percentage-without-denominator",
  alias: "L01",
  severity: "error",
  summary: "Every percentage says what it is a share of.",
  why: "85 % of the alerts and 85 % of the frauds are different promises. A percentage alone leaves the reader to choose.",
  source: "Gigerenzer 2005, chance of rain in five cities; Trevena 2013",
  examples: { ok: ["85 % of the customers picked are high-value."], notOk: ["Accuracy is 85 %."] },
  text: ({ text, annex }) => {
    if (annex) return [];
    const bare = [...text.matchAll(/\d+(?:\.\d+)?\s?%/g)].filter(
      (match) => !isShareOfSomething(text, match.index, match[0].length),
    );
    return bare.map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: `Unexpected "${match[0]}" without what it is a share of, expected "${match[0]} of ...".`,
      hint: "Name the class, or use :rate{ref=...}.",
    }));
  },
};

function isShareOfSomething(text: string, at: number, length: number): boolean {
  const after = text.slice(at + length, at + length + 60);
  const before = text.slice(0, at);
  if (/^\s*(of|above|below)\s+\p{L}/iu.test(after)) return true;
  if (/^\s*(range|interval|confidence|bound)/i.test(after)) return true; // The level of an interval, not a share.
  return before.lastIndexOf("(") > before.lastIndexOf(")") && /^[^)]*\)/.test(after);
}
