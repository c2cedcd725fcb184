import * as z from "zod";

/** How the register of limitations counts: the house's own steps of likelihood. */
export const registerPlanSchema = z.strictObject({
  likelihood: z
    .tuple([z.number().positive(), z.number().positive(), z.number().positive(), z.number().positive()])
    .refine((steps) => steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0)), {
      message: "expected four rising numbers such as [0.1, 1, 10, 100]",
    })
    .optional()
    .describe(
      "Wrong decisions a month from which a likelihood is 2, 3, 4 and 5; [0.1, 1, 10, 100] by default.",
    ),
});
