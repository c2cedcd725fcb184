import type { Estimate } from "../model/assessment.js";
import type { Grid, GridCell, GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import type { ScenarioData, Setting } from "../model/scenario-data.js";
import { counted } from "../phrasing/counted.js";
import { displayGate, smallSample } from "../phrasing/display-gate.js";
import { formatCount, formatThreshold } from "../phrasing/format-number.js";
import { text } from "../phrasing/inline.js";
import { shortRange } from "../phrasing/rate-sentence.js";
import { restate } from "../phrasing/restate.js";
import { casesSlots } from "../phrasing/subject-words.js";
import type { Slots } from "../phrasing/say.js";
import type { Voice } from "../phrasing/voice.js";
import { estimatesAt } from "./estimates-at.js";
import { fiveSettings } from "./five-settings.js";
import { costsAt, money, netAt } from "./money-at.js";
import { testedAt } from "./prepare.js";
import { scaleAt } from "./scale-at.js";
import { settingOf } from "./setting-of.js";
import { supportAt } from "./support-at.js";

/** Five settings in a table, for paper and for a page without script: each at today's base rate, costs and volume. */
export function settingGrid(voice: Voice, data: ScenarioData): Grid {
  const today = settingOf(data);
  const settings = fiveSettings(data).map((threshold) => ({ ...today, threshold }));
  const scale = scaleAt(data, today, testedAt(data, today.threshold));
  const hasRate = today.baseRate !== null;
  const isPriced = costsAt(data, today) !== null;
  const { outOf, lang } = voice;
  const label = (phrase: string, of = 0): readonly Inline[] =>
    voice.say(`scenario.table.${phrase}`, { ...voiceSlots(voice, data), of: formatCount(of, lang) });
  const end = "end" as const;
  return {
    id: "settings",
    caption: voice.say("scenario.table.caption"),
    note: voice.say("scenario.table.note", {
      ...voiceSlots(voice, data),
      n: counted(voice, "scenario:total", "n", Math.round(scale.total)),
      per: scale.per ?? "none",
      today: today.threshold === null ? "no" : "yes",
      merged: data.audience === "internal" ? "no" : "yes",
    }),
    columns: [
      { label: label("threshold"), align: "start" },
      { label: label("caught", outOf.positives), align: end },
      { label: label("alarms", outOf.negatives), align: end },
      ...(hasRate ? [{ label: label("right", outOf.flagged), align: end }] : []),
      { label: label("work"), align: end },
      ...(isPriced ? [{ label: label("net"), align: end }] : []),
    ],
    rows: settings.map((setting) => rowOf(voice, data, setting, { hasRate, isPriced })),
    foot: isPriced && settings.some((setting) => isUnclearToldAt(data, setting)) ? label("unclear") : [],
  };
}

/** Whether the money of a setting is told, and holds zero. */
function isUnclearToldAt(data: ScenarioData, setting: Setting): boolean {
  if (setting.threshold === data.threshold) return false;
  const isEnough = supportAt(data, setting, testedAt(data, setting.threshold)) === "enough";
  return isEnough && isUnclearNet(netOf(data, setting));
}

function voiceSlots(voice: Voice, data: ScenarioData): Slots {
  return { ...casesSlots(voice, data.slice), least: formatCount(smallSample, voice.lang) };
}

function rowOf(
  voice: Voice,
  data: ScenarioData,
  setting: Setting,
  { hasRate, isPriced }: { readonly hasRate: boolean; readonly isPriced: boolean },
): GridRow {
  const tested = testedAt(data, setting.threshold);
  const isEnough = supportAt(data, setting, tested) === "enough";
  const few: GridCell = { pieces: voice.say("scenario.table.few", voiceSlots(voice, data)) };
  const estimates = estimatesAt(data, setting);
  const share = (metric: string): GridCell => {
    const estimate = estimates.find((one) => one.metric === metric);
    return estimate === undefined || !isEnough ? few : { pieces: countOf(voice, estimate) };
  };
  const scale = scaleAt(data, setting, tested);
  const flagged = tested.tp * scale.positive + tested.fp * scale.negative;
  const work: GridCell = {
    pieces: [counted(voice, `scenario:${setting.threshold ?? ""}#flagged`, "n", Math.round(flagged))],
  };
  return {
    strong: setting.threshold === data.threshold,
    cells: [
      { pieces: [text(setting.threshold === null ? "" : formatThreshold(setting.threshold, voice.lang))] },
      share("recall"),
      share("false-alarms"),
      ...(hasRate ? [share("precision")] : []),
      scale.capacity !== null && flagged > scale.capacity
        ? { pieces: [...work.pieces, ...voice.say("scenario.table.over")], tone: "wrong" }
        : work,
      ...(isPriced ? [isEnough ? netCell(voice, data, setting) : few] : []),
    ],
  };
}

/** A count out of the total that the head of its column names, with its range. */
function countOf(voice: Voice, estimate: Estimate): readonly Inline[] {
  const outOf = voice.totalOf(estimate);
  const rate = restate(estimate, outOf);
  if (rate === null) return voice.say("scenario.table.none");
  // A share too uncertain for one number is told by its range alone, as everywhere else.
  const { interval } = estimate;
  if (interval !== null && displayGate(estimate, voice.audience) === "counts")
    return [
      counted(voice, estimate.id, "low", Math.floor(interval.low * outOf), outOf),
      ...voice.say("scenario.table.to"),
      counted(voice, estimate.id, "high", Math.ceil(interval.high * outOf), outOf),
    ];
  const range = shortRange(voice, estimate, "value", "ends");
  const count = rate.count.few
    ? voice.say("rate.few")
    : [counted(voice, estimate.id, "value", rate.count.printed, outOf)];
  return range.length === 0 ? count : [...count, text(" ("), ...range, text(")")];
}

function netOf(data: ScenarioData, setting: Setting) {
  return netAt(data, setting, scaleAt(data, setting, testedAt(data, setting.threshold)));
}

/** No gain and no loss is clear where the range holds zero, whatever its middle says. */
function isUnclearNet(net: ReturnType<typeof netOf>): boolean {
  return net !== null && net.low < 0 && net.high > 0;
}

function netCell(voice: Voice, data: ScenarioData, setting: Setting): GridCell {
  if (setting.threshold === data.threshold) return { pieces: voice.say("scenario.table.in-use") };
  const net = netOf(data, setting);
  if (net === null) return { pieces: voice.say("scenario.table.none") };
  return {
    pieces: [
      money(voice, net.value),
      text(" ("),
      money(voice, net.low),
      ...voice.say("scenario.table.to"),
      money(voice, net.high),
      text(")"),
      ...(isUnclearNet(net) ? voice.say("scenario.table.unclear-mark") : []),
    ],
  };
}
