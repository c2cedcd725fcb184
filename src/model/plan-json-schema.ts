import * as z from "zod";

import { planSchema } from "./plan.js";

/** JSON Schema of `forthright.yaml` for editors, from the same source as the validation. */
export function planJsonSchema(): object {
  return {
    title: "forthright.yaml",
    ...z.toJSONSchema(planSchema, { target: "draft-7", io: "input", unrepresentable: "any" }),
  };
}
