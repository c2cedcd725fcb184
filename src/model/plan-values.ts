import * as z from "zod";

/** Values that several keys of the plan share. */

export const periods = ["hour", "day", "week", "month", "quarter", "year"] as const;

export const line = z.string().trim().min(1);
export const share = z.number().min(0).max(1);
export const count = z.number().int().min(0);
export const day = z.iso.date();
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "expected small letters, digits and hyphens");

export const noun = z
  .string()
  .regex(/^[^/]+\/[^/]+$/, 'expected "one / many", for example "application / applications"')
  .describe('A noun in singular and plural, written "one / many".');

export const amount = z.union([
  z.number().min(0),
  z.strictObject({
    value: z.number().min(0),
    low: z.number().min(0).optional(),
    high: z.number().min(0).optional(),
    source: line.optional().describe("Who vouches for it; without a source it prints as an assumption."),
  }),
]);

export const flow = z.strictObject({ cases: z.number().positive(), per: z.enum(periods) });

export const columns = z.array(line);
export const cell = z.union([z.string(), z.number(), z.boolean()]);
