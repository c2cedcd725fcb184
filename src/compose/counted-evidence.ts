import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { text } from "../phrasing/inline.js";
import type { DocumentContext } from "./context.js";

/**
 * What was counted, as a list: "390 genuine comparisons, 520 impostor comparisons and 26 people". Cases alone where
 * a kind of evidence counts nothing else.
 */
export function countedEvidence({ voice, evaluation }: DocumentContext): readonly Inline[] {
  const ref = `evaluation:${evaluation.id}`;
  const parts = Object.entries(evaluation.counts ?? {}).map(([name, n]): readonly Inline[] => {
    const number = counted(voice, ref, "n", n);
    const id = `count.${name}`;
    return voice.knows(id)
      ? voice.say(id, { n: number, count: n })
      : [number, text(` ${name.replaceAll("-", " ")}`)];
  });
  const cases = (): readonly Inline[] => [
    counted(voice, ref, "n", evaluation.used),
    text(` ${voice.words.case[evaluation.used === 1 ? 0 : 1]}`),
  ];
  return joined(parts.length === 0 ? [cases()] : parts, voice.say("evidence.and"));
}

/** "a, b and c". */
function joined(parts: readonly (readonly Inline[])[], and: readonly Inline[]): readonly Inline[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return index === parts.length - 1 ? [...and, ...part] : [text(", "), ...part];
  });
}
