import type { Message, Place } from "../errors.js";
import { suggestName } from "../model/nearest-name.js";
import { keysOfTask } from "../model/evaluation-keys/all.js";
import { alwaysKeys } from "../model/evaluation-keys/common.js";
import { tasks, type EvaluationPlan, type Plan } from "../model/plan.js";
import { checks } from "./checks/all.js";
import { checkClaims } from "./checks/claim.js";
import { checkCriterion } from "./checks/criterion.js";
import { checkIncidents } from "./checks/incidents.js";
import { checkOperation } from "./checks/operation.js";
import { checkOptions } from "./checks/options.js";
import { checkAnnotators } from "./checks/labels.js";
import { checkWatchedVolume } from "./checks/watched-volume.js";
import { checkReportedShares } from "./checks/reported-shares.js";
import type { Report } from "./checks/check.js";

/** Names a plan may use that are defined elsewhere; a list that is not given is not checked. */
export interface KnownNames {
  readonly metrics?: readonly string[];
  readonly kinds?: readonly string[];
  /** Ids and numbers of lint rules. */
  readonly rules?: readonly { readonly id: string; readonly alias: string }[];
  /** Metrics that are shares, so from 0 to 1. */
  readonly shares?: readonly string[];
}

/** A complaint about a key of the plan, at the line where it stands. */
export function reportTo(messages: Message[], places: Readonly<Record<string, Place>>, file: string): Report {
  return (path, text, hint) => {
    const place = places[path] ?? places[path.slice(0, path.lastIndexOf("."))] ?? { file };
    messages.push({
      code: "E-PLAN",
      severity: "error",
      place,
      text,
      ...(hint === undefined ? {} : { hint }),
    });
  };
}

/** What no schema can say: keys that need or exclude each other, ranges that stand the wrong way round. */
export function checkPlan(
  plan: Plan,
  places: Readonly<Record<string, Place>>,
  file: string,
  known: KnownNames = {},
): Message[] {
  const messages: Message[] = [];
  const report = reportTo(messages, places, file);
  plan.evaluations.forEach((evaluation, index) =>
    checkEvaluation(evaluation, `evaluations.${index}`, report),
  );
  checkUnique(
    plan.evaluations.map(({ id }) => id),
    "evaluations",
    "id",
    report,
  );
  checkReportedShares(plan, known.shares ?? [], report);
  plan.criteria?.forEach((criterion, index) => {
    checkCriterion(criterion, `criteria.${index}`, report);
    const evaluations = plan.evaluations.map(({ id }) => id);
    checkName("evaluation", criterion.evaluation, evaluations, `criteria.${index}.evaluation`, report);
  });
  checkOperation(plan, report);
  checkWatchedVolume(plan, report);
  checkClaims(plan, report);
  checkIncidents(plan, report);
  plan.evaluations.forEach(({ id, development, agrees_with: agreeing = [] }, index) => {
    const others = plan.evaluations.map((other) => other.id).filter((other) => other !== id);
    checkName("evaluation", development, others, `evaluations.${index}.development`, report);
    agreeing.forEach((other, at) =>
      checkName("evaluation", other, others, `evaluations.${index}.agrees_with.${at}`, report),
    );
  });
  checkUnique(
    (plan.criteria ?? []).map(({ id }) => id),
    "criteria",
    "id",
    report,
  );
  checkRanges(plan, report);
  checkBands(plan, report);
  const evaluations = plan.evaluations.map(({ id }) => id);
  plan.criteria?.forEach(({ metric }, index) =>
    checkName(
      "metric",
      metric?.replace(/(-difference)?(\[.*\])?$/, ""),
      known.metrics,
      `criteria.${index}.metric`,
      report,
    ),
  );
  plan.documents?.forEach((document, index) => {
    const { kind, evaluation } = document;
    checkName("document kind", kind, known.kinds, `documents.${index}.kind`, report);
    checkName("evaluation", evaluation, evaluations, `documents.${index}.evaluation`, report);
    checkOptions(document, plan.evaluations, `documents.${index}`, report);
  });
  checkLint(plan, known.rules, report);
  return messages;
}

/** Each rule that is told otherwise is one that there is, and is named once, by its id or its number. */
function checkLint({ lint = [] }: Plan, rules: KnownNames["rules"], report: Report): void {
  const names = rules?.flatMap(({ id, alias }) => [id, alias]);
  const idOf = (name: string): string => rules?.find(({ alias }) => alias === name)?.id ?? name;
  lint.forEach(({ rule }, index) =>
    checkName("rule", rule, names, `lint.${index}.rule`, report, "forthright list rules"),
  );
  checkUnique(
    lint.map(({ rule }) => idOf(rule)),
    "lint",
    "rule",
    report,
  );
}

