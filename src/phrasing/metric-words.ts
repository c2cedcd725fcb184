import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { plainText, text } from "./inline.js";
import type { Slots } from "./say.js";
import { casesOf } from "./subject-words.js";
import type { Voice } from "./voice.js";
import { nounSlots } from "./noun-slots.js";

/** What an estimate is an estimate of: enough to name it. */
export type Named = Pick<Estimate, "metric" | "facet" | "evaluation" | "of">;

/** Name of a metric without what it is narrowed to; a metric nobody named is called by its id. */
export function metricName(voice: Voice, estimate: Named): readonly Inline[] {
  const { metric } = estimate;
  const id = known(voice, `metric.${voice.taskOf(estimate)}.${metric}`, `metric.${metric}`);
  return id === null ? [text(metric.replaceAll("-", " "))] : voice.say(id, metricNouns(voice));
}

/**
 * What a metric is narrowed to: a class, an attack species, a target; nothing where it is not narrowed.
 *
 * A facet of several parts (`VF=MI`, `fmr=0.001`, `a..b`) has a phrase of its metric or, for `key=value`, of its key.
 */
export function facetName(voice: Voice, { metric, facet, evaluation }: Named): readonly Inline[] {
  if (facet === undefined) return [];
  const named = voice.partName({ evaluation, facet });
  if (named !== null) return [text(named)];
  const [first = "", second = "", third = ""] = facet
    .split(/=|\.\./)
    .map((part) => voice.partName({ evaluation, facet: part }) ?? part);
  const id = known(
    voice,
    `facet.${voice.taskOf({ evaluation })}.${metric}`,
    `facet.of-${metric}`,
    `facet.${facet.replace(/=.*$/, "")}`,
  );
  return id === null
    ? [text(facet.includes("..") ? [first, second, third].filter((part) => part !== "").join(" – ") : facet)]
    : voice.say(id, {
        ...metricNouns(voice),
        facet,
        first,
        second,
        third,
        parts: third === "" ? "two" : "three",
      });
}

/**
 * The cases a share is a share of, many of them: "impostor comparisons".
 *
 * @param form - `of` for the form after "of", where a language has one
 */
export function wholeName(voice: Voice, estimate: Named, form: "plain" | "of" = "plain"): readonly Inline[] {
  const { metric, of } = estimate;
  const facet = facetName(voice, estimate);
  const task = voice.taskOf(estimate);
  const id = known(voice, `share.${task}.${metric}.of`, `share.${metric}.of`, `share.any.${of}`);
  const slots = { ...metricNouns(voice), facet, faceted: facet.length === 0 ? "no" : "yes", form };
  const whole = id === null ? casesOf(voice, null, form) : voice.say(id, slots);
  const told = plainText([...whole, ...(outcomeName(voice, estimate, 2) ?? [])]);
  return facet.length === 0 || told.includes(plainText(facet))
    ? whole
    : [...whole, text(" ("), ...facet, text(")")];
}

/** Metrics whose counted ones are of a kind, not treated in a way: other languages say "are" and "are made" apart. */
const ofKind = /^(deployment-)?base-rate$|^(precision|npv)(-test)?$/;

/** What a share is a share of, in both forms, and whether the counted ones are something or something is done to them. */
export function wholeSlots(voice: Voice, estimate: Named): Slots {
  return {
    whole: wholeName(voice, estimate),
    of_whole: wholeName(voice, estimate, "of"),
    being: ofKind.test(estimate.metric) ? "yes" : "no",
  };
}

/**
 * What the counted ones of a share are, after "is" or "are": "accepted"; null for a metric nobody has said it of.
 *
 * @param count - the number it stands after, which chooses singular or plural
 */
export function outcomeName(voice: Voice, estimate: Named, count: number): readonly Inline[] | null {
  const { metric } = estimate;
  const id = known(voice, `share.${voice.taskOf(estimate)}.${metric}.are`, `share.${metric}.are`);
  if (id === null) return null;
  return voice.say(id, { ...metricNouns(voice), facet: facetName(voice, estimate), x_n: count });
}

/** Nouns a metric's name may use. */
export function metricNouns({ words }: Pick<Voice, "words">): Slots {
  return nounSlots(words);
}

function known(voice: Voice, ...ids: readonly string[]): string | null {
  return ids.find((id) => voice.knows(id)) ?? null;
}
