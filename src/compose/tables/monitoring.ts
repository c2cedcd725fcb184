import type { Assessment } from "../../model/assessment.js";
import type { GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { monitoringTiers } from "../../model/monitoring-plan.js";
import { text } from "../../phrasing/inline.js";
import type { Voice } from "../../phrasing/voice.js";
import { planCount } from "../acceptance/plan-number.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

type Signal = Assessment["monitoring"][number];
type Column = "tier" | "signal" | "threshold" | "cadence" | "owner" | "leads";

/** What is watched in production, from which value on, on how many cases, who is told, and what it leads to. */
export const monitoring: TableKind = {
  id: "monitoring",
  summary: "signals watched in production, by tier, with threshold, fewest cases and owner",
  build: ({ voice, assessment }) => {
    const signals = assessment.monitoring.map((signal, index) => ({ signal, key: `monitoring.${index}` }));
    const tiered = signals.some(({ signal }) => signal.tier !== undefined);
    const leading = signals.some(({ signal }) => signal.retraining !== undefined);
    const columns: readonly Column[] = [
      ...(tiered ? (["tier"] as const) : []),
      "signal",
      "threshold",
      "cadence",
      "owner",
      ...(leading ? (["leads"] as const) : []),
    ];
    const rank = ({ signal: { tier } }: (typeof signals)[number]): number =>
      tier === undefined ? monitoringTiers.length : monitoringTiers.indexOf(tier);
    return {
      id: "monitoring",
      caption: voice.say("table.monitoring.caption"),
      note: [],
      columns: columns.map((name) => ({
        label: voice.say(`table.monitoring.${name}`),
        align: "start" as const,
      })),
      rows: [...signals]
        .sort((a, b) => rank(a) - rank(b))
        .map(({ signal, key }): GridRow => ({
          cells: columns.map((name) => ({ pieces: piecesOf(voice, signal, name, key) })),
        })),
      foot: [],
    };
  },
};

function piecesOf(voice: Voice, signal: Signal, name: Column, key: string): readonly Inline[] {
  const given = (value: string | undefined): readonly Inline[] =>
    value === undefined ? voice.say("table.not-given") : [text(visibleText(value))];
  switch (name) {
    case "tier":
      return signal.tier === undefined
        ? voice.say("table.not-given")
        : voice.say(`acceptance.tier.${signal.tier}`);
    case "cadence":
      if (signal.min_n === undefined) return given(signal.cadence);
      return voice.say("table.monitoring.sized", {
        timed: signal.cadence === undefined ? "no" : "yes",
        cadence: signal.cadence ?? "",
        n: planCount(voice, `${key}.min_n`, signal.min_n),
      });
    case "leads":
      return signal.retraining === undefined
        ? []
        : voice.say("table.monitoring.retraining", { what: signal.retraining });
    case "signal":
    case "threshold":
    case "owner":
      return given(signal[name]);
  }
}
