/**
 * A metric's name as our ids are written: small letters, hyphens.
 *
 * @example metricNameOf("ROC_AUC") // "roc-auc"
 */
export function metricNameOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}
