import type { Chart, ChartPanel } from "../../model/chart.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** An icon array is believed because it can be counted; so it has to count right. */
export const iconArrayFaults: Rule = {
  id: "icon-array-faults",
  alias: "L38",
  severity: "error",
  summary: "Icon arrays of a document have one total, at most 1,000 icons, grouped, as many as the key says.",
  why: "100 icons beside 1,000 make the larger array look more dangerous at the same rate. Scattered icons look like more, and nobody counts past a thousand.",
  source: "Galesic 2009; Price 2022, placement of icons",
  examples: {
    in: "apart",
    ok: ["Two arrays of 100 icons each, grouped."],
    notOk: ["An array of 100 icons beside one of 1,000."],
  },
  claims: ({ charts }) => {
    const arrays = charts
      .filter(({ kind }) => kind === "icon-array")
      .flatMap((chart) => chart.panels.map((panel) => ({ chart, panel, icons: iconsOf(panel) })));
    const [first] = arrays;
    return arrays.flatMap(({ chart, panel, icons }) => [
      ...faultsOf(chart, panel, icons),
      ...(first === undefined || icons.length === first.icons.length
        ? []
        : [
            say(
              chart,
              `${icons.length} icons beside ${first.icons.length}`,
              "one total in every panel",
              "Tell both out of one total.",
            ),
          ]),
    ]);
  },
};

const mostIcons = 1_000;
const outcomes = ["caught", "missed", "false-alarm", "left-alone"] as const;

interface Icon {
  readonly outcome: (typeof outcomes)[number];
  readonly x: number;
  readonly y: number;
}

function faultsOf(chart: Chart, panel: ChartPanel, icons: readonly Icon[]): ClaimComplaint[] {
  const { width, height } = panel.picture;
  const found: ClaimComplaint[] = [];
  if (icons.length > mostIcons)
    found.push(
      say(
        chart,
        `${icons.length} icons`,
        `at most ${mostIcons}`,
        "Tell it out of a smaller total, or draw a tree.",
      ),
    );
  for (const { cells } of panel.key?.rows ?? []) {
    const mark = cells.find((cell) => cell.mark !== undefined)?.mark;
    const datum = cells.flatMap(({ pieces }) => pieces).find((piece) => piece.type === "datum");
    const drawn = icons.filter(({ outcome }) => outcome === mark).length;
    // "Fewer than 1" has no icon.
    if (mark !== undefined && datum?.type === "datum" && drawn !== Math.floor(datum.value))
      found.push(
        say(
          chart,
          `${drawn} icons for "${mark}"`,
          `${datum.text} as in its key`,
          "Draw as many as are counted.",
        ),
      );
  }
  if (runsOf(icons, width, height) > new Set(icons.map(({ outcome }) => outcome)).size)
    found.push(
      say(
        chart,
        "scattered icons",
        "icons grouped by outcome",
        "Fill row by row, one outcome after the other.",
      ),
    );
  return found;
}

/** Icons of one panel: one path per outcome; a move of the pen per icon, or a dashed line with one at every dash. */
function iconsOf({ picture }: ChartPanel): Icon[] {
  if (picture.type !== "svg") return [];
  return outcomes.flatMap((outcome) => {
    const found = new RegExp(`class="m-${outcome}"(?: stroke-dasharray="0 (\\d+)")? d="([^"]*)"`).exec(
      picture.svg,
    );
    const [, dash, path = ""] = found ?? [];
    let [x, y] = [0, 0];
    return [...path.matchAll(/([Mm])(-?[\d.]+)[ ,]?(-?[\d.]+)(?:h([\d.]+))?/g)].flatMap(
      ([, move, dx, dy, length]) => {
        [x, y] = move === "M" ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
        const last = dash === undefined ? 0 : Math.floor(Number(length ?? 0) / Number(dash));
        const first = x;
        return Array.from({ length: last + 1 }, (_, place) => ({
          outcome,
          x: first + place * Number(dash ?? 0),
          y,
        }));
      },
    );
  });
}

/** How often the outcome changes, reading row by row, and one more. */
function runsOf(icons: readonly Icon[], width: number, height: number): number {
  // Icons stand in squares; the last row may be part empty, so the side is the largest that holds them all.
  const side = sideOf(icons.length, width, height);
  const order = [...icons].sort(
    (a, b) =>
      Math.floor(a.y / side) - Math.floor(b.y / side) || Math.floor(a.x / side) - Math.floor(b.x / side),
  );
  return order.filter(({ outcome }, index) => outcome !== order[index - 1]?.outcome).length;
}

function sideOf(count: number, width: number, height: number): number {
  for (let columns = 1; columns <= count; columns += 1)
    if (columns * Math.round(height / (width / columns)) >= count) return width / columns;
  return width;
}

function say({ id }: Chart, found: string, wanted: string, hint: string): ClaimComplaint {
  return { text: `Unexpected ${found} in chart ${id}, expected ${wanted}.`, hint };
}
