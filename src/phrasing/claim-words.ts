import type { Estimate, Slice } from "../model/assessment.js";
import type { Confidence } from "../model/confidence.js";
import type { Inline } from "../model/inline.js";
import { counted } from "./counted.js";
import { formatMoney, formatPlain } from "./format-number.js";
import { text } from "./inline.js";
import { isDifference, isUnclear, measureValue } from "./measure-number.js";
import { bracketedRange, measureName, measureSentence, sentenceCase, whereOf } from "./measure-sentence.js";
import type { Voice } from "./voice.js";

/** What a claim is about. */
export interface ClaimSubject {
  readonly estimate: Estimate | undefined;
  /** The group it is told of; null for all cases. */
  readonly slice: Slice | null;
}

/** A claim without its number: "fraud attempts stopped (recall) among older phones". */
export function claimName(
  voice: Voice,
  claim: Confidence,
  { estimate, slice }: ClaimSubject,
): readonly Inline[] {
  if (claim.text !== null) return [text(claim.text)];
  if (estimate === undefined)
    return voice.say(claim.kind === "chance" ? "case.claim" : "confidence.untested");
  const name = [...measureName(voice, estimate), ...whereOf(voice, slice)];
  return claim.scope === "test" ? voice.say("confidence.on-the-test", { name }) : name;
}

/**
 * A claim at its stop, in the words that the stop allows: a number with its range from "partly supported" on, a rough
 * one where it is speculative, and below that only what was seen so far (the IPCC's ladder of precision).
 */
export function claimSentence(voice: Voice, claim: Confidence, subject: ClaimSubject): readonly Inline[] {
  return voice.say(`confidence.stem.${claim.stop}`, { told: toldClaim(voice, claim, subject) });
}

function toldClaim(voice: Voice, claim: Confidence, subject: ClaimSubject): readonly Inline[] {
  if (claim.seen !== null) return seenSentence(voice, claim, claim.seen);
  if (claim.amount !== null) return amountSentence(voice, claim, claim.amount);
  const name = claimName(voice, claim, subject);
  const { estimate } = subject;
  // An attack nobody tried never gets beyond "we cannot yet say", in whose middle it stands.
  if (estimate === undefined && claim.text === null)
    return claim.kind === "chance" ? [...name, text(".")] : voice.say("confidence.untested-within");
  if (estimate === undefined || claim.text !== null) return name;
  const value = measureValue(voice, estimate);
  if (value.length === 0) return [...name, text(".")];
  if (isDifference(estimate) && isUnclear(estimate) && claim.stop !== "highly-speculative")
    return measureSentence(voice, estimate, subject.slice);
  const slots = {
    name: claim.stop === "highly-speculative" ? name : sentenceCase(name),
    value,
    range: bracketedRange(voice, estimate),
  };
  if (claim.stop === "highly-speculative") return voice.say("confidence.seen-so-far", slots);
  return voice.say(claim.stop === "speculative" ? "confidence.roughly" : "confidence.number", slots);
}

/** "Of 412 applicants scored 0.14 to 0.16, 58 were defaulters (range 11 to 18 of 100)." */
function seenSentence(
  voice: Voice,
  { claim, text: said }: Confidence,
  seen: NonNullable<Confidence["seen"]>,
): readonly Inline[] {
  const ref = `confidence:${claim}`;
  return voice.say("confidence.chance", {
    text: said ?? [...voice.say("case.claim"), text(".")],
    n: counted(voice, ref, "denominator", seen.denominator),
    x: counted(voice, ref, "numerator", seen.numerator),
    low: counted(voice, ref, "low", Math.floor(seen.low * 100), 100),
    high: counted(voice, ref, "high", Math.ceil(seen.high * 100), 100),
    low_score: formatPlain(Number(seen.low_score.toFixed(4)), voice.lang),
    high_score: formatPlain(Number(seen.high_score.toFixed(4)), voice.lang),
  });
}

/** "Carrying the stock costs money. About $1,500,000 ($1,100,000 to $1,900,000)." */
function amountSentence(
  voice: Voice,
  { claim, text: said }: Confidence,
  { value, low, high }: NonNullable<Confidence["amount"]>,
): readonly Inline[] {
  const money = (amount: number, part: "value" | "low" | "high"): Inline => ({
    type: "datum",
    ref: `confidence:${claim}`,
    part,
    value: Number(amount.toPrecision(2)),
    text: formatMoney(amount, voice.currency ?? "EUR", voice.lang),
  });
  const slots = { text: said ?? "", value: money(value, "value") };
  return low === null || high === null
    ? voice.say("confidence.amount-alone", slots)
    : voice.say("confidence.amount", { ...slots, low: money(low, "low"), high: money(high, "high") });
}
