import type { Risk } from "../model/risk.js";
import { visibleText } from "../visible-text.js";

type Given = NonNullable<Risk["likelihood"]["given"]>;

/** Levels with the author's reasons made safe to look at. */
export function visibleRisk(risk: Risk): Risk {
  const shown = (given: Given | null): Given | null =>
    given === null ? null : { ...given, reason: visibleText(given.reason) };
  const { severity, likelihood } = risk;
  return {
    ...risk,
    severity: severity === null ? null : { ...severity, given: shown(severity.given) },
    likelihood: { ...likelihood, given: shown(likelihood.given) },
  };
}
