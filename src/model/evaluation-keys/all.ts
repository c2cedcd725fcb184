import * as z from "zod";

import type { Task } from "../tasks.js";
import { attackKeys, attackRowKeys } from "./attack-detection.js";
import { binaryKeys, binaryRowKeys } from "./binary.js";
import { forecastKeys, forecastRowKeys } from "./forecast.js";
import { regressionKeys, regressionRowKeys } from "./regression.js";
import { seriesKeys, seriesRowKeys, seriesTimeKeys } from "./series.js";
import { alwaysKeys, rowKeys } from "./common.js";
import { verificationKeys, verificationRowKeys } from "./verification.js";
import { layerKeys, layerRowKeys } from "./layers.js";
import { comparisonKeys, comparisonRowKeys } from "./comparison.js";
import { labelRowKeys } from "./labels.js";
import { reportedKeys, reportedRowKeys } from "./reported.js";
import { multiclassKeys, multiclassRowKeys } from "./multiclass.js";

/** One body of evidence, with the keys of every kind; `keysOfTask` says which of them a kind takes. */
export const evaluation = z
  .strictObject({
    ...alwaysKeys,
    ...rowKeys,
    ...binaryKeys,
    ...verificationKeys,
    ...attackKeys,
    ...layerKeys,
    ...comparisonKeys,
    ...regressionKeys,
    ...forecastKeys,
    ...seriesKeys,
    ...multiclassKeys,
    ...reportedKeys,
  })
  .describe("One body of evidence about the model.");

/** Keys that each kind of evidence takes beside those that every one does. */
export const keysOfTask: Readonly<Record<Task, readonly string[]>> = {
  binary: [...Object.keys(binaryKeys), ...binaryRowKeys],
  verification: [...Object.keys(verificationKeys), ...verificationRowKeys],
  "attack-detection": [...Object.keys(attackKeys), ...attackRowKeys],
  layers: [...Object.keys(layerKeys), ...layerRowKeys],
  comparison: [...Object.keys(comparisonKeys), ...comparisonRowKeys],
  regression: [...Object.keys(regressionKeys), ...regressionRowKeys],
  forecast: [...Object.keys(regressionKeys), ...Object.keys(forecastKeys), ...forecastRowKeys],
  series: [...Object.keys(seriesKeys), ...seriesTimeKeys, ...seriesRowKeys],
  labels: [...labelRowKeys, "classes"],
  reported: [...Object.keys(reportedKeys), ...reportedRowKeys],
  multiclass: [...Object.keys(multiclassKeys), ...multiclassRowKeys],
};
