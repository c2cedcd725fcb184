import type { DomainRule } from "../claim.js";
import { adversary } from "./adversary.js";
import { age } from "./age.js";
import { calibration } from "./calibration.js";
import { directness } from "./directness.js";
import { labels } from "./labels.js";
import { precision } from "./precision.js";
import { provenance } from "./provenance.js";
import { replication } from "./replication.js";
import { shift } from "./shift.js";

/** Every respect in which evidence can fall short, in the order in which equal deductions are told. */
export const domains: readonly DomainRule[] = [
  precision,
  directness,
  shift,
  age,
  labels,
  replication,
  provenance,
  calibration,
  adversary,
];
