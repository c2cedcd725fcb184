import type { Finding, Limitation } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import type { FailureFamily, PremortemRowPlan } from "../model/premortem-plan.js";
import { formatDate } from "../phrasing/format-date.js";
import { formatCount } from "../phrasing/format-number.js";
import { text } from "../phrasing/inline.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";
import { limitationTitle } from "./limitation-title.js";
import { usualFailure } from "./usual-failure.js";
import { answerTo } from "./answer-to.js";
import { toldFinding } from "./told-finding.js";

type Sentence = readonly Inline[];

/** One way in which it failed, ready to print. A field nobody has filled is null. */
export interface PremortemRow {
  readonly family: FailureFamily;
  readonly story: Sentence;
  /** What led to it: the author's mechanism, or what is known today. */
  readonly mechanism: Sentence | null;
  readonly signal: Sentence;
  readonly threshold: Sentence;
  readonly window: Sentence;
  readonly seenBy: Sentence | null;
  readonly likelihood: Sentence | null;
  readonly harm: Sentence | null;
  readonly prevention: Sentence | null;
  readonly contingency: Sentence | null;
  readonly owner: Sentence | null;
  readonly by: Sentence | null;
  /** Limitation or finding it stands for; null for a row of people alone. */
  readonly link: string | null;
  /** Further records of the same kind that the row was drafted from. */
  readonly alike: number;
  /** True where no person has written the story. */
  readonly drafted: boolean;
}

/** Most rows of a page that somebody still reads. */
const mostRows = 12;

const familyOfType: Readonly<Record<string, FailureFamily>> = {
  ADV: "adversary",
  DEP: "adversary",
  HUM: "people",
  LBL: "people",
  XPL: "people",
  CNS: "people",
  FBK: "people",
  THR: "people",
  LEK: "people",
  PRI: "people",
  OPS: "success",
  VEN: "vendor",
};

/** The family of a limitation type; what is measured wrong or not at all is of the data. */
export function familyOf(type: string): FailureFamily {
  return familyOfType[type] ?? "data";
}

/**
 * Rows in the order in which they are read: what people wrote, then what is drafted from the register in its order,
 * from questions that are open and in no record, and from the load that success brings.
 */
export function premortemRows(context: DocumentContext): readonly PremortemRow[] {
  const own = context.document.premortem?.rows ?? [];
  const open = context.assessment.limitations.filter(
    ({ status }) => status !== "closed" && status !== "superseded",
  );
  const written = own.map((row) =>
    writtenRow(
      context,
      row,
      open.find(({ id }) => id === row.limitation),
    ),
  );
  const taken = new Set(own.map(({ limitation }) => limitation));
  const drafted = draftedRows(
    context,
    open.filter(({ id }) => !taken.has(id)),
  );
  const types = new Set(open.map(({ type }) => type as string));
  const told = new Set(open.flatMap(({ findings }) => findings));
  const gaps = context.assessment.findings
    .filter(
      ({ id, gap, rule }) => gap && rule !== "criteria-not-met" && rule !== "not-given" && !told.has(id),
    )
    // One row for each kind of gap that no record speaks of.
    .filter(
      ({ type, rule }, index, all) =>
        (rule === "unmeasured-attack" || !types.has(type)) &&
        all.findIndex((one) => one.type === type) === index,
    )
    .map((finding) => gapRow(context, finding));
  const hasLoad = [...written, ...drafted].some(({ family }) => family === "success");
  return [...written, ...drafted, ...gaps, ...(hasLoad ? [] : loadRow(context))].slice(0, mostRows);
}

/** Words of an author within a sentence of ours, which brings its own stop. */
function line(value: string | undefined): Sentence | null {
  return value === undefined ? null : [text(visibleText(value).replace(/\.$/, ""))];
}

/** An author's sentence that stands by itself. */
function wholeSentence(value: string | undefined): Sentence | null {
  const told = line(value);
  return told === null ? null : [...told, text(".")];
}

/** Words of ours without their stop, to go on in another sentence. */
function withoutStop(pieces: Sentence): Sentence {
  const last = pieces.at(-1);
  return last?.type === "text" ? [...pieces.slice(0, -1), text(last.value.replace(/\.$/, ""))] : pieces;
}

/** The author's row; what it leaves open is filled from the limitation it stands for. */
function writtenRow(
  context: DocumentContext,
  row: PremortemRowPlan,
  stands: Limitation | undefined,
): PremortemRow {
  const { voice } = context;
  const base = stands === undefined ? null : draftedRow(context, stands);
  const { tripwire, likelihood } = row;
  return {
    family: row.family,
    story: [text(visibleText(row.story))],
    mechanism: wholeSentence(row.mechanism) ?? base?.mechanism ?? null,
    signal: line(tripwire?.signal) ?? base?.signal ?? voice.say("premortem.no-tripwire"),
    threshold: line(tripwire?.threshold) ?? base?.threshold ?? [],
    window: line(tripwire?.window) ?? base?.window ?? [],
    seenBy: line(row.seen_by) ?? base?.seenBy ?? null,
    likelihood:
      likelihood === undefined
        ? (base?.likelihood ?? null)
        : voice.say("premortem.likelihood-told", {
            told: visibleText(likelihood.told),
            source: visibleText(likelihood.source),
          }),
    harm: line(row.harm) ?? base?.harm ?? null,
    prevention: line(row.prevention) ?? base?.prevention ?? null,
    contingency: line(row.contingency) ?? base?.contingency ?? null,
    owner: line(row.owner) ?? base?.owner ?? null,
    by: row.by === undefined ? (base?.by ?? null) : [text(formatDate(row.by, voice.lang))],
    link: row.limitation ?? null,
    alike: 0,
    drafted: false,
  };
}

