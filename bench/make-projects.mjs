// Writes small seeded projects, each another model: the same bytes on every machine.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const kinds = ["briefing", "limitation-portfolio", "model-card"];

/**
 * Writes projects of three documents each, every third from counts, the others from 200 to 400 rows.
 *
 * @returns their folders, in order
 */
export function writeProjects(folder, count) {
  const random = seeded(20261122);
  return Array.from({ length: count }, (_, index) => {
    const name = `model-${String(index + 1).padStart(4, "0")}`;
    const project = path.join(folder, name);
    mkdirSync(project, { recursive: true });
    const counted = index % 3 === 2 ? counts(random) : null;
    if (counted === null) writeFileSync(path.join(project, "rows.csv"), rows(random));
    writeFileSync(path.join(project, "forthright.yaml"), plan(name, counted));
    return project;
  });
}

function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function rows(random) {
  const lines = ["id,label,score,region,plan"];
  const number = 200 + Math.floor(random() * 200);
  for (let id = 1; id <= number; id += 1) {
    const positive = random() < 0.25;
    const signal = (positive ? 1 : -1) + 2.5 * (random() + random() + random() - 1.5);
    const score = (1 / (1 + Math.exp(-signal))).toFixed(4);
    const region = `r${Math.floor(random() * 3)}`;
    lines.push(`${id},${positive ? 1 : 0},${score},${region},p${Math.floor(random() * 2)}`);
  }
  return `${lines.join("\n")}\n`;
}

function counts(random) {
  const upTo = (most) => Math.floor(random() * most);
  return `{tp: ${40 + upTo(60)}, fn: ${10 + upTo(40)}, fp: ${10 + upTo(50)}, tn: ${200 + upTo(200)}}`;
}

function plan(name, counted) {
  const evaluation =
    counted === null
      ? "{id: test, data: rows.csv, label: label, positive: 1, score: score, row_id: id, slices: [region, plan], kind: held-out}"
      : `{id: test, counts: ${counted}, kind: held-out}`;
  return `schema: 1
model: {name: ${name}, version: "1"}
words: {case: customer / customers, positive: leaver / leavers, negative: stayer / stayers, flagged: called, missed: not called}
use: {intended: [Ordering calls], out_of_scope: [Prices]}
deployment: {threshold: 0.5, base_rate: 0.2}
evaluations:
  - ${evaluation}
documents:
${kinds.map((kind) => `  - {kind: ${kind}}`).join("\n")}
`;
}
