import type { Assessment, Criterion, Estimate, Finding, Limitation } from "../model/assessment.js";
import type { Backlog, BacklogItem } from "../model/backlog.js";
import type { Inline } from "../model/inline.js";
import type { Materials } from "../model/materials.js";
import type { Audience } from "../model/plan.js";
import { formatCount, formatMoney } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { measureSentence } from "../phrasing/measure-sentence.js";
import { ofNoun } from "../phrasing/noun-slots.js";
import type { NounName } from "../phrasing/spoken-words.js";
import { visibleText } from "../visible-text.js";
import { areDetailsHeld, isOutside } from "./attack-details.js";
import type { DocumentContext } from "./context.js";
import { createContext } from "./create-context.js";
import { inLanguage } from "./in-language.js";
import { limitationSize, sizeOf } from "./limitation-order.js";
import { limitationTitle } from "./limitation-title.js";
import { premortemRows } from "./premortem-rows.js";
import { criteria } from "./tables/criteria.js";
import { answerTo } from "./answer-to.js";
import { toldFinding } from "./told-finding.js";
import { unknownFindings } from "./unknown-findings.js";

type Item = Omit<BacklogItem, "order">;

/** Language, phrases and reader of a backlog. */
export interface BacklogOptions {
  readonly lang: string;
  readonly materials: Materials;
  readonly audience: Audience;
}

/**
 * What is left to do, ordered by expected harm: criteria that failed, then limitations in the order of the register
 * (escalated ones first), criteria that could not be judged, open questions, and signs that nobody watches.
 *
 * @param assessment - already redacted for the audience
 */
export function backlogOf(assessment: Assessment, { lang, materials, audience }: BacklogOptions): Backlog {
  const told = inLanguage(assessment, lang, materials, {});
  const index = Math.max(
    0,
    assessment.documents.findIndex(({ premortem }) => premortem !== undefined),
  );
  const of = (evaluation: string | undefined): DocumentContext =>
    createContext({
      assessment: told.assessment,
      declined: told.declined,
      document: {
        ...(assessment.documents[index] ?? { status: "draft" as const }),
        kind: "backlog",
        ...(evaluation === undefined ? {} : { evaluation }),
      },
      index,
      audience,
      lang,
      materials,
      notes: new Map(),
      places: {},
      withheld: 0,
      report: () => undefined,
    });
  const context = of(undefined);
  const judged = assessment.evaluations.flatMap(({ id }) => criterionItems(of(id)));
  const failed = judged.filter(({ failed: isFailed }) => isFailed).map(({ item }) => item);
  const open = judged.filter(({ failed: isFailed }) => !isFailed).map(({ item }) => item);
  const limitations = openLimitations(context);
  const escalated = limitations.filter(({ risk }) => risk?.escalated === true);
  const rest = limitations.filter((one) => !escalated.includes(one));
  const items = [
    ...failed,
    ...[...escalated, ...rest].map((limitation) => limitationItem(context, limitation)),
    ...open,
    ...unknownItems(assessment.evaluations.map(({ id }) => of(id))),
    ...tripwireItems(context),
  ];
  const say = (id: string, slots = {}): string => plainText(context.voice.say(`backlog.${id}`, slots));
  return {
    title: say("title", { model: visibleText(assessment.model.name) }),
    intro: say("intro", { n: formatCount(items.length, lang), n_n: items.length }),
    none: say("none"),
    words: {
      why: say("why"),
      acceptance: say("acceptance"),
      owner: say("owner"),
      due: say("due"),
      harm: say("harm"),
      trace: say("trace"),
      nobody: say("nobody"),
    },
    items: items.map((item, place) => ({ order: place + 1, ...item })),
  };
}

