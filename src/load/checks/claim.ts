import { suggestName } from "../../model/nearest-name.js";
import type { ClaimPlan, Plan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Keys that only some kinds of claim take. */
const keysOfKind: Readonly<Record<string, readonly ClaimPlan["kind"][]>> = {
  tested: ["cause"],
  value: ["cost"],
  low: ["cost"],
  high: ["cost"],
  scenarios: ["cost"],
  lines: ["cause", "expert"],
  agreement: ["cause", "expert"],
  score: ["chance"],
  evaluation: ["chance"],
};

/** Words of what has not happened yet: a counted fact has none. */
const ofTheFuture =
  /\b(will|would|should|expects?|expected|forecasts?|predicts?|predicted|likely|probably)\b/i;

/** How likely a claim is stands apart from what it says. */
const likelihood =
  /\b((?:very |extremely |highly )?(?:un)?likely|probabl[ey]|(?:almost|virtually|nearly) certain(?:ly)?)\b/i;
const ofLikelihood =
  /(?<!\p{L})((?:sehr |äußerst )?(?:un)?wahrscheinlich|vermutlich|(?:fast|praktisch|nahezu) sicher)(?!\p{L})/iu;

/** What no schema can say of the plan's claims: what each kind needs, and what it does not take. */
export function checkClaims({ claims = [], evaluations, costs }: Plan, report: Report): void {
  const known = evaluations.map(({ id }) => id);
  claims.forEach((claim, index) => {
    const path = `claims.${index}`;
    for (const [key, kinds] of Object.entries(keysOfKind)) {
      if (key in claim && !kinds.includes(claim.kind))
        report(
          `${path}.${key}`,
          `Unexpected ${key} of a ${claim.kind} claim, expected it only with ${kinds.join(", ")}.`,
        );
    }
    if ((claim.lines === undefined) !== (claim.agreement === undefined))
      report(
        path,
        "Unexpected lines or agreement alone, expected both: how many lines of evidence, and how far they agree.",
      );
    if (claim.evaluation !== undefined && !known.includes(claim.evaluation))
      report(
        `${path}.evaluation`,
        `Unexpected evaluation "${claim.evaluation}".`,
        suggestName(claim.evaluation, known),
      );
    checkKind(claim, path, costs !== undefined, report);
    if (claims.findIndex(({ id }) => id === claim.id) !== index)
      report(`${path}.id`, `Unexpected second claim "${claim.id}", expected each id once.`);
  });
}

function checkKind(claim: ClaimPlan, path: string, priced: boolean, report: Report): void {
  const { kind, text, source, value, low, high, score } = claim;
  if (kind === "counted" && source === undefined)
    report(path, "Missing `source`, expected the audited log that a counted claim was counted in.");
  const likely = likelihood.exec(text) ?? ofLikelihood.exec(text);
  if (likely !== null && kind !== "counted")
    report(
      `${path}.text`,
      `Unexpected "${likely[0]}" in a claim, expected what is claimed, without a word for how likely it is.`,
      "How far the evidence carries it is printed beside it.",
    );
  const future = kind === "counted" ? ofTheFuture.exec(text) : null;
  if (future !== null)
    report(
      `${path}.text`,
      `Unexpected "${future[0]}" in a counted claim, expected what was counted, never a prediction.`,
      "Make it `kind: expert`, or say what was counted.",
    );
  if (kind === "chance" && score === undefined)
    report(path, "Missing `score`, expected the score that a chance claim is about.");
  if (kind !== "cost") return;
  if (value === undefined) report(path, "Missing `value`, expected the amount that a cost claim is about.");
  if (!priced)
    report(path, "Unexpected cost claim without `costs.currency`, expected the currency of its amount.");
  if ((low === undefined) !== (high === undefined))
    report(path, "Unexpected one end of a range alone, expected `low` and `high`.");
  if (low !== undefined && high !== undefined && value !== undefined && (low > value || high < value))
    report(`${path}.value`, `Unexpected value ${value} outside its range ${low} to ${high}.`);
}
