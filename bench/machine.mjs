// What the machine gives at this moment: for figures that must mean something on another one.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Seconds for a fixed piece of work in this thread: text, objects, JSON. The median of five. */
export function loopSeconds() {
  const times = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint();
    const rows = Array.from({ length: 200_000 }, (_, index) => ({ id: index, name: `case ${index % 977}` }));
    const found = new Map();
    for (const row of JSON.parse(JSON.stringify(rows)))
      found.set(row.name, (found.get(row.name) ?? 0) + row.id);
    if (found.size !== 977) throw new Error("The loop counts wrongly");
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  return times.sort((a, b) => a - b)[2];
}

/** Resident memory in bytes, and processor time so far in seconds, of a process and of all it has started. Linux only. */
export function treeUse(root) {
  const seen = new Map();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      const [ownUser, ownSystem, endedUser, endedSystem] = fields.slice(11, 15);
      const ticks = ownUser + ownSystem + endedUser + endedSystem;
      seen.set(Number(name), { parent: fields[1], ticks, pages: fields[21] });
    } catch {
      continue; // It ended meanwhile.
    }
  }
  const isBelow = (pid) => pid === root || (seen.has(pid) && isBelow(seen.get(pid).parent));
  const tree = [...seen].flatMap(([pid, use]) => (isBelow(pid) ? [use] : []));
  const sum = (of) => tree.reduce((total, use) => total + of(use), 0);
  return {
    bytes: sum(({ pages }) => pages) * pageBytes,
    seconds: sum(({ ticks }) => ticks) / ticksPerSecond,
  };
}

const [pageBytes, ticksPerSecond] = ["PAGESIZE", "CLK_TCK"].map((name) =>
  Number(execFileSync("getconf", [name], { encoding: "utf8" })),
);
