import type { DatumPart } from "../model/inline.js";
import type { CheckedDocument, CheckedSentence } from "./checked-document.js";
import type { ClaimComplaint } from "./rule.js";

/** Parts of one picture that make another: caught and missed are the positives. */
const sums: readonly (readonly [DatumPart, DatumPart, DatumPart])[] = [
  ["caught", "missed", "positives"],
  ["falseAlarms", "leftAlone", "negatives"],
  ["caught", "falseAlarms", "flagged"],
  ["positives", "negatives", "outOf"],
];

/**
 * Traced numbers of one sentence that do not agree with each other or with their estimate. Ours agree by
 * construction; a directive or a template of somebody else's need not.
 */
export function brokenSums(document: CheckedDocument): ClaimComplaint[] {
  return document.sentences.flatMap((sentence) =>
    sentence.numbers.length === 0
      ? []
      : [...brokenAmongThem(sentence), ...otherThanMeasured(sentence, document)],
  );
}

/** One number alone agrees with itself. */
function brokenAmongThem(sentence: CheckedSentence): ClaimComplaint[] {
  return sentence.numbers.length < 2 ? [] : [...brokenParts(sentence), ...brokenRange(sentence)];
}

function brokenParts(sentence: CheckedSentence): ClaimComplaint[] {
  const numbers = valuesByPart(sentence);
  return sums.flatMap(([first, second, whole]) => {
    const [a, b, sum] = [first, second, whole].map((part) => numbers.get(part));
    if (a == null || b == null || sum == null || Math.abs(a + b - sum) < 1) return [];
    return [
      {
        sentence,
        text: `Unexpected ${a} and ${b}, which make ${a + b}, expected parts of ${sum}.`,
        hint: "Round the whole first and its parts after it.",
      },
    ];
  });
}

/** The one number of each part of a sentence; null where there are two, as in "if twice as common". */
function valuesByPart({ numbers }: CheckedSentence): ReadonlyMap<DatumPart, number | null> {
  const found = new Map<DatumPart, number | null>();
  for (const { datum } of numbers) {
    const before = found.get(datum.part);
    found.set(datum.part, before === undefined || before === datum.value ? datum.value : null);
  }
  return found;
}

function brokenRange(sentence: CheckedSentence): ClaimComplaint[] {
  const refs = new Set(sentence.numbers.map(({ datum }) => datum.ref));
  return [...refs].flatMap((ref) => {
    const own = sentence.numbers.filter(({ datum }) => datum.ref === ref).map(({ datum }) => datum);
    const one = (part: DatumPart) => {
      const [first, ...more] = own.filter((datum) => datum.part === part);
      return more.length === 0 ? first : undefined;
    };
    const [point, low, high] = [one("value"), one("low"), one("high")];
    if (point === undefined || (low ?? high)?.of !== point.of) return [];
    const below = low !== undefined && point.value < low.value;
    const above = high !== undefined && point.value > high.value;
    if (!below && !above) return [];
    return [
      {
        sentence,
        text: `Unexpected range ${low?.text ?? ""} to ${high?.text ?? ""} without ${point.text} in it, expected one that holds its point.`,
        hint: "Tell both of the same side: :rate{ref=...} does.",
      },
    ];
  });
}

/** A number that names an estimate and is another. */
function otherThanMeasured(sentence: CheckedSentence, { estimate }: CheckedDocument): ClaimComplaint[] {
  return sentence.numbers.flatMap(({ datum, start, end }) => {
    const own = estimate(datum.ref);
    const measured =
      datum.part === "value"
        ? own?.value
        : datum.part === "complement" && own?.value != null
          ? 1 - own.value
          : null;
    if (own?.unit !== "share" || measured == null || datum.of === undefined) return [];
    // "10 more" and "10 fewer" tell a difference by its size: which way it goes is in the word.
    const size = own.metric.endsWith("-difference") ? Math.abs : (share: number): number => share;
    if (Math.abs(size(datum.value / datum.of) - size(measured)) <= 0.51 / datum.of) return [];
    return [
      {
        sentence,
        start,
        end,
        text: `Unexpected ${datum.text} of ${datum.of} for ${own.id}, expected ${(measured * datum.of).toFixed(1)}.`,
        hint: "Let :rate{ref=...} print it.",
      },
    ];
  });
}
