import type { Message, Place } from "../../errors.js";
import { metricNameOf } from "../../model/metric-name.js";
import { nearestName } from "../../model/nearest-name.js";
import type { Plan } from "../../model/plan.js";

/** Shorter names than this are near to everything: mAP is no misspelt MAPE. */
const shortest = 5;

/** Reported metrics whose name is nearly a known one: kept as they are, since they may mean another thing. */
export function remarkReportedNames(
  { evaluations }: Plan,
  places: Readonly<Record<string, Place>>,
  known: readonly string[],
): Message[] {
  return evaluations.flatMap(({ metrics = [] }, index) =>
    metrics.flatMap(({ metric }, at): Message[] => {
      const name = metricNameOf(metric);
      const near = known.includes(name) || name.length < shortest ? null : nearestName(name, known);
      if (near === null) return [];
      const place = places[`evaluations.${index}.metrics.${at}.metric`];
      return [
        {
          code: "H-METRIC",
          severity: "hint",
          text: `The metric "${metric}" is not known and is kept under its own name.`,
          hint: `Did you mean "${near}"?`,
          ...(place === undefined ? {} : { place }),
        },
      ];
    }),
  );
}
