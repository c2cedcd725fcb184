import { matthewsMulticlass } from "../../stats/matthews-multiclass.js";

import { missing, type MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const matthewsOfClasses: MetricOf<ClassCell> = {
  id: "matthews",
  summary: "Correlation of actual and predicted class, 0 at chance (Matthews, R_K).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: ({ matrix }) => {
    const value = matthewsMulticlass(matrix);
    const n = matrix.flat().reduce((sum, count) => sum + count, 0);
    return value === null ? missing("no-cases", n) : { ...missing("no-interval-index", n), value };
  },
};
