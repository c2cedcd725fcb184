import type { Rule } from "../rule.js";

/** Every lint rule. */
export const rules: readonly Rule[] = [];
