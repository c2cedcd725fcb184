import { noun } from "./counted.js";
import type { NounName, SpokenWords } from "./spoken-words.js";
import type { Slots } from "./say.js";
import { withArticle } from "./with-article.js";

/** One or many of a noun, in the form it has after "of": "of 12 applications", "von 12 Anträgen". */
export function ofNoun(words: SpokenWords, name: NounName, count: number): string {
  return noun(words.declined?.of[name] ?? words[name], count);
}

/** A noun with its indefinite article: "an honest application", "ein ehrlicher Antrag". */
export function aNoun(words: SpokenWords, name: NounName): string {
  return words.declined?.a[name] ?? withArticle(words[name][0]);
}

/**
 * The nouns and verbs that every phrase may use without being given them. `of_...` is the form after "of": the
 * plain plural in English, the dative in German, so that phrases of all languages share their slots.
 */
export function nounSlots(words: SpokenWords): Slots {
  const known = slotsOfWords.get(words);
  if (known !== undefined) return known;
  const slots = {
    one_case: words.case[0],
    cases: words.case[1],
    positives: words.positive[1],
    negatives: words.negative[1],
    of_cases: ofNoun(words, "case", 2),
    of_positives: ofNoun(words, "positive", 2),
    of_negatives: ofNoun(words, "negative", 2),
    a_positive: aNoun(words, "positive"),
    a_negative: aNoun(words, "negative"),
    flagged: words.flagged,
    missed: words.missed,
    unflagged: words.unflagged,
    form: "plain",
  };
  slotsOfWords.set(words, slots);
  return slots;
}

// A slider asks for them on every frame.
const slotsOfWords = new WeakMap<SpokenWords, Slots>();
