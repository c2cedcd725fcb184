/** Deepest nesting of a text that is parsed. */
export const deepestNesting = 100;

/** Quotes and list marks a line opens with; a list mark has a space behind it, so a line of dashes is none. */
const openers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))+/;
const listMark = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const containerOpens = /^\s*:{3,}[a-z]/i;
const containerEnds = /^\s*:{3,}\s*$/;

/**
 * Deepest nesting of a text: quotes, list marks and brackets of one line, lists within lists by their margins, and
 * containers that are open at once. A stack of thousands would overflow, and of hundreds be parsed for minutes.
 */
export function nesting(text: string): number {
  let deepest = 0;
  let containers = 0;
  const margins: number[] = [];
  for (const line of text.split("\n")) {
    const opened = openers.exec(line)?.[0].match(/[>*+.)-]/g)?.length ?? 0;
    let brackets = 0;
    for (const letter of line) {
      if (letter === "[" || letter === "(") brackets += 1;
      else if (letter === "]" || letter === ")") brackets = Math.max(0, brackets - 1);
      deepest = Math.max(deepest, brackets);
    }
    if (containerOpens.test(line)) containers += 1;
    else if (containerEnds.test(line)) containers = Math.max(0, containers - 1);
    const margin = listMark.exec(line)?.[1]?.length;
    if (margin !== undefined) {
      while ((margins.at(-1) ?? -1) >= margin) margins.pop();
      margins.push(margin);
    } else if (/^\S/.test(line)) margins.length = 0;
    deepest = Math.max(deepest, opened, containers, margins.length);
  }
  return deepest;
}
