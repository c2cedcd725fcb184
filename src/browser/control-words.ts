import type { ScenarioControl, ScenarioData } from "../model/scenario-data.js";
import { formatCount, formatDecimal, formatStatedMoney, formatThreshold } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import type { Slots } from "../phrasing/say.js";
import type { Voice } from "../phrasing/voice.js";

/** What a slider says of itself. */
export interface ControlWords {
  readonly label: string;
  /** Its value, beside the label. */
  readonly value: (value: number) => string;
  /** Its value as a phrase of its own, for those who hear it. */
  readonly spoken: (value: number) => string;
  readonly hint: string;
}

/** Names of the phrases of each slider. */
const phraseOf: Readonly<Record<ScenarioControl, string>> = {
  threshold: "threshold",
  baseRate: "base-rate",
  falseAlarm: "false-alarm",
  miss: "miss",
  volume: "volume",
  capacity: "capacity",
};

/** Label, value and hint of one slider, in the language of the page. */
export function controlWords(
  voice: Voice,
  data: ScenarioData,
  control: ScenarioControl,
  today: number,
): ControlWords {
  const name = phraseOf[control];
  const side = sideOf(data);
  const per = (control === "capacity" ? data.capacity : data.volume)?.per ?? "none";
  const say = (id: string, slots: Slots = {}): string => plainText(voice.say(`sliders.${id}`, slots));
  const value = (number: number): string => written(voice, data, control, number, say);
  const words = { side, per, kind: data.costs?.alarmIs ?? "falseAlarm" };
  return {
    label: say(name, words),
    value,
    spoken: (number) =>
      control === "threshold"
        ? value(number)
        : say(`${name}-words`, {
            ...words,
            x: bare(voice, data, control, number),
            n: formatCount(data.outOf.cases, voice.lang),
          }),
    hint: say(`${name}-hint`, { ...words, today: value(today) }),
  };
}

/** On which side of the cut-off a case is flagged. */
export function sideOf({ evaluation }: ScenarioData): "above" | "below" {
  return evaluation.flag === "at-or-above" ? "above" : "below";
}

function written(
  voice: Voice,
  data: ScenarioData,
  control: ScenarioControl,
  value: number,
  say: (id: string, slots?: Slots) => string,
): string {
  const x = bare(voice, data, control, value);
  return control === "baseRate"
    ? say("base-rate-value", { x, n: formatCount(data.outOf.cases, voice.lang) })
    : x;
}

function bare(
  { lang, currency }: Voice,
  data: ScenarioData,
  control: ScenarioControl,
  value: number,
): string {
  switch (control) {
    case "threshold":
      return formatThreshold(value, lang);
    case "baseRate": {
      const count = value * data.outOf.cases;
      return count < 10 && !Number.isInteger(count)
        ? formatDecimal(count, 1, lang)
        : formatCount(count, lang);
    }
    case "falseAlarm":
    case "miss":
      return formatStatedMoney(value, currency ?? data.costs?.currency ?? "EUR", lang);
    default:
      return formatCount(value, lang);
  }
}
