#!/usr/bin/env node
import process from "node:process";
import v8 from "node:v8";

import { startDrawer } from "../workers/draw-charts.js";
import { startReader } from "../workers/read-evidence.js";
import { endOnSignal } from "./end-on-signal.js";
import { manyProjects } from "./many-projects.js";
import { nothingChanged } from "./nothing-changed.js";

/*
 * The program. A build whose inputs have not changed is answered here, before anything heavy is loaded.
 */
// A build runs most of its code a few times only: optimising it as early as a server would costs more than it gains.
v8.setFlagsFromString("--interrupt-budget=1000000");
// Memory for what lives shortly grows to its full 16 MB at once: doubled step by step, it is swept a third more often.
v8.setFlagsFromString("--semi-space-growth-factor=16");

// Both take longer to start than to answer: they start while the rest is loaded.
const readsEvidence = new Set(["build", "assess", "check"]);
const draws = new Set(["build", "check"]);
const argv = process.argv.slice(2);
// Many projects are built in threads, which start their own.
const many = argv.length > manyProjects;
const readsText = argv[0] === "check" && argv.some((name) => name.endsWith(".md"));
const answer = argv[0] === "build" ? nothingChanged(argv, process.cwd()) : null;
if (answer === null) {
  endOnSignal();
  if (readsEvidence.has(argv[0] ?? "") && !readsText && !many) startReader();
  const { run } = await import("./run.js");
  if (draws.has(argv[0] ?? "") && !readsText && !many) startDrawer();
  process.exitCode = await run(argv);
} else {
  process.stderr.write(argv.includes("--quiet") ? answer.errors : answer.text);
  process.exitCode = answer.exitCode;
}
