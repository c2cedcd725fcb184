import { makeDrawn } from "./make-element.js";

/** What is drawn on the track of the cut-off, in shares of its length. */
export interface TrackMarks {
  /** Stretches on which too few cases are flagged to trust a rate. */
  readonly few: readonly { readonly from: number; readonly to: number }[];
  readonly today: number | null;
  readonly even: number | null;
}

/** Marks of a track. What they mean is said in words below it, so they are not read aloud. */
export function drawMarks(
  marks: TrackMarks,
  words: { readonly today: string; readonly even: string },
): SVGElement {
  const percent = (share: number): string => `${Number((100 * share).toFixed(2))}%`;
  const few = marks.few.map(({ from, to }) =>
    makeDrawn("rect", { class: "few", x: percent(from), y: "18", width: percent(to - from), height: "8" }),
  );
  const ticks = [
    { at: marks.today, kind: "today", word: words.today },
    { at: marks.even, kind: "even", word: words.even },
  ].flatMap(({ at, kind, word }) =>
    at === null
      ? []
      : [
          makeDrawn("line", { class: kind, x1: percent(at), x2: percent(at), y1: "10", y2: "34" }),
          makeDrawn(
            "text",
            { class: kind, x: percent(at), y: kind === "today" ? "7" : "46", "text-anchor": anchorAt(at) },
            [word],
          ),
        ],
  );
  return makeDrawn("svg", { class: "marks-on-track", "aria-hidden": "true", width: "100%", height: "48" }, [
    makeDrawn("rect", { class: "line", x: "0", y: "20", width: "100%", height: "4" }),
    ...few,
    ...ticks,
  ]);
}

function anchorAt(share: number): string {
  return share < 0.15 ? "start" : share > 0.85 ? "end" : "middle";
}
