import { allMetrics } from "../../../metrics/all.js";
import { multiclassMetrics } from "../../../metrics/multiclass/all.js";
import type { MetricDescription } from "../../../metrics/metric.js";
import { metricNameOf } from "../../../model/metric-name.js";

/** What a reported metric is called here, and what it is narrowed to. */
export interface KnownMetric {
  readonly metric: Pick<MetricDescription, "id" | "of" | "unit" | "origin">;
  readonly facet: string | undefined;
}

/**
 * A reported metric under the name we know it by, else under its own.
 *
 * An average over classes is a metric of its own where we have it (`recall-macro`), else a facet
 * (`f1[averaging=samples]`). What a metric nobody knows is a share of, nobody knows either: it is an index.
 */
export function knownMetric({
  metric: name,
  averaging,
  facet,
}: {
  readonly metric: string;
  readonly averaging?: string | undefined;
  readonly facet?: string | undefined;
}): KnownMetric {
  const id = metricNameOf(name);
  const averaged = averaging === undefined ? undefined : find(`${id}-${metricNameOf(averaging)}`, facet);
  if (averaged !== undefined) return { metric: averaged, facet };
  const parts = [facet, averaging === undefined ? undefined : `averaging=${averaging}`];
  return {
    metric: find(id, facet) ?? { id: name, of: "cases", unit: "index", origin: "measured" },
    facet: parts.every((part) => part === undefined) ? undefined : parts.filter(Boolean).join(".."),
  };
}

/** Narrowed to a part, `recall` is of the cases of that class and not of the positives. */
function find(id: string, facet: string | undefined): MetricDescription | undefined {
  const first = facet === undefined ? allMetrics : [...multiclassMetrics, ...allMetrics];
  return first.find((metric) => metric.id === id);
}
