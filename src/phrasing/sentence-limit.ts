/**
 * Most words of one sentence, by language, before most readers lose the thread.
 *
 * English: 25, the limit of the British government's style guide. German: 22. It says in one compound what English
 * says in three words (Fehlalarm, Betrugsversuch), so 22 German words hold about what 25 English ones do, and its verb
 * often comes last: a reader has to keep all that stands before it in mind.
 */
const mostWords: Readonly<Record<string, number>> = { en: 25, de: 22 };

/** @returns the limit of the language; that of English for one nobody has set a limit for */
export function sentenceLimit(lang: string): number {
  return mostWords[lang] ?? 25;
}

/** Words of a text: runs between spaces that hold a letter or a digit. In one pass, for it is asked of every sentence. */
export function wordCount(text: string): number {
  let count = 0;
  let isWord = false;
  for (const letter of text) {
    const isSpace = letter <= " " || (letter > "~" && /\s/.test(letter));
    if (isSpace) {
      if (isWord) count += 1;
      isWord = false;
    } else isWord ||= letter > "~" ? /\p{L}/u.test(letter) : /[A-Za-z\d]/.test(letter);
  }
  return isWord ? count + 1 : count;
}
