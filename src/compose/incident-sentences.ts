import type { Inline } from "../model/inline.js";
import { formatDate } from "../phrasing/format-date.js";
import { formatCount } from "../phrasing/format-number.js";
import { noun } from "../phrasing/counted.js";
import { ofNoun } from "../phrasing/noun-slots.js";
import { stopName } from "../phrasing/confidence-words.js";
import { reasonText } from "../phrasing/measure-number.js";
import { text } from "../phrasing/inline.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";
import { costSentences, moneyRange } from "./incident-cost.js";
import type { Incident } from "./incident-of.js";
import { perHundred } from "../phrasing/per-hundred.js";

type Sentence = readonly Inline[];

/** Sentences of one part of an incident brief, in order; empty where there is nothing to say. */
export type IncidentPart = (context: DocumentContext, incident: Incident) => readonly Sentence[];

/** How much, since when, and what it has cost: the top of the page. Without a break it says that, and nothing else. */
export const impact: IncidentPart = (context, incident) => {
  const { voice } = context;
  const found = incident.series?.break;
  if (found == null) return [noBreak(context, incident)];
  const after = incident.sums("after");
  if (after === undefined) return [voice.say("incident.not-summed"), ...costSentences(context, incident)];
  const both = after.over > 0 && after.under > 0 ? "both" : after.under > 0 ? "under" : "over";
  return [
    voice.say("incident.impact", {
      side: both,
      period: incident.period(found.period),
      over: incident.amount("after/over", after.over),
      under: incident.amount("after/under", after.under),
      quantity: incident.quantity,
      n: count(context, "after/periods", after.periods),
      n_n: after.periods,
      ...casesFor(context, after.periods),
    }),
    rateSentence(context, incident, after.evaluation),
    ...costSentences(context, incident),
    ...(incident.facts.mixed ? [voice.say("incident.mixed")] : []),
  ];
};

/** "It missed by 23 for every 100 of the actual total (no range: too few periods)." */
function rateSentence(context: DocumentContext, { sums }: Incident, evaluation: string): Sentence {
  const { voice } = context;
  const of = (wanted: string) => perHundred(voice, context.estimate(`${prefix(context, wanted)}wape@all`));
  const before = sums("before");
  const [was, is] = [before === undefined ? null : of(before.evaluation), of(evaluation)];
  return voice.say("incident.impact-rate", {
    value: is.value,
    range: is.range.length === 0 ? "" : [text(" "), ...is.range],
    compared: was === null ? "no" : "yes",
    was: was === null ? "" : was.value,
    was_range: was === null || was.range.length === 0 ? "" : [text(" "), ...was.range],
  });
}

/** "No break can be shown in 12 months: ..."; the page then tells no story of one. */
function noBreak(context: DocumentContext, { series }: Incident): Sentence {
  const { voice } = context;
  const n = series?.periods ?? 0;
  return voice.say("incident.no-break", {
    n: formatCount(n, voice.lang),
    n_n: n,
    ...casesFor(context, n),
    why: voice.say(`incident.why-${series?.reason ?? "too-short"}`),
  });
}

/** When the level changed, how far periods used to stray and how many do now, and what is recorded near it. */
export const situation: IncidentPart = (context, incident) => {
  const { voice } = context;
  const { series } = incident;
  if (series?.break == null) return [noBreak(context, incident)];
  const { period, first, last, reason, earlier, recorded } = series.break;
  const { band } = series;
  const usual = (role: "before" | "since") => ({
    [`${role}_x`]: count(
      context,
      `band/${role}/outside`,
      band === null ? 0 : band[role].above + band[role].below,
    ),
    [`${role}_n`]: count(context, `band/${role}/n`, band?.[role].n ?? 0),
  });
  return [
    voice.say("incident.break", {
      period: incident.period(period),
      dated: first === null || last === null ? "no" : first === last ? "one" : "yes",
      first: first === null ? "" : incident.period(first),
      last: last === null ? "" : incident.period(last),
      why: reason === null ? "" : reasonText(voice, reason),
    }),
    ...(earlier === 0
      ? []
      : [voice.say("incident.earlier", { n: formatCount(earlier, voice.lang), n_n: earlier })]),
    band === null
      ? voice.say("incident.no-band")
      : voice.say("incident.band", {
          ...usual("before"),
          ...usual("since"),
          before_count: band.before.above + band.before.below,
          since_count: band.since.above + band.since.below,
        }),
    ...(recorded === null
      ? []
      : [
          voice.say("incident.recorded", {
            what: visibleText(recorded.what),
            at: incident.period(recorded.at),
          }),
        ]),
  ];
};

