/** What the letters of a fragment stand for, in the order in which they are written. */
export const fragmentKeys = ["t", "b", "f", "m", "v", "c"] as const;

export type FragmentKey = (typeof fragmentKeys)[number];

export interface Fragment {
  /** Numbers as they stand there: `b` is cases per 1,000, money is whole, work is cases of a period. */
  readonly values: Readonly<Partial<Record<FragmentKey, number>>>;
  /** True for the view for a meeting. */
  readonly present: boolean;
}

/** Longest fragment that is read; ours are below 80 letters. */
const longest = 500;
const decimal = /^-?\d{1,15}(\.\d{1,15})?(e-?\d{1,2})?$/i;

/**
 * Reads a setting from the address, as in `#t=0.3&b=258&f=60&m=900&v=400&c=150` or `#present&t=0.3`.
 *
 * Whatever is no number of ours is passed over without a word: anybody can write a link. Of two values for one key the
 * first counts.
 */
export function readFragment(hash: string): Fragment {
  const values: Partial<Record<FragmentKey, number>> = {};
  let present = false;
  if (hash.length > longest) return { values, present };
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [key = "", value] = part.split("=", 2);
    if (key === "present" && value === undefined) present = true;
    if (value === undefined || !isKey(key) || key in values || !decimal.test(value)) continue;
    const number = Number(value);
    if (Number.isFinite(number)) values[key] = number;
  }
  return { values, present };
}

/** The same, written; empty when there is nothing to say. */
export function writeFragment({ values, present }: Fragment): string {
  const parts = fragmentKeys.flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [`${key}=${String(Number(value.toPrecision(10)))}`];
  });
  const all = [...(present ? ["present"] : []), ...parts];
  return all.length === 0 ? "" : `#${all.join("&")}`;
}

function isKey(key: string): key is FragmentKey {
  return (fragmentKeys as readonly string[]).includes(key);
}
