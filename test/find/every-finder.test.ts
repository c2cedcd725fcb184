import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { finders } from "../../src/find/finders/all.js";

const tests = ["find", "measure"].flatMap((folder) =>
  readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith(".ts") && name !== "every-finder.test.ts")
    .map((name) => readFileSync(new URL(`../${folder}/${name}`, import.meta.url), "utf8")),
);

describe("every finder", () => {
  it.each(finders.map(({ id }) => id))(
    "%s is tested on a fault, here or beside its kind of evidence",
    (id) => {
      expect(tests.some((text) => text.includes(id))).toBe(true);
    },
  );
});
