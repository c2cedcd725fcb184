import type { Limitation } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { stopName } from "../phrasing/confidence-words.js";
import { counted } from "../phrasing/counted.js";
import { formatDate } from "../phrasing/format-date.js";
import { formatCount, formatMoney } from "../phrasing/format-number.js";
import { text } from "../phrasing/inline.js";
import { likelihoodWords, severityWords } from "../phrasing/risk-words.js";
import { visibleText } from "../visible-text.js";
import { areDetailsHeld, isOutside } from "./attack-details.js";
import type { DocumentContext } from "./context.js";
import { limitationSize } from "./limitation-order.js";
import { visibleRisk } from "./visible-risk.js";

/** A field of a record as it is printed: the id of its label under `record.`, and what is known. */
export interface RecordFact {
  readonly name: string;
  readonly pieces: readonly Inline[];
}

/** Fields that customers see; the others stay inside. Of an attack they see less still, and are told so. */
const outsideFacts = new Set(["affects", "workaround", "review"]);
const outsideAttackFacts = new Set(["review"]);
/** Fields of a limitation that a search found: nobody has filled the others, which its table says once. */
const foundFacts = new Set(["affects", "size", "month", "sure"]);
/** Fields that are printed only where somebody filled them. */
const optionalFacts = new Set(["left", "links"]);

/** The fields of a record in reading order; one that nobody filled says so. */
export function recordFacts(context: DocumentContext, record: Limitation): RecordFact[] {
  const seen = isOutside(context)
    ? areDetailsHeld(context, record)
      ? outsideAttackFacts
      : outsideFacts
    : record.origin === "declared"
      ? null
      : foundFacts;
  return factsOf(context, record).filter(
    ({ name, pieces }) =>
      (seen === null || seen.has(name)) && (pieces.length > 0 || !optionalFacts.has(name)),
  );
}

function factsOf(context: DocumentContext, record: Limitation): RecordFact[] {
  const { say, lang } = context.voice;
  const given = (value: string | undefined): readonly Inline[] =>
    value === undefined ? say("table.not-given") : [text(visibleText(value))];
  const parts = (...values: readonly (string | undefined)[]): string | undefined => {
    const known = values.filter((value) => value !== undefined);
    return known.length === 0 ? undefined : known.join(", ");
  };
  const date = (day: string | undefined): string | undefined =>
    day === undefined ? undefined : formatDate(day, lang);
  const { detection, mitigation, residual, links = [] } = record;
  const fact = (name: string, pieces: readonly Inline[]): RecordFact => ({ name, pieces });
  const notice =
    detection === undefined
      ? undefined
      : `${detection.signal}: ${parts(detection.threshold, detection.delay) ?? ""}`;
  return [
    fact("affects", affectsOf(context, record)),
    fact("size", limitationSize(context, record)),
    fact("month", monthOf(context, record)),
    fact("sure", sureOf(context, record)),
    fact("harmed", given(record.harmed)),
    fact("risk", riskOf(context, record)),
    fact("notice", given(notice)),
    fact("workaround", given(record.workaround)),
    fact("fix", fixOf(context, record, parts(mitigation?.do, mitigation?.owner, date(mitigation?.by)))),
    fact("settle", given(record.would_settle)),
    fact("owner", ownerOf(context, record, date(record.review))),
    fact("status", statusOf(context, record)),
    ...(isOutside(context) ? [fact("review", given(date(record.review)))] : []),
    fact("left", residual === undefined ? [] : leftOf(context, residual)),
    fact("links", links.length === 0 ? [] : given(links.join(", "))),
  ];
}

/** Whom it affects, and which share of the cases that is. */
function affectsOf(context: DocumentContext, { affected }: Limitation): readonly Inline[] {
  const { voice, assessment } = context;
  const words = affected?.population === undefined ? [] : [text(visibleText(affected.population))];
  const slice = affected?.slice === undefined ? null : sliceIdFromText(affected.slice);
  const group = assessment.slices.find(({ id }) => id === slice);
  const whole = assessment.evaluations.find(({ id }) => id === group?.evaluation);
  const share =
    affected?.share_of_traffic !== undefined
      ? voice.say("record.share-in-use", {
          n: formatCount(Math.round(affected.share_of_traffic * 1_000), voice.lang),
          cases: voice.words.case[1],
        })
      : group?.n == null || whole === undefined
        ? []
        : voice.say("record.share-tested", {
            n: counted(voice, `slice:${group.id}`, "n", group.n),
            of: counted(voice, `evaluation:${whole.id}`, "n", whole.used),
            cases: voice.words.case[1],
          });
  const told = words.length > 0 && share.length > 0 ? [...words, text("; "), ...share] : [...words, ...share];
  return told.length === 0 ? voice.say("table.not-given") : told;
}

