import { UserError } from "../../../errors.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import type { GroupAnswer, Key } from "../../query/count-query.js";
import { textReader } from "../../query/read-keys.js";
import { isValue } from "../is-value.js";
import { attackClasses, type AttackClass, type AttackCount } from "./attack-count.js";

/** Keys that tell what was presented, whatever else a group is told apart by. */
export function truthKeys({
  label = "",
  species,
  attack_class,
  no_response,
}: EvaluationPlan): Record<string, Key> {
  const text = (name: string, column: string | undefined): Record<string, Key> =>
    column === undefined ? {} : { [name]: { key: "text", column } };
  return {
    label: { key: "text", column: label },
    ...text("species", species),
    ...text("class", attack_class),
    ...text("silent", no_response?.column),
  };
}

/**
 * Reads back what was presented, by row: bona fide, or an attack with its species and way; null without a label.
 *
 * @throws UserError E-CLASS from the reader for a way of attack that is not known
 */
export function truthReader(
  group: GroupAnswer,
  evaluation: EvaluationPlan,
  source: EvidenceSource,
): (row: number) => Pick<AttackCount, "attack" | "responded"> | null {
  const { bona_fide, species, attack_class, no_response } = evaluation;
  const labelOf = textReader(group, "label");
  const speciesOf = species === undefined ? labelOf : textReader(group, "species");
  const classOf = textReader(group, "class");
  const silentOf = textReader(group, "silent");
  const usual = evaluation.check === "document" ? "document" : "presentation";
  return (row) => {
    const label = labelOf(row);
    if (label === null) return null;
    const responded = no_response === undefined || !isValue(silentOf(row) ?? "", String(no_response.value));
    if (bona_fide !== undefined && isValue(label, String(bona_fide))) return { attack: null, responded };
    const way = attack_class === undefined ? usual : classNamed(classOf(row), attack_class, source);
    return { attack: { species: speciesOf(row), class: way }, responded };
  };
}

function classNamed(text: string | null, column: string, source: EvidenceSource): AttackClass {
  const found = attackClasses.find((one) => one === text?.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError("input", {
    code: "E-CLASS",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected "${printable(text ?? "")}" in column "${column}" of an attack, expected ${attackClasses.join(", ")}.`,
    hint: "Name for every attack how it came; leave the cell blank only for bona fide presentations.",
  });
}
