const first = 1_000;
const last = 9_999;

/**
 * Ids of limitations that a search found: the same weakness keeps its id from one assessment to the next, whatever else
 * was found, so that a register of last quarter can be compared with this one.
 *
 * @param keys - what each is about: its slice, or its finding
 * @returns `FND-` and four digits of a hash of the key (FNV-1a); of two with the same digits the later takes the next
 */
export function grownIds(keys: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<number>();
  for (const key of [...keys].sort()) {
    let number = first + (hash(key) % (last - first + 1));
    while (taken.has(number)) number = number === last ? first : number + 1;
    taken.add(number);
    ids.set(key, `FND-${number}`);
  }
  return ids;
}

/** FNV-1a over code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value;
}
