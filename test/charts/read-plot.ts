/** A plot read back from its drawing: scales from the numbers written beside its axes, marks by their class. */
export interface ReadPlot {
  /** Value at a place across, on the scale that `scale` makes straight. */
  readonly x: (place: number) => number;
  readonly y: (place: number) => number;
  /** Vertices of every path of a class, in pixels. */
  readonly path: (name: string) => readonly Place[];
  readonly circles: (name: string) => readonly Place[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How an axis is stretched: straight where left out. */
export interface Stretch {
  readonly there: (value: number) => number;
  readonly back: (stretched: number) => number;
}

const straight: Stretch = { there: (value) => value, back: (value) => value };

/** Text baselines of the upright axis stand this far below their line. */
const baseline = 4.5;

/** @throws Error where an axis has fewer than two numbers */
export function readPlot(svg: string, stretch: { x?: Stretch; y?: Stretch } = {}): ReadPlot {
  return {
    x: axis(ticks(svg, "tick-x", "x"), stretch.x ?? straight),
    y: axis(
      ticks(svg, "tick-y", "y").map(({ place, value }) => ({ place: place - baseline, value })),
      stretch.y ?? straight,
    ),
    path: (name) =>
      [...svg.matchAll(new RegExp(`<path class="${name}"[^>]* d="([^"]+)"`, "g"))].flatMap(([, d = ""]) =>
        vertices(d),
      ),
    circles: (name) =>
      [...svg.matchAll(new RegExp(`<circle class="${name}" cx="([^"]+)" cy="([^"]+)"`, "g"))].map(
        ([, x, y]) => ({ x: Number(x), y: Number(y) }),
      ),
  };
}

/** A number as a chart prints it in English: "€4,000", "−10", "0.5". */
export function printed(text: string): number {
  return Number(text.replace(/[€$£,]/g, "").replace("−", "-"));
}

function ticks(svg: string, name: string, attribute: "x" | "y"): { place: number; value: number }[] {
  return [...svg.matchAll(new RegExp(`<text ([^>]*class="${name}"[^>]*)>([^<]*)<`, "g"))].map(
    ([, attributes = "", text = ""]) => ({
      place: Number(new RegExp(`\\b${attribute}="([^"]+)"`).exec(attributes)?.[1]),
      value: printed(text),
    }),
  );
}

function axis(found: readonly { place: number; value: number }[], { there, back }: Stretch) {
  const sorted = [...found].sort((a, b) => a.value - b.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first === last)
    throw new Error("An axis has no two numbers");
  const step = (there(last.value) - there(first.value)) / (last.place - first.place);
  return (place: number): number => back(there(first.value) + (place - first.place) * step);
}

/** Ends of moves and lines, absolute ones alone. */
function vertices(d: string): Place[] {
  const places: Place[] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of d.matchAll(/([MLHV])([^A-Za-z]*)/g)) {
    const [a = 0, b = 0] = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (command === "H") x = a;
    else if (command === "V") y = a;
    else [x, y] = [a, b];
    places.push({ x, y });
  }
  return places;
}
