import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";

/** A file's text or bytes. */
export type Content = string | Uint8Array;

/** A plan as it stands in `forthright.yaml`, before any check: tests write wrong ones, too. */
export interface RawPlan {
  [key: string]: unknown;
  evaluations?: Record<string, unknown>[];
  documents?: Record<string, unknown>[];
}

export interface ProjectParts {
  /** Object, or the text of `forthright.yaml`. The small plan when not given. */
  readonly plan?: RawPlan | Content;
  /** Rows of `data/rows.csv`; the small table when not given, no file when null. */
  readonly data?: Content | null;
  /** Further files by path: `notes/why.md`, `limitations/LIM-0001.md`. */
  readonly files?: Readonly<Record<string, Content>>;
}

/** Writes a small project into a folder that does not exist yet; @returns the folder */
export async function makeProject(folder: string, parts: ProjectParts = {}): Promise<string> {
  const { plan = smallPlan(), data = smallTable(), files = {} } = parts;
  const text = typeof plan === "string" || plan instanceof Uint8Array ? plan : stringify(plan);
  const all: [string, Content][] = [["forthright.yaml", text], ...Object.entries(files)];
  if (data !== null) all.push(["data/rows.csv", data]);
  for (const [name, content] of all) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return folder;
}

/** A plan for `data/rows.csv` that builds without a message of severity error. */
export function smallPlan(changes: RawPlan = {}): RawPlan {
  return {
    schema: 1,
    model: { name: "Small model", version: "1.0" },
    words: {
      case: "parcel / parcels",
      positive: "broken one / broken ones",
      negative: "whole one / whole ones",
      flagged: "opened",
      missed: "sent on",
    },
    deployment: { base_rate: { value: 0.1, source: "last year's claims" }, threshold: 0.5 },
    evaluations: [smallEvaluation()],
    documents: [{ kind: "model-card", audience: "internal" }],
    ...changes,
  };
}

/** The evaluation of the small plan, with keys replaced, added, or (undefined) left out. */
export function smallEvaluation(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const whole: Record<string, unknown> = {
    id: "rows",
    data: "data/rows.csv",
    label: "y",
    positive: 1,
    score: "p",
    slices: ["group"],
    collected: "2026-07-01/2026-09-30",
    ...changes,
  };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
}

/** One row of evidence: id, label, score, group. */
export type Row = readonly [id: string, y: string, p: string, group: string];

/** Rows with a model that ranks well, in two groups; the same ones every time. */
export function smallRows(count = 240): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const positive = index % 4 === 0;
    const step = ((index * 7919) % 97) / 97;
    const score = positive ? 0.3 + 0.7 * step : 0.7 * step;
    return [String(index), positive ? "1" : "0", score.toFixed(4), index % 3 === 0 ? "north" : "south"];
  });
}

export interface TableStyle {
  readonly header?: readonly string[];
  readonly delimiter?: string;
  readonly lineEnd?: string;
  readonly finalLineEnd?: boolean;
}

/** Rows as CSV; cells that need quotes get them. */
export function csvOf(rows: readonly (readonly string[])[], style: TableStyle = {}): string {
  const { header = ["id", "y", "p", "group"], delimiter = ",", lineEnd = "\n", finalLineEnd = true } = style;
  const quote = (cell: string): string =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [header, ...rows].map((cells) => cells.map(quote).join(delimiter));
  return lines.join(lineEnd) + (finalLineEnd ? lineEnd : "");
}

/** `data/rows.csv` of the small project. */
export function smallTable(): string {
  return csvOf(smallRows());
}

/** A limitation file with the fewest keys. */
export function limitationFile(
  id: string,
  body: string,
  record: Readonly<Record<string, unknown>> = {},
): string {
  const front = stringify({ id, title: `Title of ${id}`, type: "GEN", disclosure: "public", ...record });
  return `---\n${front}---\n${body}\n`;
}
