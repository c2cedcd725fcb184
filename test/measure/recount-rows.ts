/** One case as the plan says to read it: nothing of the code under test is used here. */
export interface Case {
  readonly positive: boolean;
  /** Null for a model that gives hard decisions only. */
  readonly score: number | null;
  /** Null without a threshold and without a decision. */
  readonly flagged: boolean | null;
  readonly cells: Readonly<Record<string, string | null>>;
  readonly subject: string | null;
  readonly value: number;
}

/** Which columns mean what. */
export interface Reading {
  readonly label: string;
  readonly positive: string;
  readonly score?: string;
  readonly prediction?: string;
  readonly threshold?: number;
  readonly flag?: "at-or-above" | "below";
  readonly slices: readonly string[];
  readonly bands?: Readonly<Record<string, readonly number[]>>;
  readonly subject?: string;
  readonly value?: string;
}

export interface Recounted {
  readonly rows: number;
  readonly labelBlank: number;
  readonly scoreBlank: number;
  readonly scoreNotFinite: number;
  readonly cases: readonly Case[];
}

/** Reads a CSV with quotes and one header line. */
export function parseCsv(text: string): Record<string, string>[] {
  const lines = text.trimEnd().split(/\r?\n/).map(splitLine);
  const [header = [], ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

function splitLine(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index] ?? "";
    if (quoted && letter === '"' && line[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === "," && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell];
}

/** The cases of a file, and how many rows are none. */
export function recount(text: string, reading: Reading): Recounted {
  const rows = parseCsv(text);
  const counts = { labelBlank: 0, scoreBlank: 0, scoreNotFinite: 0 };
  const cases: Case[] = [];
  for (const row of rows) {
    const label = (row[reading.label] ?? "").trim();
    const said = (row[reading.score ?? reading.prediction ?? ""] ?? "").trim();
    const score = reading.score === undefined ? null : numberOf(said);
    if (label === "") counts.labelBlank += 1;
    else if (said === "") counts.scoreBlank += 1;
    else if (score !== null && !Number.isFinite(score)) counts.scoreNotFinite += 1;
    else cases.push(caseOf(row, reading, label, said, score));
  }
  return { rows: rows.length, ...counts, cases };
}

function numberOf(text: string): number {
  if (/^[+-]?(inf|infinity)$/i.test(text))
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}

function caseOf(
  row: Record<string, string>,
  reading: Reading,
  label: string,
  said: string,
  score: number | null,
): Case {
  const cells = reading.slices.map((column) => [
    column,
    cellOf(row[column] ?? "", reading.bands?.[column] ?? null),
  ]);
  return {
    positive: label === reading.positive,
    score,
    flagged: score === null ? said === reading.positive : flaggedBy(score, reading),
    cells: Object.fromEntries(cells) as Case["cells"],
    subject: reading.subject === undefined ? null : (row[reading.subject] ?? ""),
    value: reading.value === undefined ? 0 : Number(row[reading.value] ?? "0"),
  };
}

function flaggedBy(score: number, { threshold, flag }: Reading): boolean | null {
  if (threshold === undefined) return null;
  return flag === "below" ? score < threshold : score >= threshold;
}

function cellOf(text: string, cuts: readonly number[] | null): string | null {
  const value = text.trim();
  if (value === "") return null;
  if (cuts === null) return value;
  const number = Number(value);
  const [first = 0] = cuts;
  if (number < first) return `<${first}`;
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1];
    if (next === undefined) return `>=${cut}`;
    if (number < next) return `${cut}..${next}`;
  }
  return null;
}