/** One row per record that somebody declared, and one per kind of those that a search found: nine alike are one story. */
function draftedRows(context: DocumentContext, open: readonly Limitation[]): PremortemRow[] {
  const isFound = ({ origin }: Limitation): boolean => origin !== "declared";
  return open.flatMap((limitation, index) => {
    const like = open.filter((one) => isFound(one) && one.type === limitation.type);
    if (!isFound(limitation)) return [draftedRow(context, limitation)];
    if (open.findIndex((one) => isFound(one) && one.type === limitation.type) !== index) return [];
    return [{ ...draftedRow(context, limitation), alike: like.length - 1 }];
  });
}

/** The way back to the version before, unless that is what failed. */
function wayBack({ assessment }: DocumentContext, rule: string): Sentence | null {
  return rule === "rollback-target" ? null : line(assessment.rollback ?? undefined);
}

/** A row drafted from a record: its type gives the story, the record everything else. */
function draftedRow(context: DocumentContext, limitation: Limitation): PremortemRow {
  const { voice } = context;
  const { id, type, detection, mitigation, workaround, would_settle: settle, harmed, review } = limitation;
  const owner = mitigation?.owner ?? limitation.owner;
  const by = mitigation?.by ?? review;
  const usual = usualFailure(voice, limitation.origin, type);
  return {
    family: familyOf(type),
    story: usual.story,
    mechanism: voice.say("premortem.known", { title: limitationTitle(context, limitation) }),
    signal: line(detection?.signal) ?? usual.signal,
    threshold: line(detection?.threshold) ?? usual.threshold,
    window: detection === undefined ? usual.window : (line(detection.delay) ?? []),
    seenBy: line(watcherOf(context, detection?.signal)),
    likelihood: likelihoodOf(context, limitation),
    harm: line(harmed),
    prevention: line(mitigation?.do) ?? line(settle),
    contingency: line(workaround) ?? wayBack(context, limitation.origin),
    owner: line(owner),
    by: by === undefined ? null : [text(formatDate(by, voice.lang))],
    link: id,
    alike: 0,
    drafted: true,
  };
}

/** Who is told when a signal of the monitoring alarms; nobody where it is not watched. */
function watcherOf({ assessment }: DocumentContext, signal: string | undefined): string | undefined {
  return assessment.monitoring.find((one) => one.signal === signal)?.owner;
}

/** Wrong decisions expected in a month, where a rate and a volume give them; null where that is not known. */
function likelihoodOf({ voice }: DocumentContext, { id, risk }: Limitation): Sentence | null {
  const events = risk?.events;
  if (events == null || events.point === null || events.upper === null) return null;
  const number = (part: "value" | "high", value: number): Inline => ({
    type: "datum",
    ref: `limitation:${id}/events`,
    part,
    value: Math.ceil(value),
    text: formatCount(Math.ceil(value), voice.lang),
  });
  return voice.say("premortem.likelihood", {
    point: number("value", events.point),
    upper: number("high", events.upper),
  });
}

/** A row drafted from a question that is open: nobody has made a record of it yet. */
function gapRow(context: DocumentContext, finding: Finding): PremortemRow {
  const { voice } = context;
  const { id, type, rule } = finding;
  const answer = answerTo(voice, finding);
  return {
    family: familyOf(type),
    ...usualFailure(voice, rule, type),
    mechanism: voice.say("premortem.known-finding", { told: toldFinding(context, finding, "sentence") }),
    seenBy: null,
    likelihood: null,
    harm: null,
    prevention: answer.length === 0 ? null : withoutStop(answer),
    contingency: wayBack(context, rule),
    owner: null,
    by: null,
    link: id,
    alike: 0,
    drafted: true,
  };
}

/** It worked, so more came than people can look at: only where volume and capacity are given. */
function loadRow({ voice, assessment }: DocumentContext): readonly PremortemRow[] {
  const { capacity, volume } = assessment.deployment;
  if (capacity === null || volume === null) return [];
  const number = (key: "capacity" | "volume", value: number): Inline => ({
    type: "datum",
    ref: `plan:deployment.${key}`,
    part: "n",
    value,
    text: formatCount(value, voice.lang),
  });
  return [
    {
      family: "success",
      story: voice.say("premortem.story.load"),
      mechanism: voice.say("premortem.known-load", {
        n: number("volume", volume.cases),
        per: volume.per,
        capacity: number("capacity", capacity.cases),
        per_capacity: capacity.per,
      }),
      signal: voice.say("premortem.signal.load"),
      threshold: voice.say("premortem.threshold.load", {
        n: number("capacity", capacity.cases),
        per: capacity.per,
      }),
      window: voice.say("premortem.window-load", { per: capacity.per }),
      seenBy: null,
      likelihood: null,
      harm: null,
      prevention: null,
      contingency: null,
      owner: null,
      by: null,
      link: null,
      alike: 0,
      drafted: true,
    },
  ];
}
