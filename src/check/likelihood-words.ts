/** Words for a likelihood that both scales have, and those that only one of them has. */
export const likelihoodWords: Readonly<Record<string, { both: string; ipcc: string; icd: string }>> = {
  en: {
    both: "very likely|very unlikely|likely|unlikely",
    ipcc: "virtually certain|extremely likely|extremely unlikely|exceptionally unlikely|about as likely as not|more likely than not",
    icd: "almost no chance|a remote chance|highly improbable|highly probable|very probable|very probably|improbable|improbably|probable|probably|roughly even (?:chance|odds)|almost certain|almost certainly|nearly certain",
  },
  de: {
    both: "sehr wahrscheinlich|sehr unwahrscheinlich|wahrscheinlich|unwahrscheinlich",
    ipcc: "praktisch sicher|äußerst wahrscheinlich|äußerst unwahrscheinlich|außergewöhnlich unwahrscheinlich|etwa so wahrscheinlich wie nicht|eher wahrscheinlich als nicht",
    icd: "so gut wie ausgeschlossen|höchst unwahrscheinlich|höchst wahrscheinlich|höchstwahrscheinlich|etwa gleich wahrscheinlich|fast sicher|nahezu sicher|vermutlich",
  },
};

/** A pattern that finds any of the words, the longest first, in any language that has a list. */
export function likelihoodPattern(lang: string): RegExp | null {
  const words = likelihoodWords[lang];
  if (words === undefined) return null;
  const all = [words.both, words.ipcc, words.icd].join("|").split(/\|(?![^(]*\))/);
  const sorted = all.toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}-])(?:${sorted.join("|")})(?![\\p{L}-])`, "giu");
}
