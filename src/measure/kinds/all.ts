import type { Task } from "../../model/plan.js";
import { attackDetection } from "./attack-detection/attack-detection.js";
import { binary } from "./binary/binary.js";
import { comparison } from "./comparison/comparison.js";
import { forecast } from "./forecast/forecast.js";
import type { EvidenceKind } from "./kind.js";
import { labels } from "./labels/labels.js";
import { multiclass } from "./multiclass/multiclass.js";
import { layers } from "./layers/layers.js";
import { regression } from "./regression/regression.js";
import { reported } from "./reported/reported.js";
import { series } from "./series/series.js";
import { verification } from "./verification/verification.js";

/** Every kind of evidence, by the `task` of the plan that names it. */
export const kinds: Readonly<Record<Task, EvidenceKind>> = {
  binary,
  multiclass,
  labels,
  verification,
  "attack-detection": attackDetection,
  layers,
  comparison,
  regression,
  forecast,
  series,
  reported,
};
