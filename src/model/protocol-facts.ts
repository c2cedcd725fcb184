import * as z from "zod";

/** What the triggers of one exception protocol would have done on the evidence. */
export const protocolFactsSchema = z.strictObject({
  document: z.number().describe("Index of the document in the plan."),
  triggers: z.array(
    z.strictObject({
      id: z.string(),
      reason: z
        .enum(["no-series", "no-threshold"])
        .nullable()
        .describe("Why it was not tried; null where it was."),
      evaluation: z.string().nullable(),
      before: z.strictObject({
        n: z.number().describe("Periods tried: those before the break, all of them where none is shown."),
        alarms: z.number().describe("Separate times it would have fired: false alarms."),
        bound: z
          .number()
          .nullable()
          .describe("Upper 95 % bound of the share of periods, where it never fired."),
      }),
      since: z
        .strictObject({
          n: z.number().describe("Periods since the break."),
          after: z
            .number()
            .nullable()
            .describe("Periods until it fires, the first being 1; null where it never does."),
          period: z.string().nullable(),
        })
        .nullable()
        .describe("Null where no break is shown."),
    }),
  ),
});

export type ProtocolFacts = z.infer<typeof protocolFactsSchema>;
export type TriedTrigger = ProtocolFacts["triggers"][number];
