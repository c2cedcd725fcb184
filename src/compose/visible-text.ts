/** Longest run of letters that is left whole: longer ones stall the browser's line breaking. */
const longestWord = 200;

/**
 * Text from data or an author, made safe to look at: characters that are invisible or change the direction of
 * writing are shown as `[U+202E]`, accents are composed (NFC), endless words are broken.
 */
export function visibleText(text: string): string {
  const shown = text.normalize("NFC").replace(/[^\P{C}\n\t]/gu, showCodePoint);
  return shown.replace(new RegExp(`\\S{${longestWord}}(?=\\S)`, "gu"), "$& ");
}

/** True when the text holds a character that `visibleText` would have to show as a code point. */
export function hasInvisible(text: string): boolean {
  return /[^\P{C}\n\t]/u.test(text);
}

function showCodePoint(letter: string): string {
  // Soft hyphens and zero-width joiners belong to ordinary writing; everything else of this class is suspect.
  if (letter === "\u00AD" || letter === "\u200C" || letter === "\u200D") return letter;
  return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}
