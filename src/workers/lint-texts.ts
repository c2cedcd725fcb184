import type { Message } from "../errors.js";
import { createWorker } from "./limited-worker.js";
import { deepestNesting, nesting } from "./nesting.js";
import type { LintAnswer, LintedText, LintQuestion, TextToLint } from "./text-linter.js";

export type { LintedText, TextToLint } from "./text-linter.js";

/** Letters asked about at once: a thread is asked less often, and a text that is too much costs few others. */
const lettersAtOnce = 128 * 1024;

/**
 * Reads texts without facts in a worker, with a limit on time and memory, by the rules that read words alone.
 *
 * A text that takes too long is left out with a message; the others are read all the same.
 */
export async function lintTexts(
  texts: readonly TextToLint[],
  lang: string,
): Promise<{ readonly linted: readonly LintedText[]; readonly messages: readonly Message[] }> {
  const worker = createWorker<LintQuestion, LintAnswer>("dist/text-linter.js", {
    seconds: 5,
    megabytes: 256,
  });
  const linted: LintedText[] = [];
  const messages: Message[] = [];
  const read = async (some: readonly TextToLint[]): Promise<void> => {
    const answer = await worker.ask({ texts: some, lang });
    const [only] = some;
    if (!("error" in answer)) linted.push(...answer.linted);
    else if (some.length === 1 && only !== undefined) messages.push(leftOut(only, answer.error));
    else for (const one of some) await read([one]);
  };
  const isDeep = ({ text }: TextToLint): boolean => nesting(text) > deepestNesting;
  messages.push(
    ...texts.filter(isDeep).map((text) => leftOut(text, `it nests deeper than ${deepestNesting} levels`)),
  );
  for (const some of portions(texts.filter((text) => !isDeep(text)))) await read(some);
  worker.close();
  return { linted, messages };
}

function portions(texts: readonly TextToLint[]): readonly TextToLint[][] {
  const all: TextToLint[][] = [];
  let letters = Infinity;
  for (const text of texts) {
    letters += text.text.length;
    if (letters > lettersAtOnce) {
      all.push([]);
      letters = text.text.length;
    }
    all.at(-1)?.push(text);
  }
  return all;
}

function leftOut({ key }: TextToLint, problem: string): Message {
  return {
    code: "E-NOTE",
    severity: "error",
    place: { file: key },
    text: `This text is not read: ${problem}.`,
    hint: "Make it simpler or shorter.",
  };
}
