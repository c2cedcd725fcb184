import { missing, type Metric } from "./metric.js";

export const valueTotal: Metric = {
  id: "value-total",
  summary: "Money of all cases of the evidence, summed. A count, not an estimate: it has no range.",
  of: "cases",
  unit: "money",
  origin: "measured",
  better: null,
  scope: "slices",
  atBaseRate: false,
  compute: (cell) => {
    if (cell.value === null) return missing("no-value-column", cell.n);
    return {
      ...missing("counted", cell.value.all.n),
      value: cell.value.all.sum,
      numerator: cell.value.all.sum,
    };
  },
};
