import type { Inline } from "../model/inline.js";
import { formatMoney, formatStatedMoney } from "../phrasing/format-number.js";
import { text } from "../phrasing/inline.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";
import type { Incident } from "./incident-of.js";

type Sentence = readonly Inline[];
type Money = NonNullable<Incident["facts"]["cost"]>;

/** The money so far with its range, what a unit is taken to cost, and which side has no cost. */
export function costSentences(context: DocumentContext, incident: Incident): readonly Sentence[] {
  const { voice } = context;
  const { plan, facts } = incident;
  const after = incident.sums("after");
  if (facts.cost === null) return [voice.say("incident.cost-not-stated")];
  const open = (["too_much", "too_little"] as const).filter(
    (key) => plan.cost?.[key] === undefined && (key === "too_much" ? after?.over : after?.under) !== 0,
  );
  return [
    voice.say("incident.cost", { money: moneyRange(context, "cost", facts.cost) }),
    ...(["too_much", "too_little"] as const).flatMap((key) => basisOf(context, incident, key)),
    ...open.map((key) => voice.say("incident.cost-open", { side: key })),
  ];
}

/** "Basis: $100 ($80 to $130) for each thousand dollars forecast too much, source: Finance." */
function basisOf(
  { voice, index }: DocumentContext,
  { plan, quantity, sums }: Incident,
  key: "too_much" | "too_little",
): readonly Sentence[] {
  const stated = plan.cost?.[key];
  const counted = key === "too_much" ? sums("after")?.over : sums("after")?.under;
  if (stated === undefined || counted === 0) return [];
  const {
    value,
    low = value,
    high = value,
    source,
  } = typeof stated === "number" ? { value: stated } : stated;
  const money = (part: "value" | "low" | "high", exact: number): Inline => ({
    type: "datum",
    ref: `plan:documents.${index}.incident.cost.${key}`,
    part,
    value: exact,
    text: formatStatedMoney(exact, voice.currency ?? "EUR", voice.lang),
  });
  return [
    voice.say("incident.cost-basis", {
      side: key,
      value: money("value", value),
      low: money("low", low),
      high: money("high", high),
      ranged: low === high ? "no" : "yes",
      quantity,
      sourced: source === undefined ? "no" : "yes",
      source: visibleText(source ?? ""),
    }),
  ];
}

/** "$1,400,000 (range $1,100,000 to $1,800,000)". */
export function moneyRange({ voice, index }: DocumentContext, role: string, money: Money): Sentence {
  const one = (part: keyof Money): Inline => ({
    type: "datum",
    ref: `incident:${index}/${role}`,
    part,
    value: Number(money[part].toPrecision(2)),
    text: formatMoney(money[part], voice.currency ?? "EUR", voice.lang),
  });
  if (money.low === money.high) return [one("value")];
  return [one("value"), text(" "), ...voice.say("incident.range", { low: one("low"), high: one("high") })];
}