function checkEvaluation(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { task } = evaluation;
  checkKeys(evaluation, path, report);
  checks[task](evaluation, path, report);
  checkAnnotators(evaluation, path, report);
  const { data } = evaluation;
  if (typeof data === "string" && !/\.(csv|tsv|txt|parquet)$/i.test(data))
    report(`${path}.data`, `Unexpected file "${data}", expected a .csv or .parquet file.`);
  if (evaluation.reference !== undefined && data === undefined)
    report(`${path}.reference`, "Unexpected reference without data, expected it only where rows are read.");
  if (evaluation.inputs !== undefined && evaluation.reference === undefined)
    report(
      `${path}.inputs`,
      "Unexpected inputs without `reference`, expected the file to compare them with.",
    );
  checkSlices(evaluation, path, report);
}

/** Keys that another kind of evidence takes, and this one does not. */
function checkKeys(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { task } = evaluation;
  const known = [...Object.keys(alwaysKeys), ...keysOfTask[task], "flag"];
  for (const key of Object.keys(evaluation)) {
    if (known.includes(key)) continue;
    const others = tasks.filter((other) => keysOfTask[other].includes(key));
    report(
      `${path}.${key}`,
      `Unexpected ${key} in an evaluation of task ${task}, expected it only with ${others.join(", ")}.`,
    );
  }
}

function checkSlices(evaluation: EvaluationPlan, path: string, report: Report): void {
  for (const column of Object.keys(evaluation.bands ?? {})) {
    if (!(evaluation.slices ?? []).includes(column))
      report(
        `${path}.bands.${column}`,
        `Unexpected bands for "${column}", expected a column named in slices.`,
        suggestName(column, evaluation.slices ?? []),
      );
  }
  for (const [column, cuts] of Object.entries(evaluation.bands ?? {})) {
    if (cuts.some((cut, index) => index > 0 && cut <= (cuts[index - 1] ?? cut)))
      report(`${path}.bands.${column}`, "Unexpected order of cuts, expected rising numbers.");
  }
  checkUnique(evaluation.slices ?? [], `${path}.slices`, null, report);
}

function checkName(
  what: string,
  name: string | undefined,
  known: readonly string[] | undefined,
  path: string,
  report: Report,
  listed?: string,
): void {
  if (name === undefined || known === undefined || known.includes(name)) return;
  report(path, `Unexpected ${what} "${name}".`, suggestName(name, known, listed));
}

function checkRanges(plan: Plan, report: Report): void {
  const ranged = {
    "deployment.base_rate": plan.deployment?.base_rate,
    "costs.false_alarm": plan.costs?.false_alarm,
    "costs.miss": plan.costs?.miss,
    "costs.action": plan.costs?.action,
    "costs.effect": plan.costs?.effect,
  };
  for (const [path, range] of Object.entries(ranged)) {
    if (range === undefined || typeof range === "number") continue;
    const { low = range.value, high = range.value, value } = range;
    if (low > value || high < value)
      report(path, `Unexpected range ${low} to ${high} around ${value}, expected low <= value <= high.`);
  }
}

/** Bands take the place of a threshold, rise, and leave no score without an outcome. */
function checkBands(plan: Plan, report: Report): void {
  const { bands, threshold, reviewers } = plan.deployment ?? {};
  if (bands === undefined) {
    if (reviewers !== undefined)
      report("deployment.reviewers", "Unexpected reviewers without bands, expected both or none.");
    return;
  }
  const text = "Unexpected threshold beside bands, expected one of them.";
  if (threshold !== undefined) report("deployment.threshold", text, "Take out the threshold, or the bands.");
  plan.evaluations.forEach((evaluation, index) => {
    if (evaluation.threshold !== undefined) report(`evaluations.${index}.threshold`, text);
  });
  bands.forEach(({ below }, index) => {
    const place = `deployment.bands.${index}`;
    const isLast = index === bands.length - 1;
    if (isLast && below !== undefined)
      report(
        `${place}.below`,
        "Unexpected below in the last band, expected none: it holds all higher scores.",
      );
    if (!isLast && below === undefined)
      report(place, "Missing `below`, expected the score at which the next band begins.");
    const before = bands[index - 1]?.below;
    if (below !== undefined && before !== undefined && below <= before)
      report(`${place}.below`, `Unexpected ${below} after ${before}, expected rising scores.`);
  });
  const names = bands.map(({ do: name }) => name);
  checkUnique(names, "deployment.bands", "do", report);
}

function checkUnique(values: readonly string[], path: string, key: string | null, report: Report): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index)
      report(
        `${path}.${index}${key === null ? "" : `.${key}`}`,
        `Unexpected second "${value}", expected each once.`,
      );
  });
}
