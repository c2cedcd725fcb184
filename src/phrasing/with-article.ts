const german = { m: "ein", f: "eine", n: "ein" } as const;

/**
 * A noun phrase with its indefinite article: in English "a" or "an" by its first sound, in German by its gender.
 *
 * @param gender - of a German noun; an English one has none
 * @example withArticle("honest application") // "an honest application"
 */
export function withArticle(noun: string, gender?: keyof typeof german): string {
  if (gender !== undefined) return `${german[gender]} ${noun}`;
  const sound = noun.toLowerCase();
  if (/^(honest|honou?r|hour|heir)/.test(sound)) return `an ${noun}`;
  if (/^(uni([^nm]|$)|use|usual|user|eu|one|once|u[^a-z])/.test(sound)) return `a ${noun}`;
  return /^[aeiou]/.test(sound) ? `an ${noun}` : `a ${noun}`;
}
