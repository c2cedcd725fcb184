import type { ScenarioCounts, ScenarioData, ScenarioSupport, Setting } from "../model/scenario-data.js";
import type { Inline } from "../model/inline.js";
import { counted, noun } from "../phrasing/counted.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount, formatThreshold } from "../phrasing/format-number.js";
import { ofNoun } from "../phrasing/noun-slots.js";
import type { Slots } from "../phrasing/say.js";
import type { Voice } from "../phrasing/voice.js";
import { refOf } from "./estimates-at.js";

/**
 * Whether the shares at a threshold may be told: of fewer than 30 flagged they are luck, and beyond the scores seen
 * nothing was tested.
 */
export function supportAt(
  { seen, evaluation }: ScenarioData,
  { threshold }: Setting,
  { tp, fp }: ScenarioCounts,
): ScenarioSupport {
  if (threshold === null) return "outside";
  if (evaluation.flag === "below" ? threshold <= seen.low : threshold > seen.high) return "outside";
  return tp + fp < smallSample ? "few" : "enough";
}

/** What is told where no share is: the counts of the test, and why. */
export function countsAlone(
  voice: Voice,
  data: ScenarioData,
  setting: Setting,
  { tp, fn, fp, tn }: ScenarioCounts,
  support: ScenarioSupport,
): { readonly counts: readonly Inline[]; readonly why: readonly Inline[] } {
  const { threshold } = setting;
  if (threshold === null) return { counts: voice.say("scenario.line-nobody"), why: [] };
  const count = (metric: string, value: number): Inline =>
    counted(voice, refOf(data, setting, metric), "numerator", value);
  const { words, lang } = voice;
  const slots: Slots = {
    threshold: formatThreshold(threshold, lang),
    f: count("flag-rate", tp + fp),
    f_n: tp + fp,
    tp: count("recall", tp),
    tp_n: tp,
    fp: count("false-alarms", fp),
    fp_n: fp,
    cases: noun(words.case, tp + fp),
    of_cases: ofNoun(words, "case", tp + fp),
    one_positive: words.positive[0],
    one_negative: words.negative[0],
  };
  const counts = voice.say("scenario.tested", slots);
  if (tp + fn === 0 || fp + tn === 0)
    return {
      counts,
      why: voice.say("scenario.one-class", { absent: tp + fn === 0 ? "positives" : "negatives" }),
    };
  const why = support === "outside" ? "scenario.greyed-outside" : "scenario.greyed-few";
  return { counts, why: voice.say(why, { least: formatCount(smallSample, lang) }) };
}