/** Criteria of one evaluation that do not pass, as the table of criteria tells them. */
function criterionItems(context: DocumentContext): { readonly failed: boolean; readonly item: Item }[] {
  const { voice, assessment, evaluation } = context;
  const own = assessment.criteria.filter(({ evaluation: of }) => of === evaluation.id);
  const built = criteria.build(context, {});
  const rows = built === null || !("rows" in built) ? [] : built.rows;
  return own.flatMap((criterion, place) => {
    if (criterion.verdict === "pass") return [];
    const [name = "", needed = "", seen = "", bound = "", verdict = ""] = (rows[place]?.cells ?? []).map(
      ({ pieces }) => plainText(pieces).trim(),
    );
    const slots = { name, needed, seen, bound, bounded: bound === "" ? "no" : "yes", verdict };
    return [
      {
        failed: criterion.verdict === "fail" && criterion.importance !== "info",
        item: {
          kind: "criterion" as const,
          trace: visibleText(criterion.id),
          title: plainText(voice.say("backlog.criterion-title", slots)),
          why: plainText(voice.say("backlog.criterion-why", slots)),
          acceptance: acceptanceOf(context, criterion, needed),
          // Who owns it stays inside.
          owner: isOutside(context) ? "" : visibleText(criterion.owner ?? ""),
          due: "",
          harm: plainText(voice.say(`backlog.harm-${criterion.importance}`)),
        },
      },
    ];
  });
}

function acceptanceOf({ voice, estimate }: DocumentContext, criterion: Criterion, needed: string): string {
  const found = criterion.estimate === null ? undefined : estimate(criterion.estimate);
  const n = criterion.needed_n;
  return plainText(
    voice.say(n === null ? "backlog.accept-criterion" : "backlog.accept-criterion-n", {
      needed,
      percent: formatCount(criterion.confidence * 100, voice.lang),
      n: n === null ? "" : formatCount(n, voice.lang),
      cases: nounOf(voice, found),
    }),
  );
}

/** The cases that the denominator of a rate counts. */
function nounOf({ words }: DocumentContext["voice"], estimate: Estimate | undefined): string {
  return words[nameOf(estimate)][1];
}

function nameOf(estimate: Estimate | undefined): NounName {
  if (estimate?.of === "positives") return "positive";
  return estimate?.of === "negatives" ? "negative" : "case";
}

function openLimitations({ assessment }: DocumentContext): Limitation[] {
  return assessment.limitations.filter(({ status }) => status !== "closed" && status !== "superseded");
}

function limitationItem(context: DocumentContext, limitation: Limitation): Item {
  const { id, owner, mitigation, review } = limitation;
  return {
    kind: "limitation",
    trace: id,
    title: plainText(limitationTitle(context, limitation)),
    why: plainText(whyOf(context, limitation)),
    acceptance: plainText(closedBy(context, limitation)),
    owner: visibleText(mitigation?.owner ?? owner ?? ""),
    due: mitigation?.by ?? review ?? "",
    harm: plainText(harmOf(context, limitation)),
  };
}

/** What was counted of it: by the finding that shows it, else by the rate it names; and how much harm that is. */
function whyOf(context: DocumentContext, limitation: Limitation): readonly Inline[] {
  const { voice, assessment } = context;
  const first = assessment.findings.find((finding) => finding.id === limitation.findings[0]);
  const estimate = evidenceOf(context, limitation);
  const slice = assessment.slices.find(
    (one) => one.id === estimate?.slice && one.evaluation === estimate.evaluation,
  );
  const seen =
    first !== undefined
      ? toldFinding(context, first)
      : estimate === undefined
        ? []
        : measureSentence(voice, estimate, slice ?? null);
  const sized = sizeOf(context, limitation) !== null && !areDetailsHeld(context, limitation);
  const size = sized
    ? voice.say("backlog.size", {
        size: limitationSize(context, limitation),
        of: formatCount(1000, voice.lang),
      })
    : [];
  if (seen.length === 0 && size.length === 0) return voice.say("backlog.not-counted");
  return [...seen, ...(seen.length > 0 && size.length > 0 ? [text(" ")] : []), ...size];
}

function evidenceOf(context: DocumentContext, { risk, evidence = [] }: Limitation): Estimate | undefined {
  return [risk?.estimate ?? "", ...evidence]
    .map((id) => context.estimate(id))
    .find((one) => one?.value != null);
}

