import { textWidth } from "./text-width.js";

/** A place in the picture, in pixels from its upper left corner. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const linePx = 16;
const gapPx = 6;

/**
 * Where the name of a line stands beside it, touching as little as possible of what is drawn.
 *
 * @param words - the name
 * @param along - the line it names, points from left to right
 * @param others - other lines to keep clear of, points from left to right
 * @param taken - rectangles that are in use
 * @param size - width and height of the plot in pixels
 * @returns the rectangle of the name; the first of the freest places from the left
 */
export function placeLabel(
  words: string,
  along: readonly Pixel[],
  others: readonly (readonly Pixel[])[],
  taken: readonly Box[],
  size: { readonly width: number; readonly height: number },
): Box {
  const width = labelWidth(words);
  const drawn = [along, ...others].flatMap(dense);
  const candidates = along.flatMap(({ x, y }) =>
    [x + gapPx, x - gapPx - width].flatMap((left) =>
      [y - gapPx - linePx, y + gapPx].map((top) => ({
        left,
        right: left + width,
        top,
        bottom: top + linePx,
      })),
    ),
  );
  const inside = candidates.filter(
    ({ left, right, top, bottom }) => left >= 2 && right <= size.width && top >= 0 && bottom <= size.height,
  );
  const cost = (box: Box): number =>
    drawn.filter(({ x, y }) => x > box.left - 3 && x < box.right + 3 && y > box.top - 2 && y < box.bottom + 2)
      .length +
    1_000 * taken.filter((other) => overlap(box, other)).length;
  let best = inside[0] ?? candidates[0] ?? { left: 0, right: width, top: 0, bottom: linePx };
  let least = cost(best);
  for (const box of inside) {
    const its = cost(box);
    if (its < least) [best, least] = [box, its];
  }
  return best;
}

/** Width of words on a chart in pixels, on the safe side. */
export function labelWidth(words: string): number {
  return textWidth(words);
}

/**
 * Where words of a size stand around a point: beside it where there is room, inside the plot in any case.
 *
 * @param avoid - lines to keep clear of, points in their order
 * @param taken - rectangles that are in use; one of them is never covered while there is another place
 */
export function placeBeside(
  { width, height }: { readonly width: number; readonly height: number },
  { x, y }: Pixel,
  avoid: readonly (readonly Pixel[])[],
  taken: readonly Box[],
  area: Box,
): Box {
  const drawn = avoid.flatMap(dense);
  const candidates = [10, 18, 30, 46, 66, 90, 120].flatMap((gap) =>
    [
      [x + gap, y - height / 2],
      [x - gap - width, y - height / 2],
      [x + gap * 0.7, y - gap * 0.7 - height],
      [x - gap * 0.7 - width, y - gap * 0.7 - height],
      [x + gap * 0.7, y + gap * 0.7],
      [x - gap * 0.7 - width, y + gap * 0.7],
      [x - width / 2, y - gap - height],
      [x - width / 2, y + gap],
    ].map(([left = x, top = y]) => {
      const inLeft = Math.max(area.left + 2, Math.min(left, area.right - width));
      const inTop = Math.max(area.top + 1, Math.min(top, area.bottom - height - 1));
      const moved = Math.abs(inLeft - left) + Math.abs(inTop - top);
      return { left: inLeft, right: inLeft + width, top: inTop, bottom: inTop + height, far: gap + moved };
    }),
  );
  const cost = (box: Box & { readonly far: number }): number =>
    box.far +
    40 * drawn.filter((place) => holds(box, place)).length +
    100_000 * taken.filter((other) => overlap(box, other)).length +
    (holds(box, { x, y }) ? 5_000 : 0);
  const [first, ...others] = candidates;
  let best = first ?? { left: x, right: x + width, top: y, bottom: y + height, far: 0 };
  let least = cost(best);
  for (const box of others) {
    const its = cost(box);
    if (its < least) [best, least] = [box, its];
  }
  const { left, right, top, bottom } = best;
  return { left, right, top, bottom };
}

function holds({ left, right, top, bottom }: Box, { x, y }: Pixel): boolean {
  return x > left - 3 && x < right + 3 && y > top - 2 && y < bottom + 2;
}

/** Points no further apart than two pixels, so that a steep line cannot slip through a rectangle. */
function dense(points: readonly Pixel[]): Pixel[] {
  return points.flatMap((from, index) => {
    const to = points[index + 1] ?? from;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 2));
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
