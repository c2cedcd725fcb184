import type { EvidenceDetails } from "../../model/evidence.js";
import { fact, type Candidate, type Finder } from "../finder.js";

export const unmeasuredAttack: Finder = {
  id: "unmeasured-attack",
  summary:
    "An attack that is in scope and was never tried, or too seldom to rule out the rate that the plan claims.",
  find: ({ details }) =>
    Object.entries(details).flatMap(([evaluation, { attacks }]) =>
      attacks === undefined ? [] : candidatesOf(evaluation, attacks),
    ),
};

function candidatesOf(evaluation: string, attacks: NonNullable<EvidenceDetails["attacks"]>): Candidate[] {
  const { needed, species } = attacks;
  const untested = species.filter(({ tested }) => tested === 0);
  const thin = species.filter(({ tested }) => tested > 0 && tested < needed);
  const told = (form: "untested" | "thin", found: typeof species): Candidate[] =>
    found.length === 0
      ? []
      : [
          fact("unmeasured-attack", "ADV", `finding.unmeasured-attack.${form}`, {
            id: `unmeasured-attack#${form}`,
            evaluation,
            slots: {
              names: found.map(({ name }) => name).join(", "),
              count: found.length,
              of: species.length,
              needed,
            },
            gap: true,
          }),
        ];
  return [...told("untested", untested), ...told("thin", thin)];
}
