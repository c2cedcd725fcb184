import type { Place } from "../errors.js";
import { isFile, type EvidenceSource } from "../model/project.js";

/** Where a message about a source points: the author's file, or the table on its server. */
export function placeOf(source: EvidenceSource): Place {
  return { file: isFile(source) ? source.path : `${source.engine}:${source.table}` };
}
