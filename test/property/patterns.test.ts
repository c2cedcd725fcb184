import process from "node:process";
import { expect, it } from "vitest";

import { checkPatterns } from "./check-patterns.js";
import { readEnglish } from "./read-english.js";
import { readPhrases } from "./read-phrases.js";

/** `npm run property` asks for the nightly number. */
const runs = Number(process.env.PROPERTY_RUNS ?? 3_000);

it(
  `chooses the right pattern and says nothing that the counts do not bear, in ${runs} random tables`,
  { timeout: 30 * 60_000 },
  () => {
    const { complaints, told } = checkPatterns(readPhrases(), runs, 20261122, readEnglish);
    expect(complaints.slice(0, 5)).toEqual([]);
    // A pattern that is never chosen is not tested.
    for (const letter of ["A", "B", "D", "E", "F", "G", "-", "money"])
      expect(told[letter] ?? 0, letter).toBeGreaterThan(runs / 200);
  },
);
