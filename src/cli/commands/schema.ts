import { exitCodes } from "../../errors.js";
import { planJsonSchema } from "../../model/plan-json-schema.js";
import type { Command } from "../command.js";

/** The JSON Schema of forthright.yaml, for editors. */
export const schema: Command = {
  id: "schema",
  usage: "",
  summary: "print the JSON Schema of forthright.yaml",
  printsJson: true,
  run: ({ print }) => {
    print(`${JSON.stringify(planJsonSchema(), null, 2)}\n`);
    return Promise.resolve(exitCodes.done);
  },
};
