import { UserError } from "../../../errors.js";
import { placeOf } from "../../place-of.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { textReader } from "../../query/read-keys.js";
import { genuineReader, type VerificationQuestion } from "./ask-scores.js";

/**
 * Two ids that are equal are one person: a label that says otherwise makes every rate wrong.
 *
 * @param answers - one answer by pair; or one by probe and one by reference, in which genuine comparisons of different
 *   ids show as counts that differ between the sides, and impostor comparisons of equal ids do not show
 * @throws UserError E-PAIRS with the number of comparisons
 */
export function checkIds(
  answers: readonly GroupAnswer[],
  { evaluation, source }: VerificationQuestion,
): void {
  const { subjects } = evaluation;
  if (subjects === undefined) return;
  const [first, second] = answers;
  if (first === undefined) return;
  const { mixed, same } =
    second === undefined ? contradictions(first, evaluation) : unequalSides(first, second, evaluation);
  if (mixed + same === 0) return;
  throw new UserError("input", {
    code: "E-PAIRS",
    severity: "error",
    place: placeOf(source),
    text: `The label contradicts the ids: ${mixed} genuine comparisons of different ids in "${subjects.probe}" and "${subjects.reference}", ${same} impostor comparisons of equal ids.`,
    hint: "Name the columns that hold the id of the person of each sample, in one and the same numbering.",
  });
}

type Evaluation = VerificationQuestion["evaluation"];

function contradictions(answer: GroupAnswer, evaluation: Evaluation) {
  const isGenuine = genuineReader(answer, evaluation);
  const [probeOf, referenceOf] = [textReader(answer, "probe"), textReader(answer, "reference")];
  let [mixed, same] = [0, 0];
  answer.n.forEach((n, row) => {
    const [genuine, probe, reference] = [isGenuine(row), probeOf(row), referenceOf(row)];
    if (genuine === null || probe === null || reference === null) return;
    if (genuine && probe !== reference) mixed += n;
    if (!genuine && probe === reference) same += n;
  });
  return { mixed, same };
}

function unequalSides(first: GroupAnswer, second: GroupAnswer, evaluation: Evaluation) {
  const counts = new Map<string, number>();
  const add = (answer: GroupAnswer, side: string, sign: 1 | -1): void => {
    const [isGenuine, nameOf] = [genuineReader(answer, evaluation), textReader(answer, side)];
    answer.n.forEach((n, row) => {
      const name = nameOf(row);
      if (isGenuine(row) === true && name !== null) counts.set(name, (counts.get(name) ?? 0) + sign * n);
    });
  };
  add(first, "probe", 1);
  add(second, "reference", -1);
  return { mixed: [...counts.values()].reduce((sum, n) => sum + Math.max(0, n), 0), same: 0 };
}
