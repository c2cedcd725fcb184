import { duckdb } from "./duckdb.js";
import type { Engine } from "./engine.js";

/** Every engine; files go to the first. */
export const engines: readonly Engine[] = [duckdb];
