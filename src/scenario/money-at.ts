import type { Inline } from "../model/inline.js";
import type {
  RangedNumber,
  ScenarioData,
  ScenarioNet,
  ScenarioSupport,
  Setting,
} from "../model/scenario-data.js";
import type { Scale } from "../model/scale-of.js";
import { counted } from "../phrasing/counted.js";
import { formatMoney, formatThreshold } from "../phrasing/format-number.js";
import type { Voice } from "../phrasing/voice.js";
import { leastRight } from "../phrasing/least-right.js";
import { breakEvenPrecision } from "../stats/break-even-precision.js";
import { netGain } from "../stats/net-gain.js";
import { priorShift } from "../stats/prior-shift.js";
import { prepare, testedAt } from "./prepare.js";
import { rangedAt } from "./setting-of.js";

type Costs = Readonly<Record<"action" | "falseAlarm" | "miss" | "effect", RangedNumber>>;

/** The costs of a setting; null where a miss has no price, so that there is nothing to weigh. */
export function costsAt({ costs }: ScenarioData, setting: Setting): Costs | null {
  if (costs === null) return null;
  const moved = rangedAt(costs[costs.alarmIs], setting.falseAlarm);
  const miss = rangedAt(costs.miss, setting.miss);
  if (miss === null) return null;
  return {
    action: (costs.alarmIs === "action" ? moved : costs.action) ?? exactly(0),
    falseAlarm: (costs.alarmIs === "falseAlarm" ? moved : costs.falseAlarm) ?? exactly(0),
    miss,
    effect: costs.effect ?? exactly(1),
  };
}

function exactly(value: number): RangedNumber {
  return { value, low: value, high: value };
}

/** Money of a setting against today's threshold, on the same cases: the method of the options of a document. */
export function netAt(data: ScenarioData, setting: Setting, scale: Scale): ScenarioNet | null {
  const costs = costsAt(data, setting);
  if (costs === null || setting.threshold === data.threshold) return null;
  const [option, today] = [testedAt(data, setting.threshold), testedAt(data, data.threshold)];
  const net = netGain(option, today, scale, costs);
  const spans = net.low < 0 && net.high > 0;
  return { ...net, says: spans || net.value === 0 ? "either" : net.value > 0 ? "gains" : "loses" };
}

/** The money of a setting in words; empty without costs. */
export function moneySentence(
  voice: Voice,
  data: ScenarioData,
  setting: Setting,
  { net, scale, support }: { net: ScenarioNet | null; scale: Scale; support: ScenarioSupport },
): readonly Inline[] {
  if (data.costs === null || costsAt(data, setting) === null) return [];
  if (setting.threshold === data.threshold)
    return setting.threshold === null ? [] : voice.say("scenario.money.today");
  if (net === null || support !== "enough") return voice.say("scenario.money.few");
  // A loss is told as what is lost: its ends change places.
  const [value, low, high] =
    net.says === "loses" ? [-net.value, -net.high, -net.low] : [net.value, net.low, net.high];
  const amount = (exact: number): Inline => money(voice, exact);
  return voice.say(`scenario.money.${net.says}`, {
    net: amount(value),
    low: amount(low),
    high: amount(high),
    per: scale.per ?? "none",
    today: data.threshold === null ? "no" : "yes",
  });
}

/** Money as a number of the setting, to two figures. */
export function money(voice: Voice, value: number): Inline {
  return {
    type: "datum",
    ref: "scenario:net",
    part: "value",
    value: Number(value.toPrecision(2)),
    text: formatMoney(value, voice.currency ?? "EUR", voice.lang),
  };
}

/** The share of right ones from which flagging pays; null without costs, or where it never does. */
export function breakEvenAt(data: ScenarioData, setting: Setting): number | null {
  const costs = costsAt(data, setting);
  if (costs === null || (costs.action.value === 0 && costs.falseAlarm.value === 0)) return null;
  return breakEvenPrecision({
    action: costs.action.value,
    falseAlarm: costs.falseAlarm.value,
    miss: costs.miss.value,
    effect: costs.effect.value,
  });
}

/** The same in words; it is told as a score only where scores were shown to be chances. */
export function breakEvenSentence(voice: Voice, data: ScenarioData, setting: Setting): readonly Inline[] {
  const costs = costsAt(data, setting);
  if (costs === null || (costs.action.value === 0 && costs.falseAlarm.value === 0)) return [];
  const share = breakEvenAt(data, setting);
  if (share === null) return voice.say("scenario.break-even.never");
  const { count, of } = leastRight(share, voice.outOf.flagged);
  const pays = voice.say("scenario.break-even.pays", {
    p: counted(voice, "scenario:break-even", "value", count, of),
    of: counted(voice, "scenario:break-even", "outOf", of, of),
  });
  const score = breakEvenScore(data, setting);
  if (score === null) return pays;
  const told = formatThreshold(Number(score.toPrecision(2)), voice.lang);
  return [...pays, ...voice.say("scenario.break-even.score", { score: told })];
}

/**
 * The same as a score, told only where scores were shown to be chances. They are chances at the base rate of the test:
 * at another one the same chance belongs to another score.
 *
 * @returns a fraction in (0, 1); null without costs, and where scores are no chances or flag from below
 * @see Elkan 2001, IJCAI 17:973, theorem 2
 */
export function breakEvenScore(data: ScenarioData, setting: Setting): number | null {
  const share = breakEvenAt(data, setting);
  const { positives, negatives } = prepare(data);
  if (share === null || !data.calibrated || data.evaluation.flag === "below") return null;
  if (share >= 1 || setting.baseRate === null || positives === 0 || negatives === 0) return null;
  return priorShift(share, setting.baseRate, positives / (positives + negatives));
}
