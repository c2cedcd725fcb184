import type { SubjectPair } from "../../../stats/two-way-bootstrap.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import type { ComparisonPart, Comparisons, PersonCounts } from "../../../metrics/verification/comparisons.js";

/** How the rows of an answer are told apart. */
export interface PartReader {
  /** True, false, or null for a row without a label. */
  readonly isGenuine: (row: number) => boolean | null;
  /** Name of the key that says whether a threshold accepts; null without a threshold, and then nothing is wrong. */
  readonly accepted: string | null;
  /** The part a row belongs to; null for none. */
  readonly partOf: (row: number) => string | null;
  /** Numbers of people, shared by both columns; null when the plan names no subject columns. */
  readonly people: Map<string, number> | null;
}

interface Sort {
  errors: number;
  trials: number;
  readonly pairs: Map<number, { -readonly [Key in keyof SubjectPair]: SubjectPair[Key] }>;
  readonly people: Map<number, { -readonly [Key in keyof PersonCounts]: PersonCounts[Key] }>;
}

/** Numbers of people stay below this, so that two of them make one key. */
const mostPeople = 2 ** 26;

/**
 * Comparisons of every part, by sort and pair of people, with those decided wrongly.
 *
 * @param answers - one answer by pair, or two over the same rows: by the person of the probe, then of the reference
 * @param readerOf - how the rows of each answer are told apart
 */
export function partsOf(
  answers: readonly GroupAnswer[],
  readerOf: (answer: GroupAnswer) => PartReader,
): ReadonlyMap<string, ComparisonPart> {
  const parts = new Map<string, { genuine: Sort; impostor: Sort }>();
  let closing: Pick<PartReader, "people" | "accepted"> = { people: null, accepted: null };
  answers.forEach((answer, side) => {
    const reader = readerOf(answer);
    closing = reader;
    const status = numbersOf(answer, "status");
    const accepted = reader.accepted === null ? null : numbersOf(answer, reader.accepted);
    const note = noteOf(answer, side, reader.people);
    answer.n.forEach((n, row) => {
      const [genuine, name] = [reader.isGenuine(row), reader.partOf(row)];
      if (genuine === null || name === null || status?.[row] !== 0) return;
      const part = parts.get(name) ?? { genuine: emptySort(), impostor: emptySort() };
      parts.set(name, part);
      const errors = accepted !== null && (accepted[row] === 1) !== genuine ? n : 0;
      note(genuine ? part.genuine : part.impostor, { row, errors, trials: n, genuine });
    });
  });
  const isPaired = answers.length === 1;
  const closed = ({ errors, trials, pairs, people }: Sort): Comparisons => ({
    errors,
    trials,
    pairs: closing.people === null || !isPaired ? null : [...pairs.values()],
    people: closing.people === null || isPaired ? null : [...people.values()],
  });
  return new Map(
    [...parts].map(([name, { genuine, impostor }]) => [
      name,
      { genuine: closed(genuine), impostor: closed(impostor), decided: closing.accepted !== null },
    ]),
  );
}

/** A part in which nothing was compared. */
export function emptyPart({ people, accepted }: Pick<PartReader, "people" | "accepted">): ComparisonPart {
  const none = { errors: 0, trials: 0, pairs: people === null ? null : [], people: null };
  return { genuine: none, impostor: none, decided: accepted !== null };
}

function emptySort(): Sort {
  return { errors: 0, trials: 0, pairs: new Map(), people: new Map() };
}

interface Counted {
  readonly row: number;
  readonly errors: number;
  readonly trials: number;
  readonly genuine: boolean;
}

/**
 * Adds the comparisons of a row where they belong: to their pair, or to the person of that side. A comparison of a
 * person with themselves is counted at them once.
 */
function noteOf(
  answer: GroupAnswer,
  side: number,
  people: PartReader["people"],
): (sort: Sort, counted: Counted) => void {
  const [probeOf, referenceOf] = [textReader(answer, "probe"), textReader(answer, "reference")];
  // A blank name stands for one person of its own: nobody knows who it was, so all of them count once.
  const numberOf = (name: string | null): number => {
    const number = people?.get(name ?? "") ?? people?.size ?? 0;
    people?.set(name ?? "", number);
    return number;
  };
  const isPaired = answer.keys.probe !== undefined && answer.keys.reference !== undefined;
  return (sort, { row, errors, trials, genuine }) => {
    if (side === 0) {
      sort.errors += errors;
      sort.trials += trials;
    }
    if (people === null || (side === 1 && genuine)) return;
    if (isPaired) {
      const [probe, reference] = [numberOf(probeOf(row)), numberOf(referenceOf(row))];
      const key = probe * mostPeople + reference;
      const pair = sort.pairs.get(key) ?? { probe, reference, errors: 0, trials: 0 };
      sort.pairs.set(key, { ...pair, errors: pair.errors + errors, trials: pair.trials + trials });
      return;
    }
    const person = numberOf(side === 0 ? probeOf(row) : referenceOf(row));
    const own = sort.people.get(person) ?? { person, errors: 0, trials: 0 };
    sort.people.set(person, { ...own, errors: own.errors + errors, trials: own.trials + trials });
  };
}
