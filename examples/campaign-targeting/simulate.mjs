// Writes data/customers.csv: synthetic customers with a fixed seed. Run: node simulate.mjs
// No customer in it is real. The size of the errors follows a textbook case, an F1 of about 0.85 at a base rate of
// one in ten; the fault below is planted so that the finders have something to find.
import { writeFileSync } from "node:fs";

import { seededDraws } from "../seeded-draws.mjs";

const seed = 20260415;
const rows = 6_000;
const highShare = 0.1;
const distance = 3.35; // With the fault below: finds about 85 of 100, at about 15 wrong ones in 100 picks.

const { random, normal, pick } = seededDraws(seed);
const regions = [["North", 0.4], ["South", 0.34], ["West", 0.26]];
const channels = [["shop", 0.55], ["app", 0.45]];

const lines = ["customer_id,region,channel,tenure,score,asked_by_rule,high_value"];
for (let index = 1; index <= rows; index += 1) {
  const high = random() < highShare;
  const [region] = pick(regions);
  const [channel] = pick(channels);
  const tenure = random() < 0.15 ? "first year" : "known longer";
  // Two bell curves a distance apart, read as log odds: the score is a fair chance at this share of good customers.
  let signal = (high ? 1 : -1) * (distance / 2) + normal();
  if (high && tenure === "first year") signal -= 0.8; // Planted: a new customer has left few traces.
  const score = 1 / (1 + Math.exp(-(distance * signal + Math.log(highShare / (1 - highShare)))));
  // Today's rule writes to whoever bought in the last half-year: it knows one thing where the score knows many.
  const rule = random() < (high ? 0.58 : 0.21);
  lines.push([`C${String(index).padStart(5, "0")}`, region, channel, tenure, score.toFixed(4), rule ? 1 : 0, high ? 1 : 0].join(","));
}
writeFileSync(new URL("data/customers.csv", import.meta.url), `${lines.join("\n")}\n`);
