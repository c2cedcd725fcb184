import type { Assessment } from "../model/assessment.js";

/**
 * Keeps, of the names given for other languages, those of what the edition still holds: a name of an attack, in
 * any language, would tell that it was tried.
 */
export function withNamesTold(assessment: Assessment): Assessment {
  const { words, ...others } = assessment;
  if (words.de?.names === undefined) return assessment;
  const held = JSON.stringify(others);
  const names = Object.entries(words.de.names).filter(([key]) => held.includes(inJson(namedBy(key))));
  return { ...assessment, words: { ...words, de: { ...words.de, names: Object.fromEntries(names) } } };
}

/** The value of `column=value`, else the key itself. */
function namedBy(key: string): string {
  return /^[^=]*?!?=(.+)$/s.exec(key)?.[1] ?? key;
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
