// Writes a seeded prediction table with six slice columns. The same bytes on every machine, whatever the length.
import { closeSync, openSync, writeSync } from "node:fs";

const linesAtOnce = 50_000;

export function writeTable(file, rows = 10_000) {
  let state = 20261121;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const pick = (letter, count) => `${letter}${Math.floor(random() * count)}`;
  const target = openSync(file, "w");
  let lines = ["id,label,score,sex,age_band,region,device,plan,site"];
  for (let id = 1; id <= rows; id += 1) {
    const positive = random() < 0.12;
    const signal = (positive ? 1.1 : -1.1) + 1.3 * (random() + random() + random() - 1.5) * 2;
    const score = 1 / (1 + Math.exp(-signal));
    lines.push(
      [
        id,
        positive ? 1 : 0,
        score.toFixed(4),
        pick("s", 2),
        pick("a", 5),
        pick("r", 8),
        pick("d", 4),
        pick("p", 6),
        pick("t", 10),
      ].join(","),
    );
    if (lines.length < linesAtOnce) continue;
    writeSync(target, `${lines.join("\n")}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(target, `${lines.join("\n")}\n`);
  closeSync(target);
}
