import type { Experiment } from "../../model/experiment-plan.js";
import type { Inline } from "../../model/inline.js";
import { formatPlain } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import type { Voice } from "../../phrasing/voice.js";
import { inLines } from "../acceptance/in-lines.js";
import { fromTo, planCount, planRate, totalFor } from "../acceptance/plan-number.js";
import { factsGrid } from "../facts-grid.js";
import type { TableKind } from "../table-kind.js";

/** Below this chance of so uneven a split the experiment is broken, whatever it shows. */
const brokenSplit = 0.001;

/** The experiment: who is dealt out, whether the split is as planned, how small a harm it would show, how often it is judged. */
export const experiment: TableKind = {
  id: "experiment",
  summary: "experiment with unit, check of the split, smallest harm it shows, and its looks",
  build: (context) => {
    const { voice, assessment } = context;
    const plan = assessment.experiment;
    if (plan === null) return null;
    const grid = factsGrid(context, "experiment", [
      ["question", plan.question],
      ["unit", unitOf(voice, plan)],
      ["arms", armsOf(voice, plan)],
      ["split", splitOf(voice, plan)],
      ["harm", harmOf(voice, plan)],
      ["size", sizeOf(voice, plan)],
      ["looks", looksOf(voice, plan)],
      ["labels", labelsOf(voice, plan)],
      ["holdout", plan.holdout],
      ["stop", plan.stop],
      ["owner", plan.owner],
    ]);
    return { ...grid, caption: voice.say("acceptance.experiment.caption") };
  },
};

function unitOf(voice: Voice, { unit, assigned_by: way }: Experiment): readonly Inline[] {
  return way === undefined ? [text(unit)] : voice.say("acceptance.experiment.unit-by", { unit, way });
}

function armsOf(voice: Voice, { arms }: Experiment): readonly Inline[] {
  return arms.flatMap(({ name, share, units }, index) => [
    ...(index === 0 ? [] : [text("; ")]),
    ...voice.say(units === undefined ? "acceptance.experiment.arm" : "acceptance.experiment.arm-units", {
      name,
      share: planRate(voice, `experiment.arms.${index}.share`, share),
      units: units === undefined ? "" : planCount(voice, `experiment.arms.${index}.units`, units),
    }),
  ]);
}

/** The chance of a split like the one seen: it is checked before any result is read. */
function splitOf(voice: Voice, { sample_ratio_p: p }: Experiment): readonly Inline[] {
  if (p === null) return voice.say("acceptance.experiment.split-open");
  const shown = p < brokenSplit ? Number(p.toPrecision(1)) : Number(p.toFixed(3));
  return voice.say(
    p < brokenSplit ? "acceptance.experiment.split-broken" : "acceptance.experiment.split-fine",
    {
      p: {
        type: "datum",
        ref: "plan:experiment.arms",
        part: "value",
        value: shown,
        text: formatPlain(shown, voice.lang),
      },
    },
  );
}

/** The smallest harm that the fewest units would show at the last look. */
function harmOf(voice: Voice, { outcome, detects, min_units: units }: Experiment): readonly Inline[] | null {
  if (outcome === undefined) return null;
  const usual = planRate(voice, "experiment.outcome.rate", outcome.rate);
  if (units === undefined)
    return voice.say("acceptance.experiment.harm-unsized", { outcome: outcome.name, usual });
  if (detects === null) return voice.say("acceptance.experiment.harm-none", { outcome: outcome.name, usual });
  return voice.say(`acceptance.experiment.harm-${outcome.better === "lower" ? "rise" : "fall"}`, {
    outcome: outcome.name,
    ...fromTo(voice, "experiment.outcome", outcome.rate, detects),
  });
}

function sizeOf(
  voice: Voice,
  { min_units: units, min_days: days, needed, outcome }: Experiment,
): readonly Inline[] | null {
  const parts = [
    ...(units === undefined
      ? []
      : [voice.say("acceptance.experiment.units", { n: planCount(voice, "experiment.min_units", units) })]),
    ...(days === undefined
      ? []
      : [
          voice.say("acceptance.stages.days", {
            n: planCount(voice, "experiment.min_days", days),
            count: days,
          }),
        ]),
    ...(needed === null || outcome?.harm === undefined
      ? []
      : [
          voice.say(
            units !== undefined && units >= needed
              ? "acceptance.experiment.needed-met"
              : "acceptance.experiment.needed",
            {
              n: planCount(voice, "experiment.needed", needed),
              harm: planRate(
                voice,
                "experiment.outcome.harm",
                outcome.harm,
                totalFor(outcome.rate, outcome.harm),
              ),
            },
          ),
        ]),
  ];
  return inLines(parts);
}

function looksOf(voice: Voice, { looks, alpha_by_look: levels }: Experiment): readonly Inline[] {
  if (looks === 1) return voice.say("acceptance.experiment.one-look");
  const told = levels.map((level) => formatPlain(Number(level.toPrecision(2)), voice.lang)).join(", ");
  return voice.say("acceptance.experiment.many-looks", {
    n: planCount(voice, "experiment.looks", looks),
    levels: told,
  });
}

function labelsOf(
  voice: Voice,
  { label_delay: delay, until_labels: meanwhile }: Experiment,
): readonly Inline[] | null {
  if (delay === undefined && meanwhile === undefined) return null;
  return voice.say("acceptance.experiment.until-labels", {
    delayed: delay === undefined ? "no" : "yes",
    delay: delay ?? "",
    told: meanwhile === undefined ? "no" : "yes",
    meanwhile: meanwhile ?? "",
  });
}
