/** A thing that lies in some neighbouring columns of a row. */
export interface Span {
  /** First and last column, from 0. */
  readonly from: number;
  readonly to: number;
}

/**
 * Lanes for things that lie in the same row: two whose columns meet never share one.
 *
 * @returns the lane of each, from 0, in their order; the first that is free
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const lanes: Span[][] = [];
  return spans.map((span) => {
    const free = lanes.findIndex((lane) => lane.every(({ from, to }) => span.to < from || span.from > to));
    if (free >= 0) {
      lanes[free]?.push(span);
      return free;
    }
    lanes.push([span]);
    return lanes.length - 1;
  });
}
