import type { Limitation } from "../../model/assessment.js";
import type { Risk } from "../../model/risk.js";

/** Persons a month from which a harm is one step graver. */
const manyPersons = 1_000;
const gravest = 5;
/** However many meet it and however little they can do, an inconvenience becomes no more than this. */
const mostOfInconvenience = 3;

/**
 * How grave a limitation is: its harm class, one more without appeal or correction, one more where 1,000 persons a
 * month or more meet the harm; 5 at the most. The persons counted are those harmed, not all who pass by.
 *
 * @param persons - wrong decisions a month, observed and as many as the evidence does not rule out
 * @returns null where nobody has said whom it harms: no severity is invented
 */
export function severityOf(
  {
    harm_class,
    appeal,
    affected,
    severity,
  }: Pick<Limitation, "harm_class" | "appeal" | "affected" | "severity">,
  persons: Risk["events"],
): Risk["severity"] {
  const set = severity ?? null;
  if (harm_class === undefined) {
    if (set === null) return null;
    return { point: set.level, upper: set.level, raised: [], given: { ...set, computed: null } };
  }
  const counted = affected?.persons_per_month;
  const many = (part: "point" | "upper"): boolean => (counted ?? persons?.[part] ?? 0) >= manyPersons;
  const noAppeal = appeal?.possible === false;
  const most = harm_class === 1 ? mostOfInconvenience : gravest;
  const level = (part: "point" | "upper"): number =>
    Math.min(most, harm_class + Number(noAppeal) + Number(many(part)));
  const raised: NonNullable<Risk["severity"]>["raised"] = [
    ...(noAppeal ? (["no-appeal"] as const) : []),
    ...(many("upper") ? (["many-persons"] as const) : []),
  ];
  if (set !== null)
    return { point: set.level, upper: set.level, raised, given: { ...set, computed: level("upper") } };
  return { point: level("point"), upper: level("upper"), raised, given: null };
}
