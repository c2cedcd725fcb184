import { caps } from "../find/confidence/caps.js";
import { confidenceDomains, stops, type Stop } from "../model/confidence.js";
import type { Materials } from "../model/materials.js";
import type { Entry } from "./catalogue-entry.js";

/** C of each stop; a counted fact is no matter of degree. */
const levels: Readonly<Record<Stop, number | null>> = {
  certain: null,
  "well-established": 5,
  "well-supported": 4,
  "partly-supported": 3,
  speculative: 2,
  "highly-speculative": 1,
};

/** How a number may be told at each stop (the IPCC's ladder of precision). */
const tellings: Readonly<Record<Stop, string>> = {
  certain: "as counted; never of what is yet to come",
  "well-established": "plainly, with its range; a likelihood word may follow, with its numbers",
  "well-supported": "plainly, with its range; a likelihood word may follow, with its numbers",
  "partly-supported": "as a number with its range, no likelihood word",
  speculative: "roughly, with its range, no likelihood word",
  "highly-speculative": "only as what was seen so far",
};

/** Stops of the Uncertainty Spectrum: what each means, how a claim gets there, how it may then be told. */
export function stopEntries({ phrases }: Pick<Materials, "phrases">): Entry[] {
  return stops.map((stop) => {
    const level = levels[stop];
    const held = caps
      .filter(({ most }) => most === level)
      .map(({ id }) => phrases[`confidence.cap.${id}`] ?? id);
    return {
      id: stop,
      summary: `${phrases[`confidence.stop.${stop}`] ?? stop}: ${phrases[`confidence.means.${stop}`] ?? ""}`,
      details: [
        level === null
          ? "A claim of the plan with `kind: counted` and a source: arithmetic on an audited log."
          : level === 5
            ? "C = 5: no point off, every question answered, and two other bodies of evidence agree."
            : `C = ${level}: 4 points less ${4 - level}${level === 1 ? " or more" : ""}, or a hard limit.`,
        `Told ${tellings[stop]}.`,
        ...held.map((limit) => `Hard limit: ${limit}`),
        "Source: stems after GRADE; C is computed, never chosen. See `forthright list domains`.",
      ],
    };
  });
}

/** The nine respects in which evidence can fall short: their cut-offs and where these come from. */
export function domainEntries({ phrases }: Pick<Materials, "phrases">): Entry[] {
  return confidenceDomains.map((domain) => {
    const word = (name: string): string => phrases[`confidence.domain.${domain}.${name}`] ?? "";
    return {
      id: domain,
      summary: `takes up to two points off a claim: ${word("name").toLowerCase()}`,
      details: [
        `Nothing off: ${word("zero")}`,
        `One point off: ${word("one")}`,
        `Two points off: ${word("two")}`,
        `Source: ${word("source")}`,
      ],
    };
  });
}
