import type { CheckedSentence, CheckedText } from "./checked-document.js";

/** Letters on each side of a sentence: a paragraph of ten thousand sentences is not read anew for each of them. */
const farthest = 1_000;

const places = new WeakMap<readonly CheckedSentence[], ReadonlyMap<CheckedSentence, number>>();

/** The words of the paragraph, heading or cell a sentence stands in: what a reader takes in with it. */
export function paragraphOf({ sentences }: CheckedText, sentence: CheckedSentence): string {
  const at = placesOf(sentences).get(sentence);
  if (at === undefined)
    return sentences
      .filter(({ paragraph }) => paragraph === sentence.paragraph)
      .map(({ text }) => text)
      .join(" ");
  const words = [sentence.text];
  for (const step of [-1, 1]) {
    let letters = 0;
    for (let index = at + step; letters < farthest; index += step) {
      const other = sentences[index];
      if (other?.paragraph !== sentence.paragraph) break;
      if (step < 0) words.unshift(other.text);
      else words.push(other.text);
      letters += other.text.length + 1;
    }
  }
  return words.join(" ");
}

/** Sentences of one paragraph stand side by side, so that its own place leads to the others. */
function placesOf(sentences: readonly CheckedSentence[]): ReadonlyMap<CheckedSentence, number> {
  const known = places.get(sentences);
  if (known !== undefined) return known;
  const made = new Map(sentences.map((sentence, index) => [sentence, index]));
  places.set(sentences, made);
  return made;
}
