import type { Assessment } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { sourceName } from "../model/source-name.js";
import { maySee } from "./may-see.js";

/**
 * Names of evidence files and of tables on servers stay inside: `attacks-lab-masks.csv` tells what was tried, and a path
 * how the house sorts its work. Outside they are numbered; their digests still prove which bytes were counted.
 */
export function withoutSourceNames(assessment: Assessment, audience: Audience): Assessment {
  if (maySee(audience, "executive")) return assessment;
  const names = new Map(
    assessment.sources.map((source, index) => {
      const ending = /\.[a-z]+$/.exec("path" in source ? source.path : "")?.[0] ?? "";
      return [sourceName(source), `evidence-${index + 1}${ending}`];
    }),
  );
  const told = (name: string): string => names.get(name) ?? "evidence";
  return {
    ...assessment,
    evaluations: assessment.evaluations.map((one) =>
      one.source === null ? one : { ...one, source: told(one.source) },
    ),
    sources: assessment.sources.map((source) =>
      "path" in source
        ? { ...source, path: told(sourceName(source)) }
        : { ...source, table: told(sourceName(source)), version: source.engine },
    ),
  };
}
