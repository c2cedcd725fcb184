import type { ScenarioData } from "../model/scenario-data.js";
import type { ScenarioStep, ScenarioSteps } from "../model/scenario-steps.js";
import type { Inline } from "../model/inline.js";
import { formatThreshold } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import type { Voice } from "../phrasing/voice.js";
import { partsAt } from "./parts-at.js";
import { placeOf, prepare } from "./prepare.js";
import { scenarioAt } from "./scenario-at.js";
import { settingOf } from "./setting-of.js";
import { dotAt } from "./trade-off-chart.js";

/** More steps than this nobody tells apart, and each is written out. */
const mostSteps = 41;

/** The steps of the threshold with what each says, at today's base rate, costs and volume; null without a threshold. */
export function stepsOf(voice: Voice, data: ScenarioData): ScenarioSteps | null {
  const { threshold } = data;
  if (threshold === null) return null;
  const thresholds = stepThresholds(data, threshold);
  if (thresholds.length < 2) return null;
  const isBelow = data.evaluation.flag === "below";
  const word = (id: string): string =>
    plainText(voice.say(id, { side: isBelow ? "below" : "above", flagged: voice.words.flagged }));
  return {
    label: word("sliders.threshold"),
    more: word("sliders.more"),
    fewer: word("sliders.fewer"),
    reset: word("sliders.reset"),
    here: word("scenario.chart.here"),
    todayWord: word("scenario.chart.today"),
    today: thresholds.indexOf(threshold),
    lenient: isBelow ? 1 : -1,
    steps: thresholds.map((one) => stepAt(voice, data, one)),
  };
}

function stepAt(voice: Voice, data: ScenarioData, threshold: number): ScenarioStep {
  const view = scenarioAt(data, { ...settingOf(data), threshold }, voice);
  const { say, verdicts } = partsAt(voice, data, view);
  const texts = (lines: readonly (readonly Inline[])[]): string[] => lines.map(plainText);
  return {
    threshold: formatThreshold(threshold, voice.lang),
    say: texts(say),
    verdicts: texts(verdicts),
    title: plainText(view.tradeOff?.title ?? []),
    ...dotAt(data, threshold),
    few: view.support !== "enough",
  };
}

/** Thresholds at which another count would be told, rising, thinned out evenly, with today's among them. */
function stepThresholds(data: ScenarioData, today: number): number[] {
  const { caught, alarms, positives, negatives } = prepare(data);
  const { outOf } = data;
  const told = (threshold: number): string => {
    const place = placeOf(data, threshold);
    const share = (count: number | undefined, of: number, total: number): number =>
      Math.round(((count ?? 0) / Math.max(of, 1)) * total);
    return `${share(caught[place], positives, outOf.positives)} ${share(alarms[place], negatives, outOf.negatives)}`;
  };
  const different = data.histogram.edges.filter(
    (edge, index, all) => edge === today || index === 0 || told(edge) !== told(all[index - 1] ?? edge),
  );
  const every = Math.ceil(different.length / mostSteps);
  const place = different.indexOf(today) % every;
  return different.filter((_, index) => index % every === place);
}
