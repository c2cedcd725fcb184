/** Letters of a mark that have room in a cell. */
const most = 6;

/**
 * Short marks for ids, `L1` for LIM-0001: the first letter and the number without its noughts, where that stays
 * unmistakable and has room; else the place of each, from 1.
 */
export function riskMarks(ids: readonly string[]): ReadonlyMap<string, string> {
  const short = ids.map((id) => id.replace(/^([A-Z])[A-Z]*-0*/, "$1"));
  const clear = new Set(short).size === ids.length && short.every((mark) => mark.length <= most);
  return new Map(ids.map((id, index) => [id, clear ? (short[index] ?? id) : String(index + 1)]));
}
