import type { Estimate, Limitation } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { areDetailsHeld, isOutside } from "./attack-details.js";
import type { DocumentContext } from "./context.js";
import { estimateAt } from "./resolve.js";

/** Totals of which harm is told: wrong decisions beyond those of all others. A finer one where one would round to none. */
const totals = [1_000, 10_000, 100_000, 1_000_000] as const;

/**
 * Open limitations, inside the house in the order of the register. Outside by size alone: which ones are gravest stays
 * inside, and so would it in their order.
 */
export function rankedLimitations(context: DocumentContext): Limitation[] {
  const open = context.assessment.limitations.filter(
    ({ status }) => status !== "closed" && status !== "superseded",
  );
  if (!isOutside(context)) return open;
  const upper = (limitation: Limitation): number =>
    areDetailsHeld(context, limitation) ? -1 : (sizeOf(context, limitation)?.interval?.high ?? -1);
  return [...open].sort((a, b) => upper(b) - upper(a) || (a.id < b.id ? -1 : 1));
}

/** The estimate of the harm a limitation does: the larger of what its findings measured, or of its slice. */
export function sizeOf(context: DocumentContext, limitation: Limitation): Estimate | null {
  const found = context.assessment.findings
    .filter(({ id }) => limitation.findings.includes(id))
    .flatMap(({ size }) => (size === null ? [] : (context.estimate(size) ?? [])));
  const slice = limitation.affected?.slice;
  const own =
    slice === undefined
      ? []
      : ["excess-misses", "excess-false-alarms", "excess-wrong"].flatMap(
          (metric) => estimateAt(context, metric, sliceIdFromText(slice)) ?? [],
        );
  const [largest] = (found.length > 0 ? found : own)
    .filter(({ value, interval }) => value !== null && value > 0 && interval !== null)
    .sort((a, b) => (b.interval?.high ?? 0) - (a.interval?.high ?? 0));
  return largest ?? null;
}

/** True where the size was measured and this edition does not tell it. */
function isSizeHeld(context: DocumentContext, { affected }: Limitation): boolean {
  const slice = affected?.slice;
  if (slice === undefined) return false;
  return estimateAt(context, "excess-misses", sliceIdFromText(slice))?.reason === "held";
}

/** One total for all sizes of a kind, so that a reader can compare them: the first of which none rounds to nothing. */
function totalOfSizes(context: DocumentContext, metric: string): number {
  const shares = rankedLimitations(context)
    .filter((limitation) => !areDetailsHeld(context, limitation))
    .flatMap((limitation) => sizeOf(context, limitation) ?? [])
    .flatMap((size) => (size.metric === metric && size.value !== null ? [size.value] : []));
  return totals.find((total) => shares.every((share) => Math.round(share * total) >= 1)) ?? totals[0];
}

/**
 * "25 (16 to 34) more leavers not called" of a thousand cases, or that its size is not known, or not told here. Where
 * one of its kind is none of a thousand, all name the finer total: "of 10,000 cases, 4 (1 to 7) more".
 *
 * @param totalled - names the total also where it is a thousand, for a page that says it nowhere else
 */
export function limitationSize(
  context: DocumentContext,
  limitation: Limitation,
  totalled = false,
): readonly Inline[] {
  const { voice } = context;
  if (areDetailsHeld(context, limitation)) return voice.say("table.size-held");
  const size = sizeOf(context, limitation);
  if (size?.value == null || size.interval === null)
    return voice.say(isSizeHeld(context, limitation) ? "table.size-held" : "table.size-unknown");
  const unit = totalOfSizes(context, size.metric);
  const count = (part: "value" | "low" | "high", share: number): Inline =>
    counted(voice, size.id, part, Math.round(share * unit), unit);
  return voice.say(`table.size-${size.metric}`, {
    totalled: totalled || unit !== totals[0] ? "yes" : "no",
    of: counted(voice, size.id, "outOf", unit, unit),
    n: count("value", size.value),
    low: count("low", size.interval.low),
    high: count("high", size.interval.high),
    cases: voice.words.case[1],
    positives: voice.words.positive[1],
    negatives: voice.words.negative[1],
    flagged: voice.words.flagged,
    missed: voice.words.missed,
  });
}
