#!/usr/bin/env node
import process from "node:process";

import { startReader } from "../workers/read-evidence.js";
import { nothingChanged } from "./nothing-changed.js";

/*
 * The program. A build whose inputs have not changed is answered here, before anything heavy is loaded.
 */
const readsEvidence = new Set(["build", "assess", "check"]);
const argv = process.argv.slice(2);
const answer = argv[0] === "build" ? nothingChanged(argv, process.cwd()) : null;
if (answer === null) {
  if (readsEvidence.has(argv[0] ?? "")) startReader();
  const { run } = await import("./run.js");
  process.exitCode = await run(argv);
} else {
  if (!argv.includes("--quiet")) process.stderr.write(answer.text);
  process.exitCode = answer.exitCode;
}
