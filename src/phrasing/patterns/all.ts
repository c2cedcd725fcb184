import { basis } from "./basis.js";
import { countsOnly } from "./counts-only.js";
import { fullChain } from "./full-chain.js";
import type { Pattern } from "./pattern.js";
import { perHundredPositives } from "./per-hundred-positives.js";
import { precisionOnly } from "./precision-only.js";
import { scoreOnly } from "./score-only.js";
import { twoTotals } from "./two-totals.js";
import { whatIf } from "./what-if.js";

/** Every pattern in order of preference: the first that does not refuse is told, then those that come after any. */
export const patterns: readonly Pattern[] = [
  fullChain,
  twoTotals,
  perHundredPositives,
  whatIf,
  precisionOnly,
  scoreOnly,
  countsOnly,
  basis,
];
