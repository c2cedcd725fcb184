import { frequencyFacts } from "../../charts/frequency-facts.js";
import type { GridCell, GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { noun, pluralNumber, printedCount } from "../../phrasing/counted.js";
import { formatCount } from "../../phrasing/format-number.js";
import { frequencyOf } from "../../phrasing/frequency-sentences.js";
import type { NaturalFrequency } from "../../phrasing/natural-frequency.js";
import { shortRange } from "../../phrasing/rate-sentence.js";
import { baselineFrequency, rangeSlots, type BaselineFacts } from "../../phrasing/baseline-sentence.js";
import { baselineFactsOf } from "../baseline-facts.js";
import type { DocumentContext } from "../context.js";
import { estimateAt } from "../resolve.js";
import type { TableKind } from "../table-kind.js";

/**
 * What the model gains and what it costs, in the same unit, beside the process without it (Harding Center
 * fact box): the evidence that `documents[].baseline` names; where none is, the column says that nobody measured it.
 */
export const factBox: TableKind = {
  id: "fact-box",
  summary: "gains and costs of the model in counts of one total",
  build: (context) => {
    const { voice } = context;
    const facts = frequencyFacts({ estimate: (metric, slice) => estimateAt(context, metric, slice) }, null);
    const frequency = facts === null ? null : frequencyOf(voice, facts);
    if (facts === null || frequency === null) return null;
    const { words } = voice;
    const { outOf } = frequency;
    const count = (
      ref: string,
      part: Parameters<typeof printedCount>[2],
      value: NaturalFrequency["caught"],
    ): Inline => printedCount(voice, ref, part, value, outOf);
    const baseline = baselineFactsOf(context);
    const without = baselineFrequency(voice, baseline);
    const unmeasured: GridCell = { pieces: voice.say("table.fact-box.not-measured") };
    const withoutCell = (
      metric: "recall" | "falseAlarms",
      part: Parameters<typeof printedCount>[2],
      name: "caught" | "missed" | "falseAlarms" | "leftAlone" | "flagged",
    ): GridCell =>
      without === null || baseline === null
        ? unmeasured
        : { pieces: [printedCount(voice, baseline.facts[metric].id, part, without[name], outOf)] };
    const row = (
      phrase: string,
      number: Inline,
      value: NaturalFrequency["caught"],
      before: GridCell,
      more: Partial<GridCell> = {},
    ): GridRow => ({
      cells: [
        {
          pieces: voice.say(`table.fact-box.${phrase}`, {
            positives: noun(words.positive, pluralNumber(value)),
            negatives: noun(words.negative, pluralNumber(value)),
            cases: noun(words.case, pluralNumber(value)),
            flagged: words.flagged,
            missed: words.missed,
            unflagged: words.unflagged,
          }),
          ...more,
        },
        before,
        { pieces: [number] },
      ],
    });
    const group = (phrase: string): GridRow => ({
      opens: true,
      strong: true,
      cells: [{ pieces: voice.say(`table.fact-box.${phrase}`) }, { pieces: [] }, { pieces: [] }],
    });
    const total: Inline = {
      type: "datum",
      ref: facts.baseRate.id,
      part: "outOf",
      value: outOf,
      text: formatCount(outOf, voice.lang),
      of: outOf,
    };
    const base = context.assessment.deployment.base_rate;
    return {
      id: "fact-box",
      caption: voice.say("table.fact-box.caption", { n: total, cases: words.case[1] }),
      note: voice.say("table.fact-box.note", {
        source: base?.source ?? "",
        sourced: base?.source == null ? "no" : "yes",
        window: base?.window ?? "",
        windowed: base?.window == null ? "no" : "yes",
      }),
      columns: [
        { label: voice.say("table.fact-box.of", { n: total, cases: words.case[1] }), align: "start" },
        { label: voice.say("table.fact-box.without"), align: "end" },
        { label: voice.say("table.fact-box.with"), align: "end" },
      ],
      rows: [
        group("gains"),
        row(
          "caught",
          count(facts.recall.id, "caught", frequency.caught),
          frequency.caught,
          withoutCell("recall", "caught", "caught"),
          {
            mark: "caught",
          },
        ),
        row(
          "missed",
          count(facts.recall.id, "missed", frequency.missed),
          frequency.missed,
          withoutCell("recall", "missed", "missed"),
          {
            mark: "missed",
          },
        ),
        group("costs"),
        row(
          "false-alarms",
          count(facts.falseAlarms.id, "falseAlarms", frequency.falseAlarms),
          frequency.falseAlarms,
          withoutCell("falseAlarms", "falseAlarms", "falseAlarms"),
          { mark: "false-alarm" },
        ),
        row(
          "left-alone",
          count(facts.falseAlarms.id, "leftAlone", frequency.leftAlone),
          frequency.leftAlone,
          withoutCell("falseAlarms", "leftAlone", "leftAlone"),
          { mark: "left-alone" },
        ),
        row(
          "work",
          count(facts.falseAlarms.id, "flagged", frequency.flagged),
          frequency.flagged,
          withoutCell("falseAlarms", "flagged", "flagged"),
        ),
      ],
      foot: voice.say("table.fact-box.foot", {
        without: baselineFoot(context, baseline, without !== null),
        caught: shortRange(voice, facts.recall),
        alarms: shortRange(voice, facts.falseAlarms),
        positives: words.positive[1],
        negatives: words.negative[1],
        flagged: words.flagged,
        p_of: formatCount(voice.outOf.positives, voice.lang),
        n_of: formatCount(voice.outOf.negatives, voice.lang),
      }),
    };
  },
};

/** Where the column without the model comes from, with its ranges; or that nobody measured it. */
function baselineFoot(
  { voice }: DocumentContext,
  baseline: BaselineFacts | null,
  isTold: boolean,
): readonly Inline[] {
  if (baseline === null || !isTold) return voice.say("baseline.unknown");
  return voice.say("baseline.foot", {
    title: baseline.title,
    ...rangeSlots(voice, baseline),
  });
}
