// Times whole commands, turn by turn, so that a machine whose speed drifts is fair to both.
import { spawnSync } from "node:child_process";

/** Seconds of each run of A and of B, run as A B A B ... after one uncounted run of each. */
export function inTurn(a, b, runs) {
  const times = { a: [], b: [] };
  for (let run = -1; run < runs; run += 1) {
    const [first, second] = [once(a), once(b)];
    if (run < 0) continue;
    times.a.push(first);
    times.b.push(second);
  }
  return {
    a: median(times.a),
    b: median(times.b),
    ratio: median(times.a.map((time, index) => time / times.b[index])),
  };
}

function once({ command, args, cwd, env, before }) {
  before?.();
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
  return seconds;
}

export function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
