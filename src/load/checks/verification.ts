import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** 1:1 verification: rows with a label, a score, and preferably the people of both samples. */
export function checkVerification(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { data, label, positive, score, score_range: range, flag } = evaluation;
  if (data === undefined) report(path, "Missing `data`, expected rows of comparisons.");
  if (label === undefined)
    report(path, "Missing `label`, expected the column that says whether a comparison is genuine.");
  if (positive === undefined)
    report(path, "Missing `positive`, expected the label value of a genuine comparison.");
  if (score === undefined) report(path, "Missing `score`, expected the column with the similarity.");
  if (range !== undefined && range[0] >= range[1])
    report(`${path}.score_range`, "Unexpected order, expected [lowest, highest].");
  if (flag !== "at-or-above")
    report(
      `${path}.flag`,
      `Unexpected flag "${flag}", expected a similarity that is accepted at or above the threshold.`,
      "Flip the sign of a distance once, in the file, and say so in the title.",
    );
  checkFailures(evaluation, path, report);
  checkTargets(evaluation, path, report);
  checkColumns(evaluation, path, report);
}

function checkFailures({ fta, fte }: EvaluationPlan, path: string, report: Report): void {
  if (fta !== undefined && fta.failures > fta.attempts)
    report(`${path}.fta`, `Unexpected ${fta.failures} failures of ${fta.attempts} attempts.`);
  if (fte !== undefined && fte.failures > fte.subjects)
    report(`${path}.fte`, `Unexpected ${fte.failures} failures of ${fte.subjects} people.`);
}

function checkTargets({ fmr_targets: targets = [] }: EvaluationPlan, path: string, report: Report): void {
  targets.forEach((target, index) => {
    if (target <= 0 || target >= 1)
      report(`${path}.fmr_targets`, `Unexpected target ${target}, expected a rate above 0 and below 1.`);
    if (targets.indexOf(target) !== index)
      report(`${path}.fmr_targets`, `Unexpected target ${target} twice, expected each once.`);
  });
}

/** A column has one meaning: a group by its own label would explain nothing. */
function checkColumns(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { label, score, slices = [], subjects, demographics = {} } = evaluation;
  const taken = new Map<string | undefined, string>([
    [label, "label"],
    [score, "score"],
  ]);
  const columns = [
    ...slices.map((column) => [`${path}.slices`, column] as const),
    ...Object.values(subjects ?? {}).map((column) => [`${path}.subjects`, column] as const),
    ...Object.entries(demographics).flatMap(([name, own]) =>
      (typeof own === "string" ? [own] : Object.values(own)).map(
        (column) => [`${path}.demographics.${name}`, column] as const,
      ),
    ),
  ];
  for (const [place, column] of columns) {
    const use = taken.get(column);
    if (use !== undefined) report(place, `Unexpected column "${column}", which is the ${use}.`);
  }
  if (subjects !== undefined && subjects.probe === subjects.reference)
    report(
      `${path}.subjects`,
      `Unexpected column "${subjects.probe}" for both samples, expected one column for each.`,
    );
  for (const name of Object.keys(demographics)) {
    if (slices.includes(name))
      report(`${path}.demographics.${name}`, `Unexpected name "${name}", which is a slice column already.`);
  }
}
