import type { Command } from "../command.js";
import { assess } from "./assess.js";
import { browser } from "./browser.js";
import { build } from "./build.js";
import { check } from "./check.js";
import { doctor } from "./doctor.js";
import { explain } from "./explain.js";
import { init } from "./init.js";
import { list } from "./list.js";
import { schema } from "./schema.js";

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [
  init,
  build,
  check,
  assess,
  list,
  explain,
  schema,
  browser,
  doctor,
];
