import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** Every attack that should be covered was tried. */
export const everyAttackTested: AnalogyCondition = {
  id: "every-attack-tested",
  summary: "every attack that should be covered was tried",
  slots: [],
  check: ({ assessment }) =>
    assessment.findings.some(({ message }) => message.startsWith("finding.unmeasured-attack.untested"))
      ? failed(
          "attacks that should be covered were never tried",
          "Try them, or name what is in scope under `in_scope`.",
        )
      : held(),
};
