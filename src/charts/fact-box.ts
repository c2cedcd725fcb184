import type { Chart, ChartPanel } from "../model/chart.js";
import type { Grid, GridCell, GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { baselineFrequency, rangeSlots } from "../phrasing/baseline-sentence.js";
import { noun, pluralNumber, printedCount } from "../phrasing/counted.js";
import { formatCount } from "../phrasing/format-number.js";
import { frequencyOf, type FrequencyFacts } from "../phrasing/frequency-sentences.js";
import { plainText, text } from "../phrasing/inline.js";
import type { NaturalFrequency } from "../phrasing/natural-frequency.js";
import { nounSlots, ofNoun } from "../phrasing/noun-slots.js";
import { shortRange } from "../phrasing/rate-sentence.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { drawArray, marksPerRow, mostIcons } from "./draw-array.js";
import { frequencyFacts } from "./frequency-facts.js";

/**
 * What the model gains and what it costs, in the same unit, beside the process without it (Harding Center fact box):
 * two fields of marks with the same total, and the counts below them. The column without the model comes from the
 * evidence that `documents[].baseline` names; where none is, it says that nobody measured it, and its field is empty.
 */
export const factBox: ChartKind = {
  id: "fact-box",
  summary: "gains and costs in counts of one total, without the model and with it",
  tasks: ["binary"],
  missing: "chart.no-frequencies",
  draw: (context) => {
    const { voice, baseline } = context;
    const facts = frequencyFacts(context, null);
    const frequency = facts === null ? null : frequencyOf(voice, facts);
    if (facts === null || frequency === null) return null;
    const now = { facts, frequency };
    const before = baselineFrequency(voice, baseline);
    const without =
      baseline === null || before === null ? null : { facts: baseline.facts, frequency: before };
    const slots = slotsOf(voice, now, without);
    const isDrawn = frequency.outOf <= mostIcons;
    return {
      kind: "fact-box",
      id: "fact-box",
      title: voice.say("picture.fact-box.title", slots),
      note: [
        ...voice.say(isDrawn ? "chart.icon-array.note" : "picture.fact-box.note", slots),
        text(" "),
        ...noteOf(context),
      ],
      alt: plainText(voice.say("picture.fact-box.alt", slots)),
      panels: isDrawn ? panelsOf(voice, frequency, before) : [],
      grid: gridOf(context, now, without, slots.n),
      gridOpen: true,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

/** One of the two columns. */
interface Arm {
  readonly facts: FrequencyFacts;
  readonly frequency: NaturalFrequency;
}

const outcomes = {
  caught: "recall",
  missed: "recall",
  falseAlarms: "falseAlarms",
  leftAlone: "falseAlarms",
  flagged: "falseAlarms",
} as const;
type Outcome = keyof typeof outcomes;

function countOf(voice: Voice, { facts, frequency }: Arm, outcome: Outcome): Inline {
  const { id } = facts[outcomes[outcome]];
  return printedCount(voice, id, outcome, frequency[outcome], frequency.outOf);
}

function slotsOf(voice: Voice, arm: Arm, without: Arm | null) {
  const { facts, frequency } = arm;
  const { words } = voice;
  const { outOf, positives } = frequency;
  const before = (outcome: Outcome) => (without === null ? "" : countOf(voice, without, outcome));
  return {
    ...nounSlots(words),
    n: {
      type: "datum",
      ref: facts.baseRate.id,
      part: "outOf",
      value: outOf,
      text: formatCount(outOf, voice.lang),
      of: outOf,
    } satisfies Inline,
    row: marksPerRow(outOf),
    known: without === null ? "no" : "yes",
    p: printedCount(voice, facts.baseRate.id, "positives", positives, outOf),
    of_positives: ofNoun(words, "positive", pluralNumber(positives)),
    fp_negatives: noun(words.negative, pluralNumber(frequency.falseAlarms)),
    tp: countOf(voice, arm, "caught"),
    tp_n: pluralNumber(frequency.caught),
    fn: countOf(voice, arm, "missed"),
    fp: countOf(voice, arm, "falseAlarms"),
    fp_n: pluralNumber(frequency.falseAlarms),
    tn: countOf(voice, arm, "leftAlone"),
    tp0: before("caught"),
    fn0: before("missed"),
    fp0: before("falseAlarms"),
    tn0: before("leftAlone"),
  };
}

function noteOf({ voice, baseRate }: ChartContext): readonly Inline[] {
  return voice.say("table.fact-box.note", {
    source: baseRate?.source ?? "",
    sourced: baseRate?.source == null ? "no" : "yes",
    window: baseRate?.window ?? "",
    windowed: baseRate?.window == null ? "no" : "yes",
  });
}

function panelsOf(
  voice: Voice,
  now: NaturalFrequency,
  before: NaturalFrequency | null,
): readonly ChartPanel[] {
  const picture = drawArray(now);
  const { width, height } = picture;
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="unmeasured"><rect x="1" y="1" width="${width - 2}" height="${height - 2}"/></svg>`;
  const without = voice.say("table.fact-box.without");
  return [
    before === null
      ? {
          title: [...without, text(": "), ...voice.say("table.fact-box.not-measured")],
          picture: { type: "svg", svg: frame, width, height },
          key: null,
        }
      : { title: without, picture: drawArray(before), key: null },
    { title: voice.say("table.fact-box.with"), picture, key: null },
  ];
}

function gridOf(context: ChartContext, now: Arm, without: Arm | null, n: Inline): Grid {
  const { voice, baseline } = context;
  const { words } = voice;
  const unmeasured: GridCell = { pieces: voice.say("table.fact-box.not-measured") };
  const row = (phrase: string, outcome: Outcome, mark?: NonNullable<GridCell["mark"]>): GridRow => {
    const count = pluralNumber(now.frequency[outcome]);
    return {
      cells: [
        {
          pieces: voice.say(`table.fact-box.${phrase}`, {
            positives: noun(words.positive, count),
            negatives: noun(words.negative, count),
            cases: noun(words.case, count),
            flagged: words.flagged,
            missed: words.missed,
            unflagged: words.unflagged,
          }),
          ...(mark === undefined ? {} : { mark }),
        },
        without === null ? unmeasured : { pieces: [countOf(voice, without, outcome)] },
        { pieces: [countOf(voice, now, outcome)] },
      ],
    };
  };
  const group = (phrase: string): GridRow => ({
    opens: true,
    strong: true,
    cells: [{ pieces: voice.say(`table.fact-box.${phrase}`) }, { pieces: [] }, { pieces: [] }],
  });
  return {
    id: "fact-box",
    caption: [],
    note: [],
    columns: [
      { label: voice.say("table.fact-box.of", { n, cases: words.case[1] }), align: "start" },
      { label: voice.say("table.fact-box.without"), align: "end" },
      { label: voice.say("table.fact-box.with"), align: "end" },
    ],
    rows: [
      group("gains"),
      row("caught", "caught", "caught"),
      row("missed", "missed", "missed"),
      group("costs"),
      row("false-alarms", "falseAlarms", "false-alarm"),
      row("left-alone", "leftAlone", "left-alone"),
      row("work", "flagged"),
    ],
    foot: voice.say("table.fact-box.foot", {
      // Where the column without the model comes from, with its ranges; or that nobody measured it.
      without:
        baseline === null || without === null
          ? voice.say("baseline.unknown")
          : voice.say("baseline.foot", { title: baseline.title, ...rangeSlots(voice, baseline) }),
      caught: shortRange(voice, now.facts.recall),
      alarms: shortRange(voice, now.facts.falseAlarms),
      positives: words.positive[1],
      negatives: words.negative[1],
      flagged: words.flagged,
      p_of: formatCount(voice.outOf.positives, voice.lang),
      n_of: formatCount(voice.outOf.negatives, voice.lang),
    }),
  };
}
