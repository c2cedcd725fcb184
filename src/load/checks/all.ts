import type { Task } from "../../model/plan.js";
import { checkBinary } from "./binary.js";
import type { EvidenceCheck } from "./check.js";
import { checkVerification } from "./verification.js";

/** The check of every kind of evidence. */
export const checks: Readonly<Record<Task, EvidenceCheck>> = {
  binary: checkBinary,
  verification: checkVerification,
};
