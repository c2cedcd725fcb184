import type { TableKind } from "../table-kind.js";
import { actions } from "./actions.js";
import { changes } from "./changes.js";
import { agreedCriteria } from "./agreed-criteria.js";
import { confidence } from "./confidence.js";
import { coverage } from "./coverage.js";
import { criteria } from "./criteria.js";
import { details } from "./details.js";
import { evidenceFacts } from "./evidence-facts.js";
import { exceptions } from "./exceptions.js";
import { experiment } from "./experiment.js";
import { factBox } from "./fact-box.js";
import { foundLimits } from "./found-limits.js";
import { incidentCompare } from "./incident-compare.js";
import { labelling } from "./labelling.js";
import { ledger } from "./ledger.js";
import { matrix } from "./matrix.js";
import { measures } from "./measures.js";
import { memo } from "./memo.js";
import { monitoring } from "./monitoring.js";
import { operation } from "./operation.js";
import { options } from "./options.js";
import { otherEvidence } from "./other-evidence.js";
import { premortem } from "./premortem.js";
import { protocol } from "./protocol.js";
import { results } from "./results.js";
import { rollbackTriggers } from "./rollback-triggers.js";
import { rolloutStages } from "./rollout-stages.js";
import { topLimitations } from "./top-limitations.js";
import { unknowns } from "./unknowns.js";
import { useFacts } from "./use-facts.js";
import { watchedLimits } from "./watched-limits.js";

/** Every table a template or a note can ask for. */
export const tables: readonly TableKind[] = [
  actions,
  confidence,
  coverage,
  criteria,
  details,
  evidenceFacts,
  exceptions,
  factBox,
  incidentCompare,
  ledger,
  matrix,
  measures,
  memo,
  monitoring,
  operation,
  options,
  otherEvidence,
  premortem,
  protocol,
  results,
  topLimitations,
  unknowns,
  useFacts,
  changes,
  agreedCriteria,
  experiment,
  labelling,
  rollbackTriggers,
  rolloutStages,
  watchedLimits,
  foundLimits,
];
