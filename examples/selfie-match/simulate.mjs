// Writes data/attacks.csv: synthetic presentation and injection attacks with a fixed seed. Run: node simulate.mjs
// Nobody presented anything: a score is drawn per try. Silicone masks are made weaker so that there is something to find.
import { writeFileSync } from "node:fs";

import { seededDraws } from "../seeded-draws.mjs";

const seed = 20260831;
const { random, normal, pick } = seededDraws(seed);

/** How far the attack scores of a species lie from those of bona fide presentations, in standard deviations. */
const species = [
  { truth: "bona fide", how: "", distance: 0, count: 400, match: 0.94 },
  { truth: "printed photo", how: "presentation", distance: 4.6, count: 150, match: 0.85 },
  { truth: "screen replay", how: "presentation", distance: 4.2, count: 150, match: 0.9 },
  { truth: "paper mask", how: "presentation", distance: 4.8, count: 150, match: 0.5 },
  { truth: "silicone mask", how: "presentation", distance: 2.9, count: 60, match: 0.4 },
  { truth: "injected video", how: "injection", distance: 3.9, count: 90, match: 0.95 },
];
const devices = [["recent phone", 0.7], ["older phone", 0.3]];
const cutoff = 0.5;

const lines = ["presentation_id,truth,attack_class,device,attack_score,response,accepted"];
for (const { truth, how, distance, count, match } of species) {
  for (let index = 0; index < count; index += 1) {
    const [device] = pick(devices);
    const blurred = device === "older phone" ? 0.4 : 0; // Poor pictures of real people look a little suspicious.
    const signal = distance + normal() + (distance === 0 ? blurred : -blurred);
    const score = 1 / (1 + Math.exp(-2.2 * (signal - 1.9)));
    const answered = random() > (device === "older phone" ? 0.03 : 0.01);
    const matched = random() < match;
    const accepted = answered && score < cutoff && matched ? 1 : 0;
    const id = `P${String(lines.length).padStart(4, "0")}`;
    const response = answered ? "answered" : "no answer";
    lines.push([id, truth, how, device, answered ? score.toFixed(4) : "", response, accepted].join(","));
  }
}
writeFileSync(new URL("data/attacks.csv", import.meta.url), `${lines.join("\n")}\n`);
