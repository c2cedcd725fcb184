import type { Estimate } from "../model/assessment.js";
import type { ExceptionProtocolPlan, ProtocolTrigger } from "../model/exception-protocol-plan.js";
import type { GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { noun } from "../phrasing/counted.js";
import { formatDate } from "../phrasing/format-date.js";
import { formatCount, formatPlain } from "../phrasing/format-number.js";
import { formatPeriod, isMonthly } from "../phrasing/format-period.js";
import { text } from "../phrasing/inline.js";
import { ofNoun } from "../phrasing/noun-slots.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";
import { seriesTable } from "./incident-of.js";
import { perHundred } from "../phrasing/per-hundred.js";

type Sentence = readonly Inline[];
type Fallback = NonNullable<ExceptionProtocolPlan["fallback"]>;

/** "Error, as a share of the forecast: above 0.1 for 2 months running." */
export function triggerPieces({ voice, index }: DocumentContext, trigger: ProtocolTrigger): Sentence {
  const { id, signal, above, below, periods, min_cases: least } = trigger;
  const number = (value: number): Inline => ({
    type: "datum",
    ref: `plan:documents.${index}.protocol.triggers.${id}`,
    part: "value",
    value,
    text: formatPlain(value, voice.lang),
  });
  const side = above !== undefined && below !== undefined ? "both" : above !== undefined ? "above" : "below";
  return voice.say("protocol.trigger", {
    signal: visibleText(signal),
    given: above === undefined && below === undefined ? "no" : "yes",
    side,
    above: number(above ?? 0),
    below: number(below ?? 0),
    periods: formatCount(periods, voice.lang),
    periods_n: periods,
    one_case: voice.words.case[0],
    cases: noun(voice.words.case, periods),
    of_cases: ofNoun(voice.words, "case", periods),
    least: formatCount(least ?? 0, voice.lang),
    bounded: least === undefined ? "no" : "yes",
  });
}

/** How often it would have fired without a cause, and how soon after the break. */
export function triedSentences(context: DocumentContext, { id }: ProtocolTrigger): readonly Sentence[] {
  const { voice, assessment, index } = context;
  const facts = assessment.protocols
    .find(({ document }) => document === index)
    ?.triggers.find((one) => one.id === id);
  if (facts === undefined || facts.reason !== null)
    return [voice.say(`protocol.untried-${facts?.reason ?? "no-series"}`)];
  const { before, since, evaluation } = facts;
  const count = (role: string, value: number): Inline => ({
    type: "datum",
    ref: `protocol:${index}/${id}/${role}`,
    part: role === "before/bound" ? "bound" : "n",
    value,
    text: formatCount(value, voice.lang),
    ...(role === "before/bound" ? { of: 100 } : {}),
  });
  const nouns = (n: number) => ({
    cases: noun(voice.words.case, n),
    of_cases: ofNoun(voice.words, "case", n),
  });
  const monthly = isMonthly((seriesTable(context, evaluation)?.rows ?? []).map(({ label }) => label));
  return [
    voice.say("protocol.tried-before", {
      broken: since === null ? "no" : "yes",
      none: before.alarms === 0 ? "yes" : "no",
      x: count("before/alarms", before.alarms),
      x_n: before.alarms,
      n: count("before/n", before.n),
      ...nouns(before.n),
      bounded: before.bound === null ? "no" : "yes",
      bound: count("before/bound", Math.ceil((before.bound ?? 1) * 100)),
    }),
    ...(since === null
      ? []
      : [
          voice.say("protocol.tried-since", {
            fired: since.after === null ? "no" : "yes",
            after: count("since/after", since.after ?? 0),
            after_n: since.after ?? 0,
            n: count("since/n", since.n),
            ...nouns(since.after ?? since.n),
            period: since.period === null ? "" : visibleText(formatPeriod(since.period, monthly, voice.lang)),
          }),
        ]),
  ];
}

/** The rule that stands in, and how far off it was where somebody measured it. */
export function fallbackSentences(context: DocumentContext, fallback: Fallback): readonly Sentence[] {
  const { voice } = context;
  const { rule, how, approved_by: by, approved } = fallback;
  return [
    voice.say("protocol.fallback", { rule: visibleText(rule) }),
    ...(how === undefined ? [] : [[text(visibleText(how))]]),
    voice.say("protocol.approved", {
      by: visibleText(by ?? ""),
      named: by === undefined ? "no" : "yes",
      day: approved === undefined ? "" : formatDate(approved, voice.lang),
      dated: approved === undefined ? "no" : "yes",
    }),
  ];
}

/**
 * "Since the break the rule missed by 8.3 for every 100 of the actual total (range 6.1 to 10.8), in 6 months", and
 * then before it: what holds today comes first, and alone where there is room for one.
 */
export function errorSentences(context: DocumentContext, fallback: Fallback): readonly Sentence[] {
  const { voice } = context;
  const told = (["since", "before"] as const).flatMap((stretch) =>
    (["rule", "model"] as const).flatMap((who): Sentence[] => {
      const estimate = wapeOf(context, who === "rule" ? fallback[stretch] : fallback[`model_${stretch}`]);
      if (estimate?.value == null) return [];
      const { value, range } = perHundred(voice, estimate);
      const n: Inline = {
        type: "datum",
        ref: estimate.id,
        part: "n",
        value: estimate.n,
        text: formatCount(estimate.n, voice.lang),
      };
      return [
        voice.say("protocol.fallback-error", {
          stretch,
          who,
          value,
          range: range.length === 0 ? "" : [text(" "), ...range],
          n,
          cases: noun(voice.words.case, estimate.n),
          of_cases: ofNoun(voice.words, "case", estimate.n),
        }),
      ];
    }),
  );
  const isMeasured = wapeOf(context, fallback.before) ?? wapeOf(context, fallback.since);
  return isMeasured?.value == null ? [voice.say("protocol.fallback-not-measured")] : told;
}

function wapeOf(context: DocumentContext, evaluation: string | undefined): Estimate | undefined {
  if (evaluation === undefined) return undefined;
  const { assessment } = context;
  return context.estimate(assessment.evaluations.length > 1 ? `${evaluation}/wape@all` : "wape@all");
}

/** Fallback, clock, single cases, log and review as pairs of a name and what holds; what is missing is said. */
export function ruleRows(context: DocumentContext, protocol: ExceptionProtocolPlan): readonly GridRow[] {
  const { voice } = context;
  const { fallback, clock, cases, log, review } = protocol;
  const rows: readonly (readonly [string, readonly Sentence[]])[] = [
    ["fallback", fallback === undefined ? [] : fallbackSentences(context, fallback)],
    ["error", fallback === undefined ? [] : errorSentences(context, fallback)],
    ["clock", clock === undefined ? [] : [clockSentence(context, clock)]],
    ["cases", cases === undefined ? [] : casesSentences(context, cases)],
    [
      "log",
      log === undefined
        ? []
        : [
            voice.say("protocol.log", {
              what: visibleText(log.what),
              where: visibleText(log.where),
              kept: visibleText(log.kept),
            }),
          ],
    ],
    ["review", review === undefined ? [] : [reviewSentence(context, review)]],
  ];
  return rows.map(([name, sentences]) => ({
    cells: [
      { pieces: voice.say(`protocol.rule-${name}`) },
      {
        pieces:
          sentences.length === 0
            ? voice.say("table.not-given")
            : sentences.flatMap((one, place) => (place === 0 ? one : [text(" "), ...one])),
      },
    ],
  }));
}

export function clockSentence(
  { voice }: DocumentContext,
  { expires, renewed_by: by, renewals }: NonNullable<ExceptionProtocolPlan["clock"]>,
): Sentence {
  return voice.say("protocol.clock", {
    expires: visibleText(expires),
    by: visibleText(by),
    renewals: formatCount(renewals, voice.lang),
    renewals_n: renewals,
  });
}

function casesSentences(
  { voice, index }: DocumentContext,
  { reasons, second_person: second, cap }: NonNullable<ExceptionProtocolPlan["cases"]>,
): readonly Sentence[] {
  const number = (key: "most" | "of"): Inline => ({
    type: "datum",
    ref: `plan:documents.${index}.protocol.cases.cap.${key}`,
    part: key === "of" ? "outOf" : "value",
    value: cap[key],
    text: formatCount(cap[key], voice.lang),
  });
  return [
    voice.say("protocol.cases", {
      reasons: reasons.map(visibleText).join("; "),
      second: visibleText(second),
    }),
    voice.say("protocol.cap", { most: number("most"), of: number("of"), per: visibleText(cap.per) }),
  ];
}

function reviewSentence(
  { voice }: DocumentContext,
  { within_days: days, owner }: NonNullable<ExceptionProtocolPlan["review"]>,
): Sentence {
  return voice.say("protocol.review", {
    days: formatCount(days, voice.lang),
    days_n: days,
    owner: visibleText(owner),
  });
}
