import type { Assessment, Table } from "../../src/model/assessment.js";

/** Names that a drawing and a table have to hold: long, without a break, right to left, without spaces, empty. */
export const hostileNames = [
  "applicants who came to us through a partner shop in the northern districts before the reform",
  "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",
  "طلبات من متجر شريك في المناطق الشمالية",
  "通过北部地区合作商店提交的申请和其他所有类似的文件种类",
  "בקשות 42 מהצפון",
  "",
  "a",
] as const;

function named(index: number): string {
  return `${hostileNames[index % hostileNames.length] ?? ""}${index < hostileNames.length ? "" : ` ${index}`}`;
}

/** The same facts with every name of a table turned hostile, and its counts a million times as large. */
export function withHostileNames(assessment: Assessment): Assessment {
  return {
    ...assessment,
    tables: assessment.tables.map((table) =>
      table.kind === undefined
        ? table
        : {
            ...table,
            columns: table.kind === "layers" ? table.columns.map(layerName) : table.columns,
            rows: table.rows.map((row, index) => ({
              ...row,
              label: table.kind === "coverage-matrix" ? kindName(index) : named(index),
            })),
          },
    ),
  };
}

function layerName(column: string, index: number, all: readonly string[]): string {
  return index === 0 || index === all.length - 1 ? column : named(index);
}

function kindName(index: number): string {
  return [named(index % 3), named(3 + (index % 2)), named(index)]
    .map((name) => name.replaceAll("/", ""))
    .join(" / ");
}

/** One evaluation of many classes whose every case is counted in a matrix; the worst pair is known. */
export function manyClasses(assessment: Assessment, classes: number, scale = 1): Assessment {
  const [evaluation] = assessment.evaluations;
  if (evaluation === undefined) throw new Error("There is no evaluation to copy");
  const names = Array.from({ length: classes }, (_, index) => named(index) || "(missing)");
  const cell = (row: number, column: number): number =>
    scale * (row === column ? 40 + row : row === 1 && column === 0 ? 23 : (row * 7 + column * 3) % 5);
  const table: Table = {
    id: "confusion@all",
    kind: "confusion",
    evaluation: "classes",
    slice: "all",
    columns: names,
    rows: names.map((label, row) => ({ label, cells: names.map((_, column) => cell(row, column)) })),
  };
  return {
    ...assessment,
    evaluations: [{ ...evaluation, id: "classes", task: "multiclass", positives: null, negatives: null }],
    slices: [],
    estimates: [],
    distributions: [],
    tables: [table],
    coverage: [],
    findings: [],
    scenarios: [],
    documents: [{ kind: "model-card", status: "draft" }],
  };
}

/** A forecast whose outcomes all lie in one place, or spread over as many dots as there are. */
export function withOutcomes(
  assessment: Assessment,
  outcomes: readonly number[],
  column = "share",
): Assessment {
  return {
    ...assessment,
    tables: assessment.tables.map((table) =>
      table.id.includes("outcome-quantiles")
        ? {
            ...table,
            columns: [column],
            rows: outcomes.map((value, index) => ({ label: String(index + 1), cells: [value] })),
          }
        : table,
    ),
  };
}

/** A DET table of as many thresholds as wanted, between two bell curves of scores one and a half apart. */
export function withCurve(assessment: Assessment, points: number, cases: number): Assessment {
  const share = (z: number): number => 1 / (1 + Math.exp(-1.702 * z));
  const rows = Array.from({ length: points }, (_, index) => {
    const at = points === 1 ? 0 : -3 + (6 * index) / (points - 1);
    return {
      label: String(index + 1),
      cells: [
        null,
        Math.round(cases * share(-0.75 - at)),
        cases,
        Math.round(cases * share(at - 0.75)),
        cases,
      ],
    };
  });
  return {
    ...assessment,
    tables: assessment.tables.map((table) => (table.id.endsWith("det@all") ? { ...table, rows } : table)),
  };
}
