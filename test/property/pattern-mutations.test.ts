import { describe, expect, it } from "vitest";

import { checkPatterns } from "./check-patterns.js";
import { readEnglish } from "./read-english.js";
import { readPhrases } from "./read-phrases.js";

/*
 * A guard that never failed is no guard: each mutation below makes a phrase say something false in the way such
 * sentences go wrong, and the property test must notice every one.
 */
const mutations: readonly (readonly [what: string, id: string, from: string, to: string])[] = [
  [
    "right and wrong picks swapped",
    "pattern.per-hundred",
    "{right} rightly and {wrong} wrongly",
    "{wrong} rightly and {right} wrongly",
  ],
  [
    "the list told of the flagged",
    "pattern.per-hundred",
    "{of} {positives} out there",
    "{of} {cases} {flagged}",
  ],
  ["what-if told of the positives", "pattern.what-if.row", "{tp} of {f}", "{tp} of {p}"],
  [
    "F1 told as right ones of 100 flagged",
    "pattern.f1",
    "{of} {positives} rightly {flagged}",
    "{of} {cases} {flagged}",
  ],
  ["F1 said to know its mistakes", "pattern.f1-kinds", "does not say", "says"],
  [
    "bounds of precision told of the positives",
    "pattern.f1-bounds",
    "every {of} {flagged}",
    "every {of} {positives}",
  ],
  [
    "accuracy with its sides swapped",
    "pattern.accuracy",
    "{right} {right_n, plural, one {was} other {were}} judged rightly and {wrong} wrongly",
    "{wrong} {right_n, plural, one {was} other {were}} judged rightly and {right} wrongly",
  ],
  ["counts of the wrong class", "pattern.counted", "{p} {n_positives} and {n}", "{n} {n_positives} and {p}"],
  ["a loss told as a gain", "budget.model-loses", "loses about", "gains about"],
  [
    "a doubtful gain told as one",
    "budget.model-unclear",
    "could gain or lose against doing nothing: {range, select, known {{low} to {high}} other {about {net}}}",
    "gains about {net} against doing nothing",
  ],
  ["the value of the missed told of the list", "budget.missed", "about {value}", "about {low}"],
  [
    "the wrong picks a right one pays for, turned round",
    "budget.wrong-per-right",
    "right one pays for up to {most} wrong",
    "wrong one pays for up to {most} right",
  ],
];

describe("a mutation of a phrase is noticed", () => {
  it.each(mutations)("%s", (_what, id, from, to) => {
    const phrases = readPhrases();
    const phrase = phrases[id] ?? "";
    expect(phrase.split(from), `"${from}" stands once in ${id}`).toHaveLength(2);
    const mutated = { ...phrases, [id]: phrase.replace(from, to) };
    expect(checkPatterns(mutated, 1_500, 7, readEnglish).complaints).not.toEqual([]);
  });
});
