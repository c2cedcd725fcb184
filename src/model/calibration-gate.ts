import * as z from "zod";

/**
 * Whether the scores of one body of evidence may be told as probabilities. Without a record nothing was shown, and
 * they may not.
 */
export const calibrationGateSchema = z.strictObject({
  evaluation: z.string(),
  passes: z.boolean().describe("Over all cases; a slice or a band of scores can fail all the same."),
  reasons: z
    .array(
      z.strictObject({
        message: z.string().describe("Phrase id under `calibration.`."),
        slots: z.record(z.string(), z.number()),
      }),
    )
    .describe("Why it does not pass; none when it does."),
  slices: z.array(z.string()).describe("Slices whose scores were found to be off, or of the wrong shape."),
  bands: z
    .array(z.strictObject({ low: z.number(), high: z.number() }))
    .describe("Bands of scores over all cases that were found to be off."),
});

export type CalibrationGate = z.infer<typeof calibrationGateSchema>;
