import type { Inline } from "../../model/inline.js";
import { counted, pluralNumber, printedCount } from "../counted.js";
import { denominators, naturalFrequency, type NaturalFrequency } from "../natural-frequency.js";
import { rateSentence } from "../rate-sentence.js";
import type { Slots } from "../say.js";
import { casesSlots } from "../subject-words.js";
import type { Voice } from "../voice.js";
import type { Known } from "./known.js";
import { nounSlots } from "../noun-slots.js";
import type { Pattern } from "./pattern.js";
import { notKnown, notToldAsRate } from "./reasons.js";

/** Shares of positives that are tried out, fractions. */
const baseRates = [0.005, 0.01, 0.05, 0.1] as const;
/** Rates that sentences name; the table has all four. */
const inSentences: readonly number[] = [0.01, 0.1];

/**
 * Pattern D: both error rates are known, how common positives are is not. Precision is never told; what it would be at
 * several base rates is, in counts of one total.
 */
export const whatIf: Pattern = {
  id: "what-if",
  letter: "D",
  summary: "if so many of 1,000 were positive, so many of the flagged would be right: a small table",
  after: false,
  refuse: (voice, { recall, falseAlarms, baseRate }) =>
    notKnown(voice, recall, "recall") ??
    notKnown(voice, falseAlarms, "false-alarms") ??
    (baseRate === null ? null : { phrase: "pattern.why.base-rate-known", slots: nounSlots(voice.words) }) ??
    notToldAsRate(voice, recall, falseAlarms),
  tell: (voice, known) => {
    const { recall, falseAlarms } = known;
    if (recall === null || falseAlarms === null) return [];
    return [
      rateSentence(voice, recall),
      rateSentence(voice, falseAlarms),
      voice.say("pattern.depends", nounSlots(voice.words)),
      ...rowsOf(voice, known)
        .filter(({ baseRate }) => inSentences.includes(baseRate))
        .map((row) => rowSentence(voice, known, row)),
    ];
  },
  grid: (voice, known) => {
    const of = totalOf(voice);
    return {
      id: "what-if",
      caption: voice.say("pattern.what-if.caption", nounSlots(voice.words)),
      note: voice.say("pattern.what-if.note", {
        ...nounSlots(voice.words),
        ...casesSlots(voice, known.slice),
        n: counted(voice, known.recall?.id ?? "", "outOf", of, of),
      }),
      columns: (["positives", "flagged", "right"] as const).map((column) => ({
        label: voice.say(`pattern.what-if.${column}`, nounSlots(voice.words)),
        align: "end" as const,
      })),
      rows: rowsOf(voice, known).map(({ frequency }) => {
        const slots = rowSlots(voice, known, frequency);
        return { cells: [slots.p, slots.f, slots.tp].map((piece) => ({ pieces: [piece] })) };
      }),
      foot: [],
    };
  },
};

interface Row {
  readonly baseRate: number;
  readonly frequency: NaturalFrequency;
}

function rowsOf(voice: Voice, { recall, falseAlarms }: Known): Row[] {
  if (recall?.value == null || falseAlarms?.value == null) return [];
  const rates = { recall: recall.value, falseAlarmShare: falseAlarms.value };
  return baseRates.map((baseRate) => ({
    baseRate,
    frequency: naturalFrequency({ ...rates, baseRate }, totalOf(voice)),
  }));
}

/** One total for every row, large enough that the smallest share of positives is a whole number of cases. */
function totalOf(voice: Voice): number {
  return Math.max(1_000, voice.outOf.cases);
}

/**
 * The total of a document that tells what would be: the smallest at which every row has five positives and keeps the
 * precision read off whole numbers within 0.005 (R3), else the largest.
 */
export function whatIfTotal(rates: { readonly recall: number; readonly falseAlarmShare: number }): number {
  const exact = (outOf: number): boolean =>
    baseRates.every((baseRate) => {
      const { positives, caught, flagged, precision } = naturalFrequency({ ...rates, baseRate }, outOf);
      if (positives.printed < 5) return false;
      if (precision === null) return true;
      return flagged.printed > 0 && Math.abs(caught.printed / flagged.printed - precision) <= 0.005;
    });
  return denominators.find(exact) ?? 100_000;
}

function rowSentence(voice: Voice, known: Known, { frequency }: Row): readonly Inline[] {
  const none = frequency.flagged.printed === 0 ? "pattern.what-if.none" : "pattern.what-if.row";
  return voice.say(none, rowSlots(voice, known, frequency));
}

function rowSlots(voice: Voice, known: Known, frequency: NaturalFrequency) {
  const { outOf, positives, caught, flagged } = frequency;
  const [recall = "", alarms = ""] = [known.recall?.id, known.falseAlarms?.id];
  return {
    ...nounSlots(voice.words),
    ...casesSlots(voice, known.slice),
    n: counted(voice, recall, "outOf", outOf, outOf),
    p: printedCount(voice, recall, "positives", positives, outOf),
    p_n: pluralNumber(positives),
    tp: printedCount(voice, recall, "caught", caught, outOf),
    f: printedCount(voice, alarms, "flagged", flagged, outOf),
  } satisfies Slots;
}
