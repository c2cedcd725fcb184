import type { Stage } from "../../model/assessment.js";
import type { GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatPlain } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import type { Voice } from "../../phrasing/voice.js";
import { inLines } from "../acceptance/in-lines.js";
import { fromTo, planCount, planRate } from "../acceptance/plan-number.js";
import { acceptedOf } from "../acceptance/release-facts.js";
import type { DocumentContext } from "../context.js";
import type { TableKind } from "../table-kind.js";

/** The stages of the rollout: when one starts, how long it lasts at least, the smallest harm it would show, who decides. */
export const rolloutStages: TableKind = {
  id: "rollout-stages",
  summary: "stages of the rollout with entry, exposure, guardrails and the smallest harm each would show",
  build: (context) => {
    const { voice, assessment } = context;
    const label = (name: string): readonly Inline[] => voice.say(`acceptance.stages.${name}`);
    const isSized = assessment.stages.some(({ detectable }) => detectable.length > 0);
    return {
      id: "rollout-stages",
      caption: label("caption"),
      note: isSized ? label("note") : [],
      columns: ["stage", "entry", "least", "shows", "decides"].map((name) => ({
        label: label(name),
        align: "start" as const,
      })),
      rows: assessment.stages.map((stage, index) => ({
        cells: cellsOf(context, stage, `rollout.stages.${index}`),
      })),
      foot: [],
    };
  },
};

function cellsOf(context: DocumentContext, stage: Stage, key: string): GridCell[] {
  const { voice } = context;
  return [
    { pieces: stageName(voice, stage, key) },
    { pieces: entryOf(context, stage) },
    { pieces: leastOf(voice, stage, key) },
    { pieces: shownBy(voice, stage, key) },
    { pieces: decidesOn(voice, stage) },
  ];
}

function stageName(voice: Voice, { name, share }: Stage, key: string): readonly Inline[] {
  const shared =
    share === undefined
      ? []
      : voice.say(`acceptance.stages.${share === 0 ? "share-none" : share === 1 ? "share-all" : "share"}`, {
          share: planRate(voice, `${key}.share`, share),
        });
  return [{ type: "strong", children: [text(name)] }, ...shared];
}

/** After which criteria it starts, whether they hold, and which of the open ones somebody answers for until when. */
function entryOf(context: DocumentContext, stage: Stage): readonly Inline[] {
  const { voice } = context;
  const { entry = [], entry_verdict: verdict } = stage;
  if (verdict === null) return voice.say("acceptance.stages.no-entry");
  const told = voice.say("acceptance.stages.after", {
    criteria: entry.join(", "),
    verdict: voice.say(`acceptance.entry.${verdict}`),
  });
  // A must that fails, or that was agreed to block, cannot be accepted.
  return verdict === "conditional" ? inLines([told, ...acceptedAt(context, entry)]) : told;
}

/** "AC-2, AC-3 accepted until 31 December 2026, each under a condition"; what has ended is told as ended. */
function acceptedAt(context: DocumentContext, entry: readonly string[]): (readonly Inline[])[] {
  const { voice, assessment } = context;
  const open = entry.filter((id) =>
    assessment.criteria.some(({ of, verdict }) => of === id && verdict !== "pass"),
  );
  const groups = new Map<
    string,
    { readonly ids: string[]; readonly until: string; readonly holds: boolean }
  >();
  for (const id of open) {
    const found = acceptedOf(context, id);
    if (found === null) continue;
    const { until } = found.accepted;
    const group = groups.get(until) ?? { ids: [], until, holds: found.holds };
    group.ids.push(id);
    groups.set(until, group);
  }
  return [...groups.values()].map(({ ids, until, holds }) =>
    voice.say(holds ? "acceptance.stages.accepted" : "acceptance.stages.accepted-ended", {
      ids: ids.join(", "),
      n: ids.length,
      until: formatDate(until, voice.lang),
    }),
  );
}

/** The fewest cases and days, and how often it is judged before its end. */
function leastOf(voice: Voice, stage: Stage, key: string): readonly Inline[] {
  const { min_cases: cases, min_days: days, looks, alpha_by_look: levels } = stage;
  const parts = [
    ...(cases === undefined
      ? []
      : [voice.say("acceptance.stages.cases", { n: planCount(voice, `${key}.min_cases`, cases) })]),
    ...(days === undefined
      ? []
      : [voice.say("acceptance.stages.days", { n: planCount(voice, `${key}.min_days`, days), count: days })]),
    ...(looks > 1
      ? [
          voice.say("acceptance.stages.looks", {
            n: planCount(voice, `${key}.looks`, looks),
            level: formatPlain(Number((levels.at(-1) ?? 0).toPrecision(2)), voice.lang),
          }),
        ]
      : []),
  ];
  return parts.length === 0 ? voice.say("table.not-given") : inLines(parts);
}

/** What is watched, and the nearest worse rate that the least exposure would show. */
function shownBy(voice: Voice, { guardrails = [], detectable }: Stage, key: string): readonly Inline[] {
  if (guardrails.length === 0) return voice.say("acceptance.stages.no-guardrail");
  return inLines(
    guardrails.map(({ signal }, index) => {
      const found = detectable.find((one) => one.signal === signal);
      if (found === undefined) return [text(signal)];
      const { rate, detects } = found;
      const place = `${key}.guardrails.${index}`;
      if (detects === null)
        return voice.say("acceptance.stages.shows-nothing", {
          signal,
          from: planRate(voice, `${place}.rate`, rate),
        });
      return voice.say("acceptance.stages.shows-rise", { signal, ...fromTo(voice, place, rate, detects) });
    }),
  );
}

function decidesOn(voice: Voice, { owner, exit }: Stage): readonly Inline[] {
  const who = owner === undefined ? voice.say("table.no-owner") : [text(owner)];
  return exit === undefined ? who : inLines([who, voice.say("acceptance.stages.exit", { exit })]);
}
