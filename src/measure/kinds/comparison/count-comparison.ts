import { UserError } from "../../../errors.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import type { Ask, ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { duplicatesOf } from "../duplicates.js";
import { isValue } from "../is-value.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import type { JointCounts, JointGroup, SliceJoint } from "./joint-counts.js";

export type ModelPlan = NonNullable<EvaluationPlan["models"]>[number];

export interface Question {
  readonly evaluation: EvaluationPlan;
  readonly models: readonly ModelPlan[];
  readonly source: EvidenceSource;
}

/**
 * Asks what every model decided on the same rows: counts by outcome and by all decisions together.
 *
 * @throws UserError for values that are not two, no row that every model decided, and whatever the engine refuses
 */
export async function countComparison(question: Question, ask: Ask): Promise<JointCounts> {
  const { evaluation, source, models } = question;
  const slices = sliceColumns(evaluation);
  const decisions: Record<string, Key> = Object.fromEntries(
    models.flatMap((model, place) => Object.entries(decisionKeys(evaluation, model, place))),
  );
  const label: Record<string, Key> = { label: { key: "text", column: evaluation.label ?? "" } };
  const subject: Record<string, Key> =
    evaluation.subject === undefined ? {} : { subject: { key: "text", column: evaluation.subject } };
  const { rows, groups } = await ask({
    source,
    columns: columnsOf(question),
    groups: [
      { keys: { ...label, ...decisions } },
      { keys: { ...label, ...decisions, ...subject } },
      ...slices.map(({ key }) => ({ keys: { ...label, ...decisions, slice: key, ...subject } })),
    ],
  });
  const [facts, all, ...own] = groups;
  if (facts === undefined || all === undefined) throw new Error("An engine left a group unanswered");
  checkValues(facts, question);
  const left = leftOut(facts, question);
  const joint = jointGroups(all, question);
  if (joint.every((group) => group === null)) {
    throw new UserError("input", {
      code: "E-NO-ROWS",
      severity: "error",
      place: placeOf(source),
      text: `No row has both a label and a decision of every model: ${rows} rows, ${left.labelBlank} without a label.`,
    });
  }
  return {
    rows,
    ...left,
    duplicates: await duplicatesOf(question, ask),
    subjects: evaluation.subject === undefined ? null : new Set(present(joint).map((g) => g.subject)).size,
    all: present(joint),
    slices: slices.flatMap((slice, index) => sliceJoints(slice, own[index] ?? all, question)),
  };
}

function sliceJoints(slice: SliceColumn, answer: GroupAnswer, question: Question): SliceJoint[] {
  const joint = jointGroups(answer, question);
  const rows = joint.flatMap((group, row) => (group === null ? [] : [row]));
  const { values, group } = sliceValues(slice, answer.keys.slice, rows, question.source);
  const own = values.map((): JointGroup[] => []);
  for (const [place, row] of rows.entries()) {
    const counted = joint[row];
    if (counted != null) own[group[place] ?? 0]?.push(counted);
  }
  return values.map((value, place) => ({ column: slice.column, value, groups: own[place] ?? [] }));
}

function present(groups: readonly (JointGroup | null)[]): JointGroup[] {
  return groups.filter((group) => group !== null);
}

function columnsOf({ evaluation, models }: Question): ColumnUse[] {
  const { label = "", subject } = evaluation;
  const texts = [
    label,
    ...models.flatMap(({ prediction }) => prediction ?? []),
    ...(subject === undefined ? [] : [subject]),
  ];
  const numbers = models.flatMap(({ prediction, score, score_range: range }) =>
    prediction !== undefined || score === undefined
      ? []
      : [{ name: score, range: range ?? ([0, 1] as const) }],
  );
  const all: ColumnUse[] = [
    ...texts.map((name): ColumnUse => ({ name, as: "text", range: null })),
    ...numbers.map(({ name, range }): ColumnUse => ({ name, as: "number", range })),
    ...sliceColumns(evaluation).map(({ use }) => use),
  ];
  return all.filter(
    (use, index) => all.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
  );
}

