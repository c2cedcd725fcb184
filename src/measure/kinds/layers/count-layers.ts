import { UserError } from "../../../errors.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import type { Ask, ColumnUse, Key } from "../../query/count-query.js";
import { textReader } from "../../query/read-keys.js";
import { isValue } from "../is-value.js";
import type { LayerCount } from "./layer-counts.js";

export interface LayerAnswer {
  readonly rows: number;
  readonly labelBlank: number;
  /** Rows on which some layer gave no decision: what the others did with them says nothing of all together. */
  readonly undecided: number;
  readonly counts: readonly LayerCount[];
}

/**
 * Asks how often the layers decided how, by what the case was.
 *
 * @param columns - the decision column of each layer
 * @throws UserError when nothing is usable, when the honest value or the value that stops never occurs, and whatever
 *         the engine refuses
 */
export async function countLayers(
  evaluation: EvaluationPlan,
  source: EvidenceSource,
  columns: readonly string[],
  ask: Ask,
): Promise<LayerAnswer> {
  const { label = "", species, bona_fide, stops } = evaluation;
  const texts = [...new Set([label, species, ...columns])].flatMap((name): ColumnUse[] =>
    name === undefined ? [] : [{ name, as: "text", range: null }],
  );
  const keys: Record<string, Key> = { label: { key: "text", column: label } };
  if (species !== undefined) keys.species = { key: "text", column: species };
  columns.forEach((column, index) => {
    keys[`layer${index}`] = { key: "text", column };
  });
  const { rows, groups } = await ask({ source, columns: texts, groups: [{ keys }] });
  const [group] = groups;
  if (group === undefined) throw new Error("An engine left a group unanswered");
  const labelOf = textReader(group, "label");
  const speciesOf = species === undefined ? labelOf : textReader(group, "species");
  const decisionOf = columns.map((_, index) => textReader(group, `layer${index}`));
  const left = { labelBlank: 0, undecided: 0 };
  const counts: LayerCount[] = [];
  group.n.forEach((n, row) => {
    const truth = labelOf(row);
    const decisions = decisionOf.map((read) => read(row));
    if (truth === null) left.labelBlank += n;
    else if (decisions.includes(null)) left.undecided += n;
    else {
      const isHonest = bona_fide !== undefined && isValue(truth, String(bona_fide));
      const stopped = decisions.map((decision) => isValue(decision ?? "", String(stops)));
      counts.push({ attack: isHonest ? null : { species: speciesOf(row) }, stopped, n });
    }
  });
  checkLayers(counts, { rows, ...left }, evaluation, source, columns);
  return { rows, ...left, counts };
}

function checkLayers(
  counts: readonly LayerCount[],
  { rows, labelBlank, undecided }: Omit<LayerAnswer, "counts">,
  { label = "", bona_fide, stops }: EvaluationPlan,
  source: EvidenceSource,
  columns: readonly string[],
): void {
  const wrong = (code: string, text: string, hint?: string): UserError =>
    new UserError("input", {
      code,
      severity: "error",
      place: placeOf(source),
      text,
      ...(hint === undefined ? {} : { hint }),
    });
  if (counts.length === 0) {
    throw wrong(
      "E-NO-ROWS",
      `No row has a label and a decision of every layer: ${rows} rows, ${labelBlank} without a label, ${undecided} without a decision.`,
    );
  }
  // A layer that stops nothing reads as one that lets every attack pass: more likely the value is misspelled.
  if (counts.every(({ stopped }) => !stopped.includes(true))) {
    throw wrong(
      "E-LABEL",
      `The value "${printable(String(stops))}" never occurs in the columns ${columns.map((column) => `"${printable(column)}"`).join(", ")}.`,
      "Set `stops` to the value by which a layer stops a case.",
    );
  }
  if (bona_fide !== undefined && counts.every(({ attack }) => attack !== null)) {
    throw wrong(
      "E-LABEL",
      `The bona fide value "${printable(String(bona_fide))}" never occurs in column "${printable(label)}".`,
      "Set `bona_fide` to the value of honest cases; leave it out where only attacks were tried.",
    );
  }
}