/** When it was noticed, and how long that took. */
export const detection: IncidentPart = ({ voice, index }, { plan, facts }) => {
  const { detection: found } = facts;
  if (plan.detected === undefined) return [voice.say("incident.not-detected")];
  const days = (part: "value" | "low" | "high", value: number): Inline => ({
    type: "datum",
    ref: `incident:${index}/detection`,
    part,
    value,
    text: formatCount(value, voice.lang),
  });
  const by = plan.detected_by;
  return [
    voice.say("incident.detected", {
      day: formatDate(plan.detected, voice.lang),
      by: by === undefined ? "" : visibleText(by),
      named: by === undefined ? "no" : "yes",
    }),
    ...(found === null
      ? []
      : [
          voice.say("incident.took", {
            n: days("value", found.days),
            n_n: found.days,
            ranged: found.low === null || found.high === null ? "no" : "yes",
            low: days("low", found.low ?? found.days),
            high: days("high", found.high ?? found.days),
          }),
        ]),
  ];
};

/** What is thought to be the cause, whether that was tested, and how far the evidence carries it. */
export const cause: IncidentPart = ({ voice, assessment }, { facts }) => {
  const claim = assessment.confidence.find(({ claim: id }) => id === facts.cause?.claim);
  if (facts.cause === null || claim === undefined) return [voice.say("incident.cause-unknown")];
  const stop = stopName(voice, claim);
  return [
    voice.say("incident.cause", {
      text: visibleText((claim.text ?? "").replace(/\.$/, "")),
      tested: facts.cause.tested,
    }),
    voice.say("incident.cause-stop", {
      stop:
        claim.c === null
          ? stop
          : voice.say("confidence.named", { stop, c: formatCount(claim.c, voice.lang) }),
    }),
  ];
};

/** Where it was seen, looked for and not seen, and not looked for at all. */
export const reach: IncidentPart = ({ voice }, { plan }) =>
  (["affected", "checked", "not_checked"] as const).map((key) => {
    const names = plan[key] ?? [];
    return voice.say(`incident.reach-${key.replace("_", "-")}`, {
      given: names.length === 0 ? "no" : "yes",
      names: names.map(visibleText).join("; "),
    });
  });

/** When the next word comes, and from whom. */
export const update: IncidentPart = ({ voice }, { plan: { next_update: next } }) =>
  next === undefined
    ? [voice.say("incident.no-update")]
    : [voice.say("incident.update", { at: visibleText(next.at), owner: visibleText(next.owner) })];

/** What the rule did against the model in the same periods: before it is used, or counted after. */
export const rule: IncidentPart = (context, incident) => {
  const { voice } = context;
  const { plan, facts } = incident;
  const { avoided } = facts;
  const named = plan.rule?.name === undefined ? "" : visibleText(plan.rule.name);
  if (avoided === null) {
    if (plan.rule === undefined) return [];
    return [voice.say("incident.rule-not-measured", { rule: named })];
  }
  const role = avoided.of === "result" ? "result-rule" : "rule-after";
  const own = incident.sums(role);
  return [
    voice.say(`incident.rule-${avoided.of}`, {
      rule: named,
      named: named === "" ? "no" : "yes",
      over: incident.amount(`${role}/over`, own?.over ?? 0),
      under: incident.amount(`${role}/under`, own?.under ?? 0),
      quantity: incident.quantity,
      saved: incident.amount("avoided/over", Math.abs(avoided.over)),
      less: avoided.over > 0 ? "less" : avoided.over < 0 ? "more" : "same",
    }),
    ...(avoided.cost === null
      ? []
      : [
          voice.say("incident.avoided-cost", {
            money: moneyRange(context, "avoided", avoided.cost),
            clear: avoided.cost.low > 0 ? avoided.of : "no",
          }),
        ]),
  ];
};

/** For the follow-up: when it was mended, and what protocol came out of it. */
export const mended: IncidentPart = (context, { plan, facts }) => {
  const { voice } = context;
  return [
    ...(facts.mended === null
      ? []
      : [
          voice.say("incident.mended", {
            day: formatDate(facts.mended.day, voice.lang),
            n: count(context, "mended", facts.mended.days),
            n_n: facts.mended.days,
          }),
        ]),
    ...(plan.result?.protocol === undefined
      ? []
      : [voice.say("incident.protocol", { protocol: visibleText(plan.result.protocol) })]),
  ];
};

function count({ voice, index }: DocumentContext, role: string, value: number): Inline {
  return {
    type: "datum",
    ref: `incident:${index}/${role}`,
    part: "n",
    value,
    text: formatCount(value, voice.lang),
  };
}

/** The noun of periods in the number that a count needs, and the form after "of". */
function casesFor({ voice: { words } }: DocumentContext, n: number): { cases: string; of_cases: string } {
  return { cases: noun(words.case, n), of_cases: ofNoun(words, "case", n) };
}

function prefix({ assessment }: DocumentContext, evaluation: string): string {
  return assessment.evaluations.length > 1 ? `${evaluation}/` : "";
}
