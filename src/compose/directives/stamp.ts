import { isBinary } from "../../model/tasks.js";
import type { BlockContent } from "mdast";

import type { Assessment } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import type { DocumentPlan } from "../../model/plan.js";
import { lastDayOf } from "../../model/last-day-of.js";
import { sourceDigest, sourceName } from "../../model/source-name.js";
import { formatDate } from "../../phrasing/format-date.js";
import {
  formatCount,
  formatStatedMoney,
  formatPlain,
  formatThreshold,
} from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { likelihoodSentence } from "../../phrasing/likelihood-sentence.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { documentClaims } from "../document-claims.js";
import { evaluationTitle } from "../evaluation-title.js";
import { estimateAt } from "../resolve.js";
import { subjectOf } from "../subject-of.js";
import { ofNoun } from "../../phrasing/noun-slots.js";
import { voiceAbout } from "../../phrasing/voice-about.js";
import { inlineNodes } from "../inline-nodes.js";
import { visibleText } from "../../visible-text.js";

type Source = Assessment["sources"][number];

/** Where the page comes from: evidence, method, assumptions, issue; last of all the notice. */
export const stamp: Directive = {
  id: "stamp",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const { say } = context.voice;
    const columns: readonly (readonly [string, readonly (readonly Inline[])[]])[] = [
      ["evidence", evidenceLines(context)],
      ["method", methodLines(context)],
      ["assumed", assumedLines(context)],
      ["issue", issueLines(context)],
    ];
    const cells = columns.map(([name, lines]): BlockContent => ({
      type: "block",
      name: "fact",
      children: [
        {
          type: "block",
          name: "term",
          children: [{ type: "paragraph", children: inlineNodes(say(`stamp.${name}`)) }],
        },
        ...lines
          .filter((line) => line.length > 0)
          .map((line): BlockContent => ({ type: "paragraph", children: inlineNodes(line) })),
      ],
    }));
    const closing: BlockContent[] = [{ type: "block", name: "facts", children: cells }];
    return [{ type: "block", name: "stamp", children: closing }];
  },
};

function evidenceLines(context: DocumentContext): (readonly Inline[])[] {
  const { voice, assessment, evaluation } = context;
  const source = assessment.sources.find((one) => sourceName(one) === evaluation.source);
  if (source === undefined) return [voice.say(`table.evidence-facts.basis-${evaluation.basis}`)];
  return [
    ...sourceLines(context, source),
    evaluation.collected === null
      ? voice.say("stamp.undated")
      : [
          text(
            `${formatDate(evaluation.collected.first, voice.lang)} – ${formatDate(evaluation.collected.last, voice.lang)}`,
          ),
        ],
    ...otherSources(context, source).flatMap((one) => sourceLines(context, one)),
  ];
}

/** Files of the other evaluations: a page may tell numbers of any of them. */
function otherSources({ assessment }: DocumentContext, own: Source): Source[] {
  const names = new Set(assessment.evaluations.map(({ source }) => source));
  return assessment.sources.filter((one) => one !== own && names.has(sourceName(one)));
}

/** A file, and how many rows of which bytes were read. */
function sourceLines({ voice }: DocumentContext, source: Source): (readonly Inline[])[] {
  return [
    [text(visibleText(sourceName(source)))],
    voice.say("stamp.rows", {
      rows:
        source.rows === null
          ? ""
          : {
              type: "datum",
              ref: `source:${sourceName(source)}`,
              part: "n",
              value: source.rows,
              text: formatCount(source.rows, voice.lang),
            },
      digest: sourceDigest(source).slice(0, 16),
    }),
  ];
}

