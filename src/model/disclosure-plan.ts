import * as z from "zod";

import { audiences } from "./audiences.js";

/** Facts of the setting that tell somebody how to stay just below the cut-off, or what the house can bear. */
export const settingFacts = ["cut-off", "trade-off", "groups", "costs"] as const;
export type SettingFact = (typeof settingFacts)[number];

const lowest = z.enum(audiences).optional();

/** Who may see facts of the setting; outside the house nobody by default. */
export const disclosurePlanSchema = z.strictObject({
  cut_off: lowest.describe(
    "Lowest audience that sees from which score a case is flagged; executive by default.",
  ),
  trade_off: lowest.describe(
    "Lowest audience that sees counts by score and by cut-off; executive by default.",
  ),
  groups: lowest.describe(
    "Lowest audience that sees of which groups positives are missed more often; executive by default. How often honest cases of a group are stopped is told to everybody.",
  ),
  costs: lowest.describe("Lowest audience that sees what errors and actions cost; executive by default."),
});

/** The same as an Assessment holds it: an audience for each fact. */
export const disclosureSchema = z
  .strictObject({
    "cut-off": z.enum(audiences),
    "trade-off": z.enum(audiences),
    groups: z.enum(audiences),
    costs: z.enum(audiences),
  })
  .default({ "cut-off": "executive", "trade-off": "executive", groups: "executive", costs: "executive" });
