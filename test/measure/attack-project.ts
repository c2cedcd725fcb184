import { UserError } from "../../src/errors.js";
import type { Assessment } from "../../src/model/assessment.js";
import { assessFiles, planFile, type ProjectFiles } from "./project-folder.js";

/** A row of presentations, by column. */
export type Row = Readonly<Record<string, string | number>>;

function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => String(row[column] ?? "")).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

/** A project with one evaluation of attacks, whose label is the column `what`. */
export function project(rows: readonly Row[] | string, evaluation: object, more: object = {}): ProjectFiles {
  return {
    "data.csv": typeof rows === "string" ? rows : csv(rows),
    "forthright.yaml": planFile({
      evaluations: [{ id: "lab", task: "attack-detection", data: "data.csv", label: "what", ...evaluation }],
      ...more,
    }),
  };
}

/** What a project is refused for. */
export async function refusal(files: ProjectFiles): Promise<string> {
  try {
    await assessFiles(files);
  } catch (cause) {
    if (cause instanceof UserError)
      return cause.messages.map(({ code, text }) => `${code} ${text}`).join("\n");
    throw cause;
  }
  return "no refusal";
}

export function table({ tables }: Assessment, kind: string): Assessment["tables"][number] {
  const found = tables.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no table ${kind}`);
  return found;
}

/** The cells of a row of a table, by its label. */
export function rowOf(
  assessment: Assessment,
  kind: string,
  label: string,
): readonly (number | null)[] | undefined {
  return table(assessment, kind).rows.find((row) => row.label === label)?.cells;
}
