import type { EvaluationPlan } from "../../../model/plan.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { textReader } from "../../query/read-keys.js";
import { emptyPart, partsOf, type PartReader } from "./parts-of.js";
import type { DemographicCounts } from "./verification-counts.js";

/** An attribute of people, and the columns that hold it for either side of a comparison. */
export interface Demographic {
  readonly name: string;
  readonly probe: string;
  readonly reference: string;
}

/** The attributes of the plan; one column alone says that both people of every row share it. */
export function demographicsOf({ demographics = {} }: EvaluationPlan): Demographic[] {
  return Object.entries(demographics).map(([name, columns]) =>
    typeof columns === "string" ? { name, probe: columns, reference: columns } : { name, ...columns },
  );
}

/** Names of parts: no value of the data can be taken for these. */
const across = "x";
const within = (value: string): string => `=${value}`;

/** Pairs within each group, and pairs across groups. */
export function demographicParts(
  answers: readonly GroupAnswer[],
  { name }: Demographic,
  readerOf: (answer: GroupAnswer) => Omit<PartReader, "partOf">,
): DemographicCounts {
  const values = new Set<string>();
  const parts = partsOf(answers, (answer) => {
    const [probeOf, referenceOf] = [textReader(answer, "probeGroup"), textReader(answer, "referenceGroup")];
    const partOf = (row: number): string => {
      const [probe, reference] = [probeOf(row), referenceOf(row)];
      if (probe === null || reference === null) return "?";
      if (probe !== reference) return across;
      values.add(probe);
      return within(probe);
    };
    return { ...readerOf(answer), partOf };
  });
  const unknown = parts.get("?");
  const [first] = answers;
  return {
    name,
    within: [...values].sort().flatMap((value) => {
      const part = parts.get(within(value));
      return part === undefined ? [] : [{ value, part }];
    }),
    across:
      parts.get(across) ??
      emptyPart(first === undefined ? { people: null, accepted: null } : readerOf(first)),
    unknown: unknown === undefined ? 0 : unknown.genuine.trials + unknown.impostor.trials,
  };
}
