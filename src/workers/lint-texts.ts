import type { Message } from "../errors.js";
import { createWorker } from "./limited-worker.js";
import type { LintAnswer, LintedText, LintQuestion, TextToLint } from "./text-linter.js";
import { tooMuch } from "./too-much.js";

export type { LintedText, TextToLint } from "./text-linter.js";

/** Letters asked about at once: a thread is asked less often, and a text that is too much costs few others. */
const lettersAtOnce = 128 * 1024;

/**
 * Reads texts without facts in a worker, with a limit on memory, by the rules that read words alone.
 *
 * A text that would take for ever is left out with a message; the others are read all the same.
 *
 * @throws UserError when a text hangs its reader all the same
 */
export async function lintTexts(
  texts: readonly TextToLint[],
  lang: string,
): Promise<{ readonly linted: readonly LintedText[]; readonly messages: readonly Message[] }> {
  const worker = createWorker<LintQuestion, LintAnswer>("dist/text-linter.js", {
    seconds: 120,
    megabytes: 256,
  });
  const linted: LintedText[] = [];
  const messages: Message[] = [];
  const read = async (some: readonly TextToLint[]): Promise<void> => {
    const [only] = some;
    const answer = await worker.ask({ texts: some, lang }, only?.key ?? "");
    if (!("error" in answer)) linted.push(...answer.linted);
    else if (some.length === 1 && only !== undefined) messages.push(leftOut(only, answer.error));
    else for (const one of some) await read([one]);
  };
  const problems = texts.map((text) => ({ text, problem: tooMuch(text.text) }));
  messages.push(
    ...problems.flatMap(({ text, problem }) => (problem === null ? [] : [leftOut(text, problem)])),
  );
  const open = problems.flatMap(({ text, problem }) => (problem === null ? [text] : []));
  try {
    for (const some of portions(open)) await read(some);
  } finally {
    worker.close();
  }
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
