import process from "node:process";
import { expect, it } from "vitest";

import { checkSentences } from "./check-sentences.js";
import { readPhrases } from "./read-phrases.js";

/** `npm run property` asks for the nightly number. */
const runs = Number(process.env.PROPERTY_RUNS ?? 12_000);

it(
  `says nothing that the four counts and the base rate do not bear, in ${runs} random tables`,
  { timeout: 30 * 60_000 },
  () => {
    expect(checkSentences(readPhrases(), runs, 20261121).slice(0, 5)).toEqual([]);
  },
);
