import type { Command } from "../command.js";
import { assess } from "./assess.js";
import { build } from "./build.js";

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [build, assess];
