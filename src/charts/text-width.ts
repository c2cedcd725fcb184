/** Size of text in our drawings: 12.5 px where a drawing of 340 units is shown 328 px wide, as on a phone. */
export const textSize = 13;
/** Height of a line of it. */
export const lineHeight = 16;

/** Widths of letters in ems, on the safe side: where Source Sans 3 lacks a letter, a wider face stands in. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Cf}]/u, 0],
  [/[ijl.,:;'|!I\s]/, 0.3],
  [/[frt()/–-]/, 0.38],
  [/[mwMW@%—]/, 0.88],
  [/[0-9]/, 0.53],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFF60\p{Extended_Pictographic}]/u, 1.05],
  [/\p{Lu}/u, 0.67],
  [/[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Devanagari}\p{sc=Thai}]/u, 0.7],
]; // prettier-ignore

/** Width of words in a drawing, in its units, never less than it will be. */
export function textWidth(words: string, size = textSize): number {
  return [...words].reduce(
    (sum, letter) => sum + size * (widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.58),
    0,
  );
}

/**
 * Words in lines no wider than a drawing has room for; a word that is wider itself is cut between letters.
 *
 * @param most - lines there is room for; what does not fit ends in "…", for the table has all of it
 */
export function textLines(words: string, width: number, most = Infinity): string[] {
  const lines: string[] = [];
  let open = "";
  for (const word of words.split(/\s+/).flatMap((one) => brokenWord(one, width))) {
    const longer = open === "" ? word : `${open} ${word}`;
    if (open === "" || textWidth(longer) <= width) open = longer;
    else {
      lines.push(open);
      open = word;
    }
  }
  if (open !== "") lines.push(open);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = [...(kept.at(-1) ?? "")];
  while (last.length > 0 && textWidth(`${last.join("")}…`) > width) last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last.join("").trimEnd()}…`];
}

function brokenWord(word: string, width: number): string[] {
  const parts: string[] = [];
  let open = "";
  for (const letter of word) {
    if (open !== "" && textWidth(open + letter) > width) {
      parts.push(open);
      open = "";
    }
    open += letter;
  }
  return open === "" ? parts : [...parts, open];
}
