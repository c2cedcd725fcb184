// Writes data/checks.csv and data/volume.csv: synthetic document checks with a fixed seed. Run: node simulate.mjs
// No document in it is real. The faults below are planted so that the finders have something to find.
import { writeFileSync } from "node:fs";

import { seededDraws } from "../seeded-draws.mjs";

const seed = 20261031;
const genuineChecks = 3_600;
const cut = 2.05; // A layer stops a check whose signal lies above it: 2 of 100 genuine ones.

const { random, normal, pick } = seededDraws(seed);
const devices = [["recent phone", 0.64], ["older phone", 0.26], ["computer", 0.1]];
// Country, document, version, share of production, share of the test. Planted: two kinds were never collected,
// two hardly ever.
const documents = [
  ["DE", "identity card", "2021", 0.2, 0.24],
  ["DE", "identity card", "2010", 0.09, 0.09],
  ["DE", "passport", "2017", 0.08, 0.1],
  ["DE", "driving licence", "2013", 0.06, 0.06],
  ["FR", "identity card", "2021", 0.12, 0.15],
  ["FR", "identity card", "1995", 0.06, 0.012],
  ["FR", "passport", "2013", 0.07, 0.09],
  ["FR", "driving licence", "paper", 0.03, 0],
  ["ES", "identity card", "2021", 0.13, 0.15],
  ["ES", "passport", "2015", 0.05, 0.07],
  ["ES", "driving licence", "2013", 0.04, 0.03],
  ["MT", "identity card", "2020", 0.03, 0.008],
  ["MT", "passport", "2016", 0.02, 0],
  ["MT", "driving licence", "2013", 0.02, 0],
];
// Fraud type, class, checks, and how far it lies from genuine ones for the picture, data and capture layers.
// Planted: what was edited before the camera saw it gets past, and nobody tested generated templates.
const frauds = [
  ["photo substitution", "document", 120, 3.9, 0.3, 0.3],
  ["text alteration", "document", 120, 3.1, 3.6, 0.2],
  ["full counterfeit", "document", 110, 3.0, 3.2, 0.4],
  ["printed copy", "presentation", 150, 4.2, 0.2, 4.6],
  ["screen recapture", "presentation", 150, 3.6, 0.2, 4.8],
  ["digital edit", "injection", 90, 1.7, 2.3, 1.6],
  ["specimen", "document", 60, 4.5, 5.5, 0.4],
];

const header = ["check_id", "country", "document_type", "version", "device", "truth", "fraud_class", "picture_check", "data_check", "capture_check", "score", "outcome", "accepted", "is_fraud"];
const lines = [header.join(",")];
for (let index = 0; index < genuineChecks; index += 1) lines.push(check("genuine", "", [0, 0, 0]));
for (const [type, attack, count, ...distance] of frauds)
  for (let index = 0; index < count; index += 1) lines.push(check(type, attack, distance));
writeFileSync(new URL("data/checks.csv", import.meta.url), `${lines.join("\n")}\n`);
const volume = documents.map(([country, type, version, share]) => [country, type, version, Math.round(share * 90_000)].join(","));
writeFileSync(new URL("data/volume.csv", import.meta.url), `${["country,document_type,version,checks", ...volume].join("\n")}\n`);

function check(truth, attack, distance) {
  const [country, type, version] = pick(documents, 4);
  const device = pick(devices);
  // One capture serves all layers, so a bad one blinds or alarms all of them together.
  const capture = 0.75 * normal() + (device[0] === "older phone" ? (truth === "genuine" ? 0.35 : -0.25) : 0);
  const signals = distance.map((away) => away + capture + Math.sqrt(1 - 0.75 ** 2) * normal());
  const [picture, data, recapture] = signals;
  const [strongest] = [...signals].sort((a, b) => b - a);
  const suspicion = 0.75 * strongest + 0.25 * ((picture + data + recapture) / 3);
  const score = 1 / (1 + Math.exp(-2.2 * (suspicion - 2.1)));
  const blank = random() < (device[0] === "older phone" ? 0.03 : 0.008); // No usable picture: no answer at all.
  const outcome = blank ? "no answer" : score >= 0.5 ? "stopped" : score >= 0.3 ? "review" : "passed";
  const bound = truth === "genuine" ? random() > 0.015 : random() < 0.35; // The face matches, or a lookalike's does.
  const decisions = signals.map((signal) => (blank ? "" : signal >= cut ? "stop" : "pass"));
  const accepted = blank ? 0 : outcome === "passed" && bound ? 1 : 0;
  const id = `C${String(lines.length).padStart(5, "0")}`;
  return [id, country, type, version, device[0], truth, attack, ...decisions, blank ? "" : score.toFixed(4), outcome, accepted, truth === "genuine" ? 0 : 1].join(",");
}
