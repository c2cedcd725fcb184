/** A place in the picture. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where the name of a dot stands. */
export interface DotLabel extends Spot {
  readonly anchor: "start" | "end";
}

/** Height of a line of text, and the ends of the plot between which names stand. */
const line = 16;
const ends = { right: 240, bottom: 290 };

/**
 * Where the names of two dots on a line that bends upwards stand: below each and to its right, where nothing is drawn; at
 * the right end to its left. Names that would touch stand one below the other.
 */
export function dotLabels(here: Spot, today: Spot): { readonly here: DotLabel; readonly today: DotLabel } {
  const [own, other] = [beside(here), beside(today)];
  const isNear = Math.abs(own.y - other.y) < line && Math.abs(own.x - other.x) < 60;
  if (!isNear) return { here: own, today: other };
  return own.y > other.y
    ? { here: { ...own, y: other.y + line }, today: other }
    : { here: own, today: { ...other, y: own.y + line } };
}

function beside({ x, y }: Spot): DotLabel {
  const isRight = x > ends.right;
  return {
    x: isRight ? x - 8 : x + 8,
    y: y > ends.bottom - 24 ? y - 9 : y + 19,
    anchor: isRight ? "end" : "start",
  };
}
