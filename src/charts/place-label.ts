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

/** Mean width of a semibold letter at the size of our charts. */
const letterPx = 6.8;
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
  return words.length * letterPx;
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
