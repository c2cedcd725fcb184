import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Layers: decisions of each on the same rows, or the stated rates of each. */
export function checkLayers(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { data, label, layers, stops } = evaluation;
  if (layers === undefined) {
    report(path, "Missing `layers`, expected the decision columns of the layers, or their stated rates.");
    return;
  }
  const names = layers.map((layer) => (typeof layer === "string" ? layer : layer.name));
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
      report(`${path}.layers.${index}`, `Unexpected second layer "${name}".`);
  });
  const stated = layers.flatMap((layer, index) => (typeof layer === "string" ? [] : [{ layer, index }]));
  if (data === undefined) {
    for (const key of ["label", "species", "bona_fide", "stops"] as const) {
      if (evaluation[key] !== undefined)
        report(`${path}.${key}`, `Unexpected ${key} without data, expected it only where rows are read.`);
    }
    if (stated.length < layers.length)
      report(
        `${path}.layers`,
        "Unexpected column without data, expected {name, slip, false_stop} of each layer.",
      );
    for (const { layer, index } of stated) {
      if (layer.slip === undefined && layer.false_stop === undefined)
        report(`${path}.layers.${index}`, "Missing rate, expected slip, false_stop or both.");
    }
    return;
  }
  if (stated.length > 0)
    report(
      `${path}.layers`,
      "Unexpected stated rate beside data, expected the decision column of each layer.",
    );
  if (label === undefined) report(path, "Missing `label`, expected the column that says what the case was.");
  if (stops === undefined) report(path, "Missing `stops`, expected the value by which a layer stops a case.");
}
