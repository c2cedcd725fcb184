import * as z from "zod";

/** Periods inside and outside a band. */
const stretch = z.strictObject({
  n: z.number().describe("Periods with a value."),
  above: z.number(),
  below: z.number(),
});

/** What one series shows: its latest change of level, if it can be shown, and how far its periods used to spread. */
export const seriesFactsSchema = z.strictObject({
  evaluation: z.string(),
  periods: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  break: z
    .strictObject({
      period: z.string().describe("First period of the new level."),
      first: z.string().nullable().describe("Earliest first period of the new level; null without a range."),
      last: z.string().nullable(),
      reason: z.string().nullable().describe("Phrase id under `reason.` of why there is no range."),
      earlier: z.number().describe("Changes found before this one."),
      estimate: z.string().describe("Estimate of the change of level."),
      direction: z.enum(["up", "down"]),
      recorded: z
        .strictObject({ what: z.string(), at: z.string(), distance: z.number() })
        .nullable()
        .describe("What is recorded nearest to it: near in time, and no cause."),
    })
    .nullable()
    .describe("The latest change; null where none can be shown."),
  reason: z
    .enum(["no-change", "by-chance", "too-small", "too-short"])
    .nullable()
    .describe("Why no break can be shown."),
  band: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      level: z.number(),
      method: z.string(),
      before: stretch,
      since: stretch,
    })
    .nullable()
    .describe(
      "Where a further period would have come to lie had the level stayed; null where it cannot be told.",
    ),
});

export type SeriesFacts = z.infer<typeof seriesFactsSchema>;