function methodLines(context: DocumentContext): (readonly Inline[])[] {
  const { voice, evaluation, assessment } = context;
  const { threshold, score, flag, subjects } = evaluation;
  if (!isBinary(evaluation.task)) return [rangesLine(context), clusteredLine(context), scaleLine(context)];
  const cut =
    threshold === null
      ? voice.say(assessment.held.includes("cut-off") ? "stamp.threshold-held" : "stamp.no-threshold")
      : voice.say(`stamp.threshold-${flag}`, {
          threshold: {
            type: "datum",
            ref: `evaluation:${evaluation.id}`,
            part: "value",
            value: threshold,
            text: formatThreshold(threshold, voice.lang),
          },
          score: score?.column ?? "",
        });
  return [
    cut,
    subjects === null ? voice.say("stamp.wilson") : [],
    clusteredLine(context),
    scaleLine(context),
  ];
}

/** How the ranges were made: by one method, or by several, and then where each is named if anywhere. */
function rangesLine({ voice, evaluation, assessment, document }: DocumentContext): readonly Inline[] {
  const methods = new Set(
    assessment.estimates
      .filter((estimate) => estimate.evaluation === evaluation.id && estimate.interval !== null)
      .flatMap(({ interval }) => interval?.method ?? []),
  );
  if (methods.size === 0) return voice.say("stamp.no-ranges");
  if (methods.size === 1) return voice.say("stamp.method-one", { method: [...methods][0] ?? "" });
  const named =
    document.kind === "model-card"
      ? "here"
      : assessment.documents.some(({ kind }) => kind === "model-card")
        ? "card"
        : "nowhere";
  return voice.say("stamp.method-many", { named });
}

/** Ranges that know that a person comes more than once; of which evidence, where the page has other evidence too. */
function clusteredLine(context: DocumentContext): readonly Inline[] {
  const { voice, assessment, evaluation } = context;
  const told = assessment.evaluations.filter((one) => one.id === evaluation.id || one.source !== null);
  const clustered = told.filter(({ subjects }) => subjects !== null);
  if (clustered.length === 0) return [];
  if (clustered.length === told.length) return voice.say("stamp.clustered");
  const names = clustered.map(({ id }) => evaluationTitle(context, id));
  return voice.say("stamp.clustered-in", { names: names.join("; ") });
}

/** What words for how likely something is mean on this page, and whether it uses any. */
function scaleLine(context: DocumentContext): readonly Inline[] {
  const { voice, document, materials } = context;
  const scale = document.scale ?? "ipcc";
  const isUsed =
    materials.documents[document.kind]?.source.includes('table{id="confidence"}') === true &&
    documentClaims(context, true).some(({ confidence, subject: { estimate } }) =>
      estimate === undefined ? false : likelihoodSentence(voice, confidence, estimate, scale).length > 0,
    );
  return voice.say("stamp.words", {
    scale: voice.say(`likelihood.scale.${scale}`),
    used: isUsed ? "yes" : "no",
  });
}

function assumedLines(context: DocumentContext): (readonly Inline[])[] {
  const { voice, assessment, evaluation, document } = context;
  const { costs, deployment } = assessment;
  // A base rate that no number of this evidence stands on is no assumption of it.
  const general = !isBinary(evaluation.task);
  const stands = assessment.estimates.some(
    (estimate) =>
      estimate.evaluation === evaluation.id && estimate.base_rate !== null && estimate.value !== null,
  );
  const base = general && !stands ? null : deployment.base_rate;
  const lines: (readonly Inline[])[] = [];
  if (base !== null) lines.push(baseRateLine(context, base));
  const outside = voice.audience === "customer" || voice.audience === "public";
  if (costs === null || outside) return lines.length === 0 ? [voice.say("stamp.no-assumptions")] : lines;
  const { earns, loses } = document.case ?? {};
  if (earns !== undefined && loses !== undefined)
    return [
      ...lines,
      costLine(context, "case-earns", statedAmount(earns)),
      costLine(context, "case-loses", statedAmount(loses)),
    ];
  for (const name of ["action", "false_alarm", "miss", "effect"] as const) {
    const cost = costs[name];
    if (cost !== null) lines.push(costLine(context, name.replace("_", "-"), cost));
  }
  if (costs.effect === null && costs.miss !== null) lines.push(voice.say("stamp.cost-effect-whole"));
  if (document.incident?.cost !== undefined) lines.push(voice.say("incident.assumed"));
  return lines.length === 0 ? [voice.say("stamp.no-assumptions")] : lines;
}

