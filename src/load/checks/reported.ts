import { metricNameOf } from "../../model/metric-name.js";
import type { EvaluationPlan } from "../../model/plan.js";
import { parseSliceId, sliceIdFromText } from "../../model/slice-id.js";
import type { Report } from "./check.js";

type Metric = NonNullable<EvaluationPlan["metrics"]>[number];

/** Ready metrics: each told once, of a group that can be named. */
export function checkReported(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { metrics = [], classes = [], classes_complete: complete } = evaluation;
  if (metrics.length + classes.length === 0)
    report(path, "Missing `metrics`, expected ready metrics, or `classes` with the lines of a report.");
  if (complete === true && classes.length < 2)
    report(
      `${path}.classes_complete`,
      "Unexpected classes_complete, expected two or more `classes` beside it.",
    );
  metrics.forEach((metric, index) => checkMetric(metric, `${path}.metrics.${index}`, report));
  const lines = classes.flatMap((one) => (typeof one === "object" ? [one] : []));
  classes.forEach((one, index) => {
    const own = `${path}.classes.${index}`;
    if (typeof one !== "object")
      report(own, `Unexpected name "${String(one)}" alone, expected {class, precision, recall, support}.`);
    else if ([one.precision, one.recall, one.f1].every((share) => share === undefined))
      report(own, "Missing `recall`, expected at least one of precision, recall, f1.");
  });
  const told = [
    ...metrics.map((metric, index) => ({ key: keyOf(metric), at: `metrics.${index}` })),
    ...lines.flatMap((line, index) =>
      (["precision", "recall", "f1"] as const)
        .filter((metric) => line[metric] !== undefined)
        .map((metric) => ({
          key: keyOf({ metric, value: 0, facet: String(line.class) }),
          at: `classes.${index}`,
        })),
    ),
  ];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { key, at } of told) {
    if (seen.has(key)) twice.add(at);
    seen.add(key);
  }
  for (const at of twice)
    report(
      `${path}.${at}`,
      "Unexpected second value of the same metric, expected each once for a group and a facet.",
    );
}

function checkMetric({ slice, facet, value, unit }: Metric, path: string, report: Report): void {
  const isGroup = slice === undefined || slice === "all" || parseSliceId(slice) !== null;
  if (!isGroup || slice?.startsWith("=") === true || slice?.startsWith("!=") === true)
    report(`${path}.slice`, `Unexpected slice "${slice}", expected one such as country=DE.`);
  if (facet?.startsWith("averaging=") === true)
    report(`${path}.facet`, `Unexpected facet "${facet}", expected \`averaging\` as a key of its own.`);
  if (unit === "share" && Math.abs(Number(value)) > 1)
    report(`${path}.value`, `Unexpected ${value}, expected a share such as 0.91.`, "Divide percent by 100.");
}

/** Two metrics of one key would be one estimate. */
function keyOf({ metric, averaging, facet, slice }: Metric): string {
  const name = [metric, averaging ?? []].flat().map(metricNameOf).join("-");
  return JSON.stringify([name, facet ?? null, sliceIdFromText(slice ?? "all")]);
}
