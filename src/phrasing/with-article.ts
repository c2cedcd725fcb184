/**
 * An English noun phrase with "a" or "an", by its first sound.
 *
 * @example withArticle("honest application") // "an honest application"
 */
export function withArticle(noun: string): string {
  const sound = noun.toLowerCase();
  if (/^(honest|honou?r|hour|heir)/.test(sound)) return `an ${noun}`;
  if (/^(uni([^nm]|$)|use|usual|user|eu|one|once|u[^a-z])/.test(sound)) return `a ${noun}`;
  return /^[aeiou]/.test(sound) ? `an ${noun}` : `a ${noun}`;
}
