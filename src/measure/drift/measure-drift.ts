import type { Estimate } from "../../model/assessment.js";
import type { ColumnDrift } from "../../model/column-drift.js";
import { driftMetrics } from "../../metrics/drift/all.js";
import type { DriftCounts } from "../../metrics/drift/drift-counts.js";
import { chiSquaredIndependence } from "../../stats/chi-squared-independence.js";
import { chiSquaredUpperTail } from "../../stats/chi-squared-upper-tail.js";
import { ksTwoSample } from "../../stats/ks-two-sample.js";
import { psiNull } from "../../stats/psi-null.js";
import { psi } from "../../stats/psi.js";
import { estimateOf } from "../estimate.js";
import type { EvaluationInput } from "../evaluation-input.js";
import { estimatePlace } from "../kinds/estimate-place.js";
import { countDrift } from "./count-drift.js";
import { driftColumns, type DriftColumn } from "./drift-columns.js";

const level = 0.95;

/** How far the rows of an evaluation have moved from its reference: estimates, and what the finder judges. */
export interface MeasuredDrift {
  readonly estimates: readonly Estimate[];
  readonly drift: readonly ColumnDrift[];
}

/** Scores, inputs and slice columns against the reference; nothing where the plan names none. */
export async function measureDrift(input: EvaluationInput): Promise<MeasuredDrift> {
  const { evaluation, source, sources, ask } = input;
  const { reference } = sources;
  if (source === null || reference === undefined) return { estimates: [], drift: [] };
  const columns = driftColumns(evaluation);
  const counted = await countDrift(columns, source, reference, ask);
  const place = { ...estimatePlace(input), threshold: null, baseRate: null };
  const estimates = columns.flatMap(({ column, kind }, index) => {
    const counts = counted[index];
    if (counts === undefined) return [];
    return driftMetrics
      .filter(({ id }) => (kind === "categories" ? !numbersOnly.has(id) : id !== "cramers-v"))
      .map((metric) => estimateOf(metric, metric.compute(counts, level), { ...place, facet: column }));
  });
  const drift = columns.flatMap((column, index) => {
    const counts = counted[index];
    return counts === undefined || counts.reason !== null ? [] : [judged(column, counts)];
  });
  return { estimates, drift };
}

const numbersOnly = new Set(["ks-distance", "wasserstein-distance"]);

function judged({ column, kind }: DriftColumn, { tallies, bins }: DriftCounts): ColumnDrift {
  const { reference, current } = bins;
  const index = psi(reference, current);
  const none = psiNull(reference, current);
  const ks = tallies === null ? null : ksTwoSample(tallies);
  const table = tallies === null ? chiSquaredIndependence([reference, current]) : null;
  return {
    column,
    kind,
    psi: index,
    psi99: none?.p99 ?? null,
    psiP: index === null ? null : psiChance(index, reference, current),
    effect: ks?.d ?? table?.cramersV ?? null,
    p: ks?.p ?? table?.p ?? null,
  };
}

/** Upper tail of the index under no change: (1/n + 1/m) times chi-squared with bins - 1 degrees of freedom. */
function psiChance(index: number, reference: readonly number[], current: readonly number[]): number | null {
  const n = reference.reduce((a, b) => a + b, 0);
  const m = current.reduce((a, b) => a + b, 0);
  const df = reference.filter((count, bin) => count + (current[bin] ?? 0) > 0).length - 1;
  return df < 1 ? null : chiSquaredUpperTail(Math.max(0, index) / (1 / n + 1 / m), df);
}
