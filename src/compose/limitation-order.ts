import type { Estimate, Limitation } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { text } from "../phrasing/inline.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { areDetailsHeld } from "./attack-details.js";
import type { DocumentContext } from "./context.js";
import { estimateAt } from "./resolve.js";

/** Unit in which harm is told: wrong calls beyond those of all others, per thousand cases. */
const unit = 1_000;

/** Open limitations, the most harmful first by the upper end of their size; those without a size follow. */
export function rankedLimitations(context: DocumentContext): Limitation[] {
  const open = context.assessment.limitations.filter(
    ({ status }) => status !== "closed" && status !== "superseded",
  );
  const upper = (limitation: Limitation): number => sizeOf(context, limitation)?.interval?.high ?? -1;
  return [...open].sort(
    (a, b) => upper(b) - upper(a) || (b.harm_class ?? 0) - (a.harm_class ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

/** The estimate of the harm a limitation does, if its slice has one. */
export function sizeOf(context: DocumentContext, limitation: Limitation): Estimate | null {
  const slice = limitation.affected?.slice;
  if (slice === undefined) return null;
  const size = estimateAt(context, "excess-errors", sliceIdFromText(slice));
  return size?.value == null || size.interval === null || size.value <= 0 ? null : size;
}

/** "25 (16–34)" extra wrong calls per thousand cases, or that its size is not known, or not told here. */
export function limitationSize(context: DocumentContext, limitation: Limitation): readonly Inline[] {
  const { voice } = context;
  if (areDetailsHeld(context, limitation)) return voice.say("table.size-held");
  const size = sizeOf(context, limitation);
  if (size?.value == null || size.interval === null) return voice.say("table.size-unknown");
  const count = (part: "value" | "low" | "high", share: number): Inline =>
    counted(voice, size.id, part, Math.round(share * unit), unit);
  return [
    count("value", size.value),
    text(" ("),
    count("low", size.interval.low),
    text(" to "),
    count("high", size.interval.high),
    text(")"),
  ];
}
