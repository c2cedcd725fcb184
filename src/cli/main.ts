#!/usr/bin/env node
import process from "node:process";

import { nothingChanged } from "./nothing-changed.js";

/*
 * The program. A build whose inputs have not changed is answered here, before anything heavy is loaded.
 */
const argv = process.argv.slice(2);
const answer = argv[0] === "build" ? nothingChanged(argv, process.cwd()) : null;
if (answer === null) {
  const { run } = await import("./run.js");
  process.exitCode = await run(argv);
} else {
  if (!argv.includes("--quiet")) process.stderr.write(answer.text);
  process.exitCode = answer.exitCode;
}
