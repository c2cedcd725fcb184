import type { Estimate, Finding, Slice } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { parseSliceId } from "../model/slice-id.js";
import { counted, pluralNumber, printedCount } from "./counted.js";
import { formatDate } from "./format-date.js";
import { formatCount, formatDecimal, formatPlain } from "./format-number.js";
import { text } from "./inline.js";
import { shortRange, shortRate } from "./rate-sentence.js";
import { restate } from "./restate.js";
import { nounSlots } from "./noun-slots.js";
import type { Slots } from "./say.js";
import { casesOf, columnName, valueName } from "./subject-words.js";
import type { Voice } from "./voice.js";

/** What a finder saw, as one sentence with its counts; `form` picks a short title or what to do instead. */
export function findingSentence(
  voice: Voice,
  finding: Finding,
  slices: readonly Slice[],
  form: "sentence" | "title" = "sentence",
): readonly Inline[] {
  const slots = findingSlots(voice, finding, slices);
  if (form === "title") return voice.say(`${finding.message}-title`, slots);
  // An edition that may not know the counts of a small group is told which way the score is off.
  const isHeld = /^finding\.miscalibration\.(under|over)$/.test(finding.message) && !("said" in slots);
  return voice.say(isHeld ? `${finding.message}-few` : finding.message, slots);
}

function findingSlots(voice: Voice, finding: Finding, slices: readonly Slice[]): Slots {
  const slice =
    slices.find(
      ({ id, evaluation, negated }) =>
        id === finding.slice &&
        !negated &&
        (finding.evaluation === null || evaluation === finding.evaluation),
    ) ?? null;
  const { words } = voice;
  const [own, rest] = finding.estimates.map((id) => voice.estimate(id));
  const side = /recall|accuracy/.test(finding.message) ? "complement" : "value";
  const general: Record<string, Slots[string]> = {
    ...nounSlots(words),
    slice: casesOf(voice, slice ?? untested(finding)),
    of_slice: casesOf(voice, slice ?? untested(finding), "of"),
    column: slice === null ? String(finding.slots.column ?? "") : columnName(slice),
    value: slice === null ? String(finding.slots.value ?? "") : valueName(voice, slice),
    own: own === undefined ? "" : shortRate(voice, own, side),
    own_range: own === undefined ? "" : bracketed(shortRange(voice, own, side, "bracket")),
    rest: rest === undefined ? "" : shortRate(voice, rest, side),
    rest_range: rest === undefined ? "" : bracketed(shortRange(voice, rest, side, "bracket")),
    own_numerator:
      own?.numerator == null
        ? ""
        : counted(
            voice,
            own.id,
            side === "value" ? "numerator" : "rest",
            Math.round(side === "value" ? own.numerator : (own.denominator ?? 0) - own.numerator),
          ),
    own_denominator: own?.denominator == null ? "" : counted(voice, own.id, "denominator", own.denominator),
    rest_numerator:
      rest?.numerator == null ? "" : counted(voice, rest.id, "numerator", Math.round(rest.numerator)),
    // "On 1 April 2017", "in 2017-Q2".
    day: isDay(finding.slots.period) ? "yes" : "no",
    ...expectedSlots(voice, finding),
  };
  return { ...general, ...plainSlots(voice, finding), ...ofSlots(voice, finding) };
}

/** A slice of which no case was tested has no record: its id says what it is. */
function untested({ slice, evaluation }: Finding): Slice | null {
  const parts = slice === null ? null : parseSliceId(slice);
  if (slice === null || parts === null) return null;
  return {
    id: slice,
    evaluation: evaluation ?? "",
    ...parts,
    name: null,
    column_name: null,
    n: 0,
    positives: 0,
    negatives: 0,
  };
}

/** Both the observed and the expected share of a slice, in the one total its document tells shares of cases in. */
function expectedSlots(voice: Voice, finding: Finding): Slots {
  const [observed, expected] = finding.estimates.map((id) => voice.estimate(id));
  if (observed?.value == null || expected?.value == null || finding.rule !== "miscalibration") return {};
  const of = voice.totalOf(observed);
  const [happened, said] = [restate(observed, of), restate(expected, of)];
  if (happened === null || said === null) return {};
  return {
    of: formatCount(of, voice.lang),
    happened_range: bracketed(rangeIn(voice, observed, of)),
    happened: printedCount(voice, observed.id, "value", happened.count, of),
    said: printedCount(voice, expected.id, "value", said.count, of),
    said_n: pluralNumber(said.count),
  };
}

/** The range of an estimate in a total of its own choosing. */
function rangeIn(voice: Voice, estimate: Estimate, of: number): readonly Inline[] {
  return shortRange({ ...voice, totalOf: () => of }, estimate, "value", "bracket");
}

/** Names the finder brought along, in the form after "of", where a language has one. */
function ofSlots({ words }: Voice, { slots }: Finding): Slots {
  const groups = words.declined?.groups ?? {};
  const names = Object.entries(slots).flatMap(([slot, value]): [string, string][] =>
    typeof value === "string"
      ? [
          [
            `of_${slot}`,
            value
              .split(", ")
              .map((name) => groups[name] ?? name)
              .join(", "),
          ],
        ]
      : [],
  );
  return Object.fromEntries(names);
}

/** Counts and words the finder brought along. */
function plainSlots(voice: Voice, finding: Finding): Slots {
  return Object.fromEntries(
    Object.entries(finding.slots).map(([name, value]): [string, Slots[string]] => {
      if (value === null) return [name, ""];
      if (typeof value === "string") return [name, isDay(value) ? formatDate(value, voice.lang) : value];
      if (["low", "high"].includes(name)) return [name, text(formatPlain(value, voice.lang))];
      if (name === "shift") return [name, text(formatDecimal(value, 3, voice.lang))];
      return [
        name,
        {
          type: "datum",
          ref: `finding:${finding.id}`,
          part: "n",
          value: Math.round(value),
          text: formatCount(value, voice.lang),
        },
      ];
    }),
  );
}

function isDay(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function bracketed(range: readonly Inline[]): readonly Inline[] {
  return range.length === 0 ? [] : [text(" ("), ...range, text(")")];
}
