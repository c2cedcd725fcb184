// Writes data/applications.csv: synthetic applications with a fixed seed. Run: node simulate.mjs
// No application in it is real. The faults below are planted so that the finders have something to find.
import { writeFileSync } from "node:fs";

import { seededDraws } from "../seeded-draws.mjs";

const seed = 20260930;
const rows = 6_000;
const fraudShare = 0.05;
const distance = 3.3;

const { random, normal, pick } = seededDraws(seed);
const countries = [["DE", 0.46], ["FR", 0.3], ["ES", 0.22], ["MT", 0.02]];
const documents = [["identity card", 0.52], ["passport", 0.28], ["driving licence", 0.2]];
const devices = [["recent phone", 0.62], ["older phone", 0.26], ["computer", 0.12]];

const lines = ["application_id,applicant_id,country,document_type,device,submitted,score,is_fraud"];
let applicant = 0;
for (let index = 1; index <= rows; index += 1) {
  // One application in twenty is a second try of the applicant before.
  if (index === 1 || random() > 0.05) applicant += 1;
  const fraud = random() < fraudShare;
  const [country] = pick(countries);
  const [document] = pick(documents);
  const [device] = pick(devices);
  // Two bell curves a distance apart, read as log odds: the score is a fair chance at this share of fraud.
  let signal = (fraud ? 1 : -1) * (distance / 2) + normal();
  if (fraud && document === "driving licence") signal -= 0.9; // Planted: template fakes of licences pass.
  if (!fraud && device === "older phone") signal += 0.55; // Planted: poor pictures look suspicious.
  const score = 1 / (1 + Math.exp(-(distance * signal + Math.log(fraudShare / (1 - fraudShare)))));
  const day = new Date(Date.UTC(2026, 6, 1 + Math.floor(random() * 92))).toISOString().slice(0, 10);
  const pending = day >= "2026-09-15" && random() < 0.2; // Labels of late applications are not final yet.
  lines.push([`A${String(index).padStart(5, "0")}`, `P${String(applicant).padStart(5, "0")}`, country, document, device, day, score.toFixed(4), pending ? "" : fraud ? 1 : 0].join(","));
}
writeFileSync(new URL("data/applications.csv", import.meta.url), `${lines.join("\n")}\n`);