/** What one model decided: its word for it, or the side of its threshold with whether there is a score at all. */
function decisionKeys(
  { flag }: EvaluationPlan,
  { prediction, score = "", threshold = Number.NaN }: ModelPlan,
  place: number,
): Record<string, Key> {
  if (prediction !== undefined) return { [`said${place}`]: { key: "text", column: prediction } };
  return {
    [`flagged${place}`]: { key: "flagged", column: score, threshold, flag },
    [`status${place}`]: { key: "status", column: score },
  };
}

/** What each model decided on a group: null where it did not, with 2 for a score that is not finite. */
function decisionReader(
  answer: GroupAnswer,
  { evaluation, models }: Question,
): (row: number, model: number) => { readonly flagged: boolean } | { readonly missing: 1 | 2 } {
  const said = models.map((_, place) => textReader(answer, `said${place}`));
  const flagged = models.map((_, place) => numbersOf(answer, `flagged${place}`));
  const status = models.map((_, place) => numbersOf(answer, `status${place}`));
  return (row, model) => {
    if (models[model]?.prediction !== undefined) {
      const word = said[model]?.(row) ?? null;
      return word === null ? { missing: 1 } : { flagged: isValue(word, String(evaluation.positive)) };
    }
    const state = status[model]?.[row] ?? 1;
    if (state !== 0) return { missing: state === 2 ? 2 : 1 };
    return { flagged: flagged[model]?.[row] === 1 };
  };
}

/** The groups of rows that count, in the order of the answer; null for those that do not. */
function jointGroups(answer: GroupAnswer, question: Question): (JointGroup | null)[] {
  const { evaluation, models } = question;
  const labelOf = textReader(answer, "label");
  const decided = decisionReader(answer, question);
  const subjects = answer.keys.subject?.kind === "text" ? answer.keys.subject.codes : null;
  return Array.from(answer.n, (n, row) => {
    const label = labelOf(row);
    const decisions = models.map((_, model) => decided(row, model));
    if (label === null || decisions.some((decision) => "missing" in decision)) return null;
    return {
      positive: isValue(label, String(evaluation.positive)),
      flagged: decisions.map((decision) => "flagged" in decision && decision.flagged),
      subject: subjects?.[row] ?? -1,
      n,
    };
  });
}

/** Rows that count for nothing, and why. */
function leftOut(facts: GroupAnswer, question: Question) {
  const left = { labelBlank: 0, undecided: 0, scoreNotFinite: 0 };
  const labelOf = textReader(facts, "label");
  const decided = decisionReader(facts, question);
  facts.n.forEach((n, row) => {
    const missing = question.models.flatMap((_, model) => {
      const decision = decided(row, model);
      return "missing" in decision ? [decision.missing] : [];
    });
    if (labelOf(row) === null) left.labelBlank += n;
    else if (missing.includes(2)) left.scoreNotFinite += n;
    else if (missing.length > 0) left.undecided += n;
  });
  return left;
}

/** Throws when the label or a prediction holds anything but the positive and one negative value. */
function checkValues(facts: GroupAnswer, { evaluation, models, source }: Question): void {
  const positive = String(evaluation.positive);
  const wordsOf = (key: string): readonly string[] => {
    const column = facts.keys[key];
    return column?.kind === "text" ? column.values : [];
  };
  const columns = [
    { name: evaluation.label ?? "", words: wordsOf("label") },
    ...models.map(({ prediction = "" }, place) => ({ name: prediction, words: wordsOf(`said${place}`) })),
  ];
  // The label decides what the other value is; where it holds one class only, the first prediction does.
  const negatives = columns.flatMap(({ words }) => words.filter((word) => !isValue(word, positive)));
  const negative = evaluation.negative === undefined ? negatives[0] : String(evaluation.negative);
  for (const { name, words } of columns) {
    const stranger = words.find(
      (word) => !isValue(word, positive) && (negative === undefined || !isValue(word, negative)),
    );
    if (stranger === undefined) continue;
    throw new UserError("input", {
      code: "E-LABEL",
      severity: "error",
      place: placeOf(source),
      text: `Unexpected value "${printable(stranger)}" in column "${printable(name)}", expected "${printable(positive)}"${negative === undefined ? "" : ` or "${printable(negative)}"`}.`,
      hint: "Set `negative`, write decisions in the values of the label, and leave blank what is not known.",
    });
  }
}
