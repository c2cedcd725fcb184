import type { SeriesBreak } from "../../../model/series-details.js";
import { readPeriods } from "../periods.js";

interface RecordedEvent {
  readonly at: string;
  readonly what: string;
}

/**
 * What is recorded nearest to a break. Being near is no cause.
 *
 * @param at - place of the first period after the break
 * @returns null where nothing is recorded, or no event is written as the periods are
 */
export function nearestEvent(
  events: readonly RecordedEvent[],
  periods: readonly string[],
  at: number,
): SeriesBreak["nearest"] {
  const here = periods[at];
  if (here === undefined) return null;
  const found = events.flatMap((event) => {
    const all = readPeriods([...new Set([...periods, event.at])]);
    if ("unreadable" in all) return [];
    return [{ ...event, distance: Math.abs(all.texts.indexOf(event.at) - all.texts.indexOf(here)) }];
  });
  return found.sort((a, b) => a.distance - b.distance)[0] ?? null;
}