/** The base rate of all cases; where the document is about a slice, that of the slice before it. */
function baseRateLine(
  context: DocumentContext,
  { value, source }: NonNullable<Assessment["deployment"]["base_rate"]>,
): readonly Inline[] {
  const { voice, document } = context;
  const subject = subjectOf(document);
  const slice = context.slice(subject) ?? null;
  const own = slice === null ? null : (estimateAt(context, "deployment-base-rate", subject) ?? null);
  const rate = (ref: string, shown: number): Inline => ({
    type: "datum",
    ref,
    part: "value",
    value: shown,
    text: formatPlain(shown, voice.lang),
  });
  const whole = rate("deployment-base-rate@all", value);
  const sourced = { source: source ?? "", sourced: source === null ? "no" : "yes" };
  if (slice === null || own?.value == null) return voice.say("stamp.base-rate", { rate: whole, ...sourced });
  const { words } = voiceAbout(voice, slice);
  return voice.say("stamp.base-rate-of", {
    rate: rate(own.id, Number(own.value.toFixed(3))),
    cases: words.case[1],
    of_cases: ofNoun(words, "case", 2),
    all_cases: voice.words.case[1],
    of_all_cases: ofNoun(voice.words, "case", 2),
    whole,
    ...sourced,
  });
}

type Cost = NonNullable<NonNullable<Assessment["costs"]>["miss"]>;

function statedAmount(given: NonNullable<NonNullable<DocumentPlan["case"]>["earns"]>): Cost {
  if (typeof given === "number") return { value: given, low: given, high: given, source: null };
  const { value, low = value, high = value, source = null } = given;
  return { value, low, high, source };
}

/** "A miss €900 (€600 to €1,400), assumption". */
function costLine({ voice, assessment }: DocumentContext, name: string, cost: Cost): readonly Inline[] {
  const show = (value: number): string =>
    name === "effect"
      ? formatPlain(value, voice.lang)
      : formatStatedMoney(value, assessment.costs?.currency ?? "EUR", voice.lang);
  return voice.say(`stamp.cost-${name}`, {
    value: show(cost.value),
    low: show(cost.low),
    high: show(cost.high),
    ranged: cost.low < cost.high ? "yes" : "no",
    source: cost.source ?? "",
    sourced: cost.source === null ? "no" : "yes",
  });
}

function issueLines({ voice, assessment, document }: DocumentContext): (readonly Inline[])[] {
  const { say, lang } = voice;
  // When it was issued and how old its evidence is are two things: a fresh page may rest on old cases.
  const issued = document.issued ?? assessment.issued;
  const lastDay = lastDayOf(assessment.evaluations);
  const setAside = assessment.lint.severities.length + assessment.lint.exceptions.length;
  const approved = (document.approved_by ?? [])
    .map(({ role, date }) => `${visibleText(role)}, ${formatDate(date, lang)}`)
    .join("; ");
  return [
    [
      text(
        [document.id, document.version === undefined ? undefined : `v${document.version}`]
          .filter((part) => part !== undefined)
          .map(visibleText)
          .join(" "),
      ),
    ].filter(({ value }) => value !== ""),
    lastDay === undefined ? [] : say("stamp.evidence-to", { date: formatDate(lastDay, lang) }),
    issued === null ? say("stamp.not-issued") : say("stamp.issued", { date: formatDate(issued, lang) }),
    document.owner === undefined
      ? say("stamp.no-owner")
      : say("stamp.owner", { owner: visibleText(document.owner) }),
    document.decision?.owner === undefined
      ? []
      : say("stamp.decider", { decider: visibleText(document.decision.owner) }),
    document.next_review === undefined
      ? []
      : say("stamp.review", { date: formatDate(document.next_review, lang) }),
    approved === "" ? [] : say("stamp.approved", { who: approved }),
    setAside === 0 ? [] : say("exception.stamp", { n: formatCount(setAside, lang) }),
    say("stamp.edition", { edition: say(`audience.${voice.audience}`) }),
  ];
}
