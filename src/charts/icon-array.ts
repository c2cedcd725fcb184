import type { ChartPanel } from "../model/chart.js";
import type { Grid, GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import type { Slice } from "../model/assessment.js";
import { noun, pluralNumber, printedCount } from "../phrasing/counted.js";
import { formatCount } from "../phrasing/format-number.js";
import { frequencyOf, type FrequencyFacts } from "../phrasing/frequency-sentences.js";
import { plainText, text } from "../phrasing/inline.js";
import type { NaturalFrequency } from "../phrasing/natural-frequency.js";
import { casesSlots } from "../phrasing/subject-words.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { frequencyFacts } from "./frequency-facts.js";
import { drawArray, marksPerRow, mostIcons } from "./draw-array.js";

/**
 * Every case as one mark, grouped in fixed order: caught, missed, false alarm, left alone; part and whole.
 *
 * Two panels have the same total.
 */
export const iconArray: ChartKind = {
  id: "icon-array",
  summary: "every case as one mark: caught, missed, false alarm, left alone",
  missing: "chart.no-frequencies",
  draw: (context, { of, against }) => {
    const { voice } = context;
    const slices = against === null ? [of] : [of, against];
    const drawn = slices.flatMap((slice) => {
      const facts = frequencyFacts(context, slice);
      const frequency = facts === null ? null : frequencyOf(voice, facts);
      return facts === null || frequency === null || frequency.outOf > mostIcons
        ? []
        : [{ slice, facts, frequency }];
    });
    const [first] = drawn;
    if (first === undefined || drawn.length < slices.length) return null;
    const slots = slotsOf(context, first.slice, first.facts, first.frequency);
    return {
      kind: "icon-array",
      id: "icon-array",
      title: voice.say("chart.icon-array.title", slots),
      note: voice.say("chart.icon-array.note", slots),
      alt: drawn
        .map(({ slice, facts, frequency }) =>
          plainText(voice.say("chart.icon-array.alt", slotsOf(context, slice, facts, frequency))),
        )
        .join(" "),
      panels: drawn.map(({ slice, facts, frequency }) =>
        panelOf(context, slice, facts, frequency, drawn.length > 1),
      ),
      grid: emptyGrid,
      gridOpen: true,
      tableLabel: plainText(context.voice.say("chart.table")),
    };
  },
};

const emptyGrid: Grid = { id: "icon-array", caption: [], note: [], columns: [], rows: [], foot: [] };

function panelOf(
  context: ChartContext,
  slice: Slice | null,
  facts: FrequencyFacts,
  frequency: NaturalFrequency,
  several: boolean,
): ChartPanel {
  const slots = slotsOf(context, slice, facts, frequency);
  const title = several
    ? context.voice.say("chart.icon-array.panel", {
        ...slots,
        checked:
          slice?.n === null ? "" : formatCount(slice?.n ?? context.evaluation.used, context.voice.lang),
      })
    : [];
  return { title, picture: drawArray(frequency), key: keyOf(context, slots) };
}

/** The counts beside the array are its key and its table in one. */
function keyOf({ voice }: ChartContext, slots: ReturnType<typeof slotsOf>): Grid {
  const row = (
    count: Inline,
    phrase: string,
    more: Partial<GridRow["cells"][number]> = {},
    opens = false,
  ): GridRow => ({
    opens,
    cells: [{ pieces: [count], ...more }, { pieces: voice.say(`chart.icon-array.${phrase}`, slots) }],
  });
  return {
    id: "icon-array-key",
    caption: voice.say("chart.icon-array.key", slots),
    note: [],
    columns: [
      { label: voice.say("chart.icon-array.count"), align: "end" },
      { label: voice.say("chart.icon-array.who"), align: "start" },
    ],
    rows: [
      { ...row(slots.p, "positives"), strong: true },
      row(slots.tp, "caught", { mark: "caught" }),
      row(slots.fn, "missed", { mark: "missed" }),
      { ...row(slots.neg, "negatives", {}, true), strong: true },
      row(slots.fp, "false-alarms", { mark: "false-alarm" }),
      row(slots.tn, "left-alone", { mark: "left-alone" }),
    ],
    foot: [],
  };
}

function slotsOf(
  { voice }: ChartContext,
  slice: Slice | null,
  facts: FrequencyFacts,
  frequency: NaturalFrequency,
) {
  const { outOf, positives, negatives, caught, missed, falseAlarms, leftAlone } = frequency;
  const { words } = voice;
  const { recall, falseAlarms: alarms, baseRate } = facts;
  const count = (
    ref: string,
    part: Parameters<typeof printedCount>[2],
    value: NaturalFrequency["caught"],
  ): Inline => printedCount(voice, ref, part, value, outOf);
  return {
    n: {
      type: "datum",
      ref: baseRate.id,
      part: "outOf",
      value: outOf,
      text: formatCount(outOf, voice.lang),
      of: outOf,
    } satisfies Inline,
    p: count(baseRate.id, "positives", positives),
    neg: count(baseRate.id, "negatives", negatives),
    tp: count(recall.id, "caught", caught),
    fn: count(recall.id, "missed", missed),
    fp: count(alarms.id, "falseAlarms", falseAlarms),
    tn: count(alarms.id, "leftAlone", leftAlone),
    fn_n: pluralNumber(missed),
    fp_n: pluralNumber(falseAlarms),
    p_n: pluralNumber(positives),
    neg_n: pluralNumber(negatives),
    ...casesSlots(voice, slice),
    one_case: words.case[0],
    positives: noun(words.positive, pluralNumber(positives)),
    negatives: noun(words.negative, pluralNumber(negatives)),
    fn_positives: noun(words.positive, pluralNumber(missed)),
    fp_negatives: noun(words.negative, pluralNumber(falseAlarms)),
    flagged: text(words.flagged),
    missed: text(words.missed),
    unflagged: text(words.unflagged),
    balance: caught.printed >= missed.printed ? "caught" : "missed",
    alarms: falseAlarms.printed > caught.printed ? "more" : "fewer",
    row: marksPerRow(outOf),
  };
}
