import type { Place } from "../errors.js";
import type { Datum } from "../model/inline.js";
import type { TracedNumber } from "./checked-document.js";

/** The letters of a paragraph, heading or cell in one string, with its numbers and where each stretch stands. */
export interface Run {
  text: string;
  readonly numbers: TracedNumber[];
  readonly pieces: Piece[];
  /** Offsets of line ends in the text. */
  readonly lineEnds: number[];
}

interface Piece {
  readonly start: number;
  readonly place: Place;
  /** The file holds the letters ... */
  readonly written: boolean;
  /** ... and nothing between them, so that a letter is found beyond a line end, too. */
  readonly whole: boolean;
}

export function emptyRun(): Run {
  return { text: "", numbers: [], pieces: [], lineEnds: [] };
}

export function append(run: Run, text: string, datum: Datum | null, written?: TracedNumber["written"]): void {
  const start = run.text.length;
  const end = start + text.length;
  if (datum !== null) run.numbers.push({ datum, start, end, ...(written === undefined ? {} : { written }) });
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) run.lineEnds.push(start + at);
  run.text += text;
}

/** Where a letter of a run stands: counted on from the start of the stretch it belongs to. */
export function placeIn({ pieces, lineEnds }: Run, offset: number, fallback: Place): Place {
  const piece =
    pieces[Math.max(0, below(pieces.length, (index) => (pieces[index]?.start ?? 0) <= offset) - 1)];
  if (piece === undefined) return fallback;
  const { file, line, column } = piece.place;
  if (line === undefined || !piece.written) return piece.place;
  const at = Math.max(piece.start, offset);
  const passed = (limit: number): number => below(lineEnds.length, (index) => (lineEnds[index] ?? 0) < limit);
  const lines = passed(at) - passed(piece.start);
  if (lines === 0)
    return column === undefined ? { file, line } : { file, line, column: column + at - piece.start };
  // Marks and spaces that open a further line are no letters of the text: its column is then not known.
  if (!piece.whole) return { file, line: line + lines };
  return { file, line: line + lines, column: at - (lineEnds[passed(at) - 1] ?? 0) };
}

/** How many of the first entries hold a condition that none behind them holds, by halving. */
function below(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