/** Wrong decisions expected in a month, observed and at the bound, and what they cost beyond all others. */
function monthOf(context: DocumentContext, { id, risk }: Limitation): readonly Inline[] {
  const { voice, assessment } = context;
  const { events, harm } = risk ?? {};
  if (events?.point == null) return voice.say("record.month-unknown");
  const count = (value: number): Inline | readonly Inline[] =>
    value < 1
      ? voice.say("rate.few")
      : counted(
          voice,
          `limitation:${id}`,
          "value",
          value < 100 ? Math.round(value) : Number(value.toPrecision(2)),
        );
  const of = assessment.estimates.find((estimate) => estimate.id === risk?.estimate)?.of;
  const told = voice.say("record.month-told", {
    point: count(events.point),
    upper: events.upper === null ? "" : count(events.upper),
    bounded: events.upper === null ? "no" : "yes",
    kind: of === "positives" ? "misses" : of === "negatives" ? "alarms" : "wrong",
    positives: voice.words.positive[1],
    negatives: voice.words.negative[1],
    flagged: voice.words.flagged,
    missed: voice.words.missed,
  });
  if (harm?.unit !== "money" || harm.reference !== "others") return told;
  const money = (value: number): Inline => ({
    type: "datum",
    ref: `limitation:${id}`,
    part: "value",
    value: Number(value.toPrecision(2)),
    text: formatMoney(value, voice.currency ?? "EUR", voice.lang),
  });
  const range = { value: money(harm.value), low: money(harm.low), high: money(harm.high) };
  return [...told, ...voice.say("record.month-money", range)];
}

/** How far the evidence carries the number, and the grade of the record for auditors. */
function sureOf({ voice }: DocumentContext, { risk }: Limitation): readonly Inline[] {
  const { stop = null, grade = null, likelihood } = risk ?? {};
  // A record whose basis is a rate has one, though this edition may not tell it.
  const isHeld = likelihood !== undefined && !["untested", "no-rate"].includes(likelihood.basis);
  return voice.say("record.sure-told", {
    stop: stop === null ? "" : stopName(voice, stop),
    c: stop?.c ?? 0,
    known: stop !== null ? "yes" : isHeld ? "held" : "no",
    grade: grade ?? "none",
  });
}

function riskOf({ voice }: DocumentContext, { risk }: Limitation): readonly Inline[] {
  if (risk === null) return voice.say("table.not-given");
  const told = visibleRisk(risk);
  return voice.say("record.risk-told", {
    severity: severityWords(voice, told),
    known: told.severity === null ? "no" : "yes",
    likelihood: likelihoodWords(voice, told),
  });
}

/** Who answers for it and looks again when: "no owner yet" is said as plainly as a name. */
function ownerOf(
  { voice }: DocumentContext,
  { owner }: Limitation,
  review: string | undefined,
): readonly Inline[] {
  return voice.say("record.owner-told", {
    owner: owner === undefined ? voice.say("table.no-owner") : visibleText(owner),
    dated: review === undefined ? "no" : "yes",
    review: review ?? "",
  });
}

/** What is done about it, by whom and by when; when it was finished, and what that changed. */
function fixOf(
  { voice }: DocumentContext,
  { mitigation }: Limitation,
  plan: string | undefined,
): readonly Inline[] {
  if (plan === undefined || mitigation === undefined) return voice.say("table.not-given");
  const { done, effect } = mitigation;
  return [
    text(visibleText(plan)),
    ...(done === undefined ? [] : voice.say("record.done", { date: formatDate(done, voice.lang) })),
    ...(effect === undefined ? [] : [text(` ${visibleText(effect)}`)]),
  ];
}

/** Where the record stands and where it comes from: from its owner, from the search, or from both. */
function statusOf(
  { voice }: DocumentContext,
  { status, origin, found_by, response }: Limitation,
): readonly Inline[] {
  const from = origin === "declared" ? (found_by.length > 0 ? "both" : "declared") : "found";
  return voice.say("record.status-told", {
    status: voice.say(`record.is-${status}`),
    from,
    response: response ?? "none",
  });
}

/** What is left when the fix is in place, and who accepts it until when. */
function leftOf(
  { voice }: DocumentContext,
  residual: NonNullable<Limitation["residual"]>,
): readonly Inline[] {
  const { statement, accepted_by, until, severity, likelihood } = residual;
  return voice.say("record.left-told", {
    statement: visibleText(statement).replace(/\.$/, ""),
    level: severity === undefined || likelihood === undefined ? "none" : "given",
    severity: severity ?? 0,
    likelihood: likelihood ?? 0,
    accepted: accepted_by === undefined ? "no" : "yes",
    by: accepted_by === undefined ? "" : visibleText(accepted_by),
    limited: until === undefined ? "no" : "yes",
    until: until === undefined ? "" : formatDate(until, voice.lang),
  });
}
