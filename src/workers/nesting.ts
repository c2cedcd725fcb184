/** Deepest nesting of a text that is parsed. */
export const deepestNesting = 100;

/** Quotes and list marks a line opens with; a list mark has a space behind it, so a line of dashes is none. */
const openers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))+/;

/** Deepest run of openers on one line: quotes, list marks, brackets. A stack of thousands would overflow. */
export function nesting(text: string): number {
  let deepest = 0;
  for (const line of text.split("\n")) {
    const opened = openers.exec(line)?.[0].match(/[>*+.)-]/g)?.length ?? 0;
    let brackets = 0;
    for (const letter of line) {
      if (letter === "[" || letter === "(") brackets += 1;
      else if (letter === "]" || letter === ")") brackets = Math.max(0, brackets - 1);
      deepest = Math.max(deepest, brackets);
    }
    deepest = Math.max(deepest, opened);
  }
  return deepest;
}