/** The test that closes it: the author's, else that of the finder it grew from, with how many cases it takes. */
function closedBy(context: DocumentContext, limitation: Limitation): readonly Inline[] {
  const { voice } = context;
  const { would_settle: settle, origin, affected } = limitation;
  if (settle !== undefined) return [text(visibleText(settle))];
  const estimate = evidenceOf(context, limitation);
  const own = `backlog.accept-${affected?.slice === undefined ? origin : "weak-slice"}`;
  return voice.say(voice.knows(own) ? own : "backlog.accept-limitation", {
    n: formatCount(Math.max(estimate?.denominator ?? estimate?.n ?? 0, fewest), voice.lang),
    counted: nounOf(voice, estimate),
    of_counted: ofNoun(voice.words, nameOf(estimate), 2),
  });
}

/** Fewest cases of which a rate is told. */
const fewest = 30;

/** In wrong decisions or money a month; else how grave and how often in steps; else that nobody can say. */
function harmOf({ voice }: DocumentContext, { risk }: Limitation): readonly Inline[] {
  if (risk?.harm == null) {
    if (risk?.severity == null) return voice.say("backlog.harm-unknown");
    const often = risk.likelihood.upper;
    return voice.say("backlog.harm-level", {
      severity: formatCount(risk.severity.upper, voice.lang),
      often: often === null ? "" : formatCount(often, voice.lang),
      known: often === null ? "no" : "yes",
    });
  }
  const { unit, value, low, high } = risk.harm;
  const number = (amount: number): string =>
    unit === "money"
      ? formatMoney(amount, voice.currency ?? "EUR", voice.lang)
      : formatCount(Math.ceil(amount), voice.lang);
  return voice.say(`backlog.harm-${unit}`, { value: number(value), low: number(low), high: number(high) });
}

/** Questions that are open in any evidence, each once. */
function unknownItems(contexts: readonly DocumentContext[]): Item[] {
  const seen = new Set<string>();
  // Told from the first evidence, so that what was seen in another is told with its name.
  const [teller] = contexts;
  if (teller === undefined) return [];
  return contexts.flatMap((context) =>
    unknownFindings(context).flatMap((finding): Item[] => {
      // A criterion that cannot be judged is an item of its own already.
      if (seen.has(finding.id) || finding.rule === "criteria-not-met") return [];
      seen.add(finding.id);
      return [unknownItem(teller, finding)];
    }),
  );
}

function unknownItem(context: DocumentContext, finding: Finding): Item {
  const { voice } = context;
  const answer = answerTo(voice, finding);
  const needed = finding.slots.needed;
  return {
    kind: "unknown",
    trace: finding.id,
    title: plainText(answer.length > 0 ? answer : voice.say("backlog.unknown-title")).replace(/\.$/, ""),
    why: plainText(toldFinding(context, finding)),
    acceptance: plainText(
      typeof needed === "number"
        ? voice.say("backlog.accept-unknown-n", { n: formatCount(needed, voice.lang) })
        : voice.say("backlog.accept-unknown"),
    ),
    owner: "",
    due: "",
    harm: plainText(voice.say("backlog.harm-unknown")),
  };
}

/** Signs of a failure that nobody watches yet: setting up the watch is the work. */
function tripwireItems(context: DocumentContext): Item[] {
  const { voice } = context;
  if (isOutside(context)) return [];
  return premortemRows(context)
    .filter(({ seenBy }) => seenBy === null)
    .map((row, place) => ({
      kind: "tripwire" as const,
      trace: visibleText(row.link ?? `tripwire-${row.family}-${place + 1}`),
      title: plainText(voice.say("backlog.tripwire-title", { signal: row.signal })),
      why: plainText(voice.say("backlog.tripwire-why", { story: row.story })),
      acceptance: plainText(
        voice.say("backlog.accept-tripwire", {
          threshold: row.threshold,
          window: row.window.length === 0 ? "" : [text(" "), ...row.window],
        }),
      ),
      owner: row.owner === null ? "" : plainText(row.owner),
      due: "",
      harm: row.harm === null ? plainText(voice.say("backlog.harm-unknown")) : plainText(row.harm),
    }));
}
