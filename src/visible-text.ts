/** Longest run of letters that is left whole: longer ones stall the browser's line breaking. */
const longestWord = 200;

/**
 * Text from data or an author, made safe to look at: characters that are invisible or change the direction of
 * writing are shown as `[U+202E]`, accents are composed (NFC), endless words are broken.
 */
export function visibleText(text: string): string {
  const shown = showInvisible(text.normalize("NFC"));
  return shown.length <= longestWord ? shown : shown.replace(endlessWord, "$& ");
}

const endlessWord = new RegExp(`\\S{${longestWord}}(?=\\S)`, "gu");

/** The same text, with what no eye can see, and what a terminal would obey, as code points. */
export function showInvisible(text: string): string {
  return ordinary.test(text) ? text : text.replace(invisible, showCodePoint);
}

/** True when the text holds a character that `visibleText` would show as a code point. */
export function hasInvisible(text: string): boolean {
  return !ordinary.test(text) && text.search(invisible) >= 0;
}

/**
 * A copy of plain data with `showInvisible` in every string, for what a page or a picture is made from.
 *
 * JSON writes control characters as escapes, those of line ends and tabs being no harm. A chart has thousands of strings,
 * and most charts nothing to show: one look at all of them spares thousands.
 */
export function showInvisibleIn<Data>(data: Data): Data {
  const json = JSON.stringify(data);
  if (!hasInvisible(json) && !/\\[ubfr]/.test(json)) return JSON.parse(json) as Data;
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === "string" ? showInvisible(value) : value,
  ) as Data;
}

/** Latin letters, digits and marks, none of them suspect: nearly every text, and told several times faster. */
const ordinary = /^[\n\t -~\u00A0-\u024F\u2010-\u2027]*$/;

// Soft hyphens and zero-width joiners belong to ordinary writing; everything else of this class is suspect.
const invisible = /(?!\u00AD|\u200C|\u200D|\n|\t)\p{C}/gu;

function showCodePoint(letter: string): string {
  return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}
