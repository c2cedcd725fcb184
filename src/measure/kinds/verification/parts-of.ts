import type { SubjectPair } from "../../../stats/two-way-bootstrap.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import type { ComparisonPart, Comparisons } from "../../../metrics/verification/comparisons.js";

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
}

/** Numbers of people stay below this, so that two of them make one key. */
const mostPeople = 2 ** 26;

/** Comparisons of every part, by sort and pair of people, with those decided wrongly. */
export function partsOf(answer: GroupAnswer, reader: PartReader): ReadonlyMap<string, ComparisonPart> {
  const parts = new Map<string, { genuine: Sort; impostor: Sort }>();
  const status = numbersOf(answer, "status");
  const accepted = reader.accepted === null ? null : numbersOf(answer, reader.accepted);
  const numberOf = personReader(answer, reader.people);
  answer.n.forEach((n, row) => {
    const [genuine, name] = [reader.isGenuine(row), reader.partOf(row)];
    if (genuine === null || name === null || status?.[row] !== 0) return;
    const part = parts.get(name) ?? { genuine: emptySort(), impostor: emptySort() };
    parts.set(name, part);
    const sort = genuine ? part.genuine : part.impostor;
    const errors = accepted !== null && (accepted[row] === 1) !== genuine ? n : 0;
    sort.errors += errors;
    sort.trials += n;
    if (numberOf === null) return;
    const [probe, reference] = numberOf(row);
    const key = probe * mostPeople + reference;
    const pair = sort.pairs.get(key) ?? { probe, reference, errors: 0, trials: 0 };
    pair.errors += errors;
    pair.trials += n;
    sort.pairs.set(key, pair);
  });
  const closed = ({ errors, trials, pairs }: Sort): Comparisons => ({
    errors,
    trials,
    pairs: reader.people === null ? null : [...pairs.values()],
  });
  return new Map(
    [...parts].map(([name, { genuine, impostor }]) => [
      name,
      { genuine: closed(genuine), impostor: closed(impostor), decided: reader.accepted !== null },
    ]),
  );
}

/** A part in which nothing was compared. */
export function emptyPart({ people, accepted }: Pick<PartReader, "people" | "accepted">): ComparisonPart {
  const none = { errors: 0, trials: 0, pairs: people === null ? null : [] };
  return { genuine: none, impostor: none, decided: accepted !== null };
}

function emptySort(): Sort {
  return { errors: 0, trials: 0, pairs: new Map() };
}

/** A blank name stands for one person of its own: nobody knows who it was, so all of them count once. */
function personReader(
  answer: GroupAnswer,
  people: PartReader["people"],
): ((row: number) => readonly [number, number]) | null {
  if (people === null) return null;
  const [probeOf, referenceOf] = [textReader(answer, "probe"), textReader(answer, "reference")];
  const numberOf = (name: string): number => {
    const number = people.get(name) ?? people.size;
    people.set(name, number);
    return number;
  };
  return (row) => [numberOf(probeOf(row) ?? ""), numberOf(referenceOf(row) ?? "")];
}
