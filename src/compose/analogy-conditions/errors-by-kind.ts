import type { Estimate, Slice } from "../../model/assessment.js";
import { plainText } from "../../phrasing/inline.js";
import { casesOf } from "../../phrasing/subject-words.js";
import { estimatesIn, evidenceOfTask } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;
/** Genuine people or documents that are refused. */
const refused = ["fnmr", "frr", "bpcer", "dfrr"];

/** One-to-one checks whose refusals were counted per kind of document, device or person. */
export const errorsByKind: AnalogyCondition = {
  id: "errors-by-kind",
  summary: "one-to-one checks with refusals counted for two kinds or more, each on 30 cases",
  slots: ["kind", "kind-refused", "other", "other-refused"],
  check: (facts) => {
    const check = evidenceOfTask(facts, "verification", "attack-detection");
    if (check === null)
      return failed(
        "there is no one-to-one check among the evidence",
        "Add evidence of task `verification`.",
      );
    const bySlice = estimatesIn(facts, check, refused).filter(
      ({ slice, facet, n }) => slice !== "all" && facet === undefined && n >= fewest,
    );
    const own = facts.assessment.slices.filter(
      ({ evaluation, negated }) => evaluation === check.id && !negated,
    );
    const kinds = bySlice
      .filter(({ metric }) => metric === bySlice[0]?.metric)
      .flatMap((estimate) => kindOf(estimate, own))
      .filter(({ slice }, _, all) => slice.column === all[0]?.slice.column)
      .sort((a, b) => a.estimate.value - b.estimate.value);
    const [least, most] = [kinds[0], kinds.at(-1)];
    if (least === undefined || most === undefined || least === most)
      return failed(
        `refusals were counted for ${kinds.length} kinds with ${fewest} cases, and it takes 2`,
        "Name the kind of document or the device under `slices`, and test each.",
      );
    return held({
      kind: plainText(casesOf(facts.voice, least.slice)),
      "kind-refused": least.estimate.id,
      other: plainText(casesOf(facts.voice, most.slice)),
      "other-refused": most.estimate.id,
    });
  },
};

function kindOf<E extends Estimate>(estimate: E, slices: readonly Slice[]): { estimate: E; slice: Slice }[] {
  const slice = slices.find(({ id }) => id === estimate.slice);
  return slice === undefined || slice.value === null ? [] : [{ estimate, slice }];
}
