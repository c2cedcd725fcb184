import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Attack detection: rows that say what was presented, with a score, a decision or the outcome of the whole system. */
export function checkAttackDetection(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { data, label, species, attack_class, score, prediction, accepted, in_scope = {} } = evaluation;
  if (data === undefined) report(path, "Missing `data`, expected rows of presentations.");
  if (label === undefined) report(path, "Missing `label`, expected the column that says what was presented.");
  if (score === undefined && prediction === undefined && accepted === undefined)
    report(path, "Missing `score`, expected a score, a prediction or an accepted column.");
  if (score !== undefined && prediction !== undefined)
    report(`${path}.prediction`, "Unexpected prediction beside a score, expected one of them.");
  if (prediction !== undefined && evaluation.flagged === undefined)
    report(path, "Missing `flagged`, expected the value of the prediction that means taken for an attack.");
  if (evaluation.flagged !== undefined && prediction === undefined)
    report(`${path}.flagged`, "Unexpected flagged without a prediction column.");
  if (evaluation.score_range !== undefined && evaluation.score_range[0] >= evaluation.score_range[1])
    report(`${path}.score_range`, "Unexpected order, expected [lowest, highest].");
  // As a slice, species would be groups of cases like any other, and no edition would hold them back.
  const told = [label, species, attack_class, score];
  for (const column of evaluation.slices ?? []) {
    if (told.includes(column))
      report(
        `${path}.slices`,
        `Unexpected slice column "${column}", expected one that does not say what was presented; attacks are told by species anyway.`,
      );
  }
  const groups = [...told, ...(evaluation.slices ?? []), ...(evaluation.coverage?.columns ?? [])];
  for (const column of Object.keys(in_scope)) {
    if (!groups.includes(column))
      report(
        `${path}.in_scope.${column}`,
        `Unexpected column "${column}", expected one of species, slices or coverage.`,
      );
  }
  checkCoverage(evaluation, path, report);
}

function checkCoverage({ coverage, label, species }: EvaluationPlan, path: string, report: Report): void {
  if (coverage === undefined) return;
  const { columns, cells, volume } = coverage;
  if (cells !== undefined && volume !== undefined)
    report(`${path}.coverage.volume`, "Unexpected volume beside cells, expected one of them.");
  if (coverage.volume_column !== undefined && volume === undefined)
    report(`${path}.coverage.volume_column`, "Unexpected volume_column without a volume file.");
  if (volume !== undefined && !/\.(csv|tsv|txt|parquet)$/i.test(volume))
    report(`${path}.coverage.volume`, `Unexpected file "${volume}", expected a .csv or .parquet file.`);
  columns.forEach((column, index) => {
    if (column === label || column === species || columns.indexOf(column) !== index)
      report(
        `${path}.coverage.columns`,
        `Unexpected column "${column}", expected each once, and none that says what was presented.`,
      );
  });
  const seen = new Set<string>();
  cells?.forEach(({ values }, index) => {
    const key = JSON.stringify(values.map(String));
    if (values.length !== columns.length)
      report(
        `${path}.coverage.cells.${index}.values`,
        `Unexpected ${values.length} values, expected ${columns.length}: one per column.`,
      );
    if (seen.has(key))
      report(`${path}.coverage.cells.${index}.values`, "Unexpected cell that is listed before.");
    seen.add(key);
  });
}
