import type { Trigger } from "../../model/assessment.js";
import type { GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { formatDate } from "../../phrasing/format-date.js";
import { text } from "../../phrasing/inline.js";
import type { Voice } from "../../phrasing/voice.js";
import { inLines } from "../acceptance/in-lines.js";
import { planCount, planRate, totalFor } from "../acceptance/plan-number.js";
import type { TableKind } from "../table-kind.js";

/** What leads back, to which version, how fast; how often it alarms for nothing and how late it notices. */
export const rollbackTriggers: TableKind = {
  id: "rollback-triggers",
  summary: "rollback triggers with action, target version, false alarms and delay",
  build: ({ voice, assessment }) => {
    const label = (name: string): readonly Inline[] => voice.say(`acceptance.triggers.${name}`);
    const isComputed = assessment.triggers.some(({ false_alarm_windows: windows }) => windows !== null);
    return {
      id: "rollback-triggers",
      caption: label("caption"),
      note: isComputed ? label("note") : [],
      columns: ["signal", "trigger", "action", "noise", "owner"].map((name) => ({
        label: label(name),
        align: "start" as const,
      })),
      rows: assessment.triggers.map((trigger, index) => ({
        cells: cellsOf(voice, trigger, `rollback.triggers.${index}`),
      })),
      foot: [],
    };
  },
};

function cellsOf(voice: Voice, trigger: Trigger, key: string): GridCell[] {
  const { signal, source, threshold, statistic, persistence, baseline, window, owner, tested, stages } =
    trigger;
  const given = (phrase: string, value: string | undefined): readonly (readonly Inline[])[] =>
    value === undefined ? [] : [voice.say(`acceptance.triggers.${phrase}`, { value })];
  return [
    { pieces: inLines([[{ type: "strong", children: [text(signal)] }], ...given("from", source)]) },
    {
      pieces: inLines([
        [text(threshold)],
        ...given("statistic", statistic),
        ...given("lasting", persistence),
        ...given("window", window),
        ...given("usual", baseline),
        ...given("in-stages", stages?.join(", ")),
      ]),
    },
    actionCell(voice, trigger),
    { pieces: noiseOf(voice, trigger, key) },
    {
      pieces: inLines([
        owner === undefined ? voice.say("table.no-owner") : [text(owner)],
        tested === undefined
          ? voice.say("acceptance.triggers.untried")
          : voice.say("acceptance.triggers.tried", { date: formatDate(tested, voice.lang) }),
      ]),
    },
  ];
}

/** What is done and how fast; a version to go back to that breaks its own musts is told as wrong. */
function actionCell(
  voice: Voice,
  { action, target, target_verdict: verdict, max_time_to_act: time }: Trigger,
): GridCell {
  const back =
    target === undefined
      ? []
      : voice.say("acceptance.triggers.target", {
          version: target.version,
          cut: target.thresholds === undefined ? "no" : "yes",
          thresholds: target.thresholds ?? "",
          judged: verdict === null ? "" : voice.say(`acceptance.target.${verdict}`),
        });
  const pieces = inLines([
    [...voice.say(`acceptance.action.${action}`), ...back],
    ...(time === undefined ? [] : [voice.say("acceptance.triggers.within", { time })]),
  ]);
  return verdict === "no-go" ? { pieces, tone: "wrong" } : { pieces };
}

/** As computed from the rule where that is given in numbers, else in the author's words. */
function noiseOf(voice: Voice, trigger: Trigger, key: string): readonly Inline[] {
  const { watch, false_alarms: alarms, delay } = trigger;
  if (watch !== undefined) {
    const of = totalFor(watch.usual, watch.above, watch.harm ?? watch.usual);
    const told = (
      phrase: string,
      rate: number | undefined,
      windows: number | null,
    ): readonly (readonly Inline[])[] =>
      rate === undefined || windows === null
        ? []
        : [
            voice.say(`acceptance.triggers.${phrase}`, {
              rate: planRate(voice, `${key}.watch`, rate, of),
              windows: planCount(voice, `${key}.watch.${phrase}`, Math.max(1, windows)),
              per: watch.per,
              most: windows >= longestTold ? "yes" : "no",
            }),
          ];
    return inLines([
      ...told("false-every", watch.usual, trigger.false_alarm_windows),
      ...told("seen-after", watch.harm, trigger.delay_windows),
    ]);
  }
  const parts = [
    ...(alarms === undefined ? [] : [voice.say("acceptance.triggers.alarms", { value: alarms })]),
    ...(delay === undefined ? [] : [voice.say("acceptance.triggers.delay", { value: delay })]),
  ];
  return parts.length === 0 ? voice.say("acceptance.triggers.unknown") : inLines(parts);
}

/** Waits are counted up to here. */
const longestTold = 1_000_000;
