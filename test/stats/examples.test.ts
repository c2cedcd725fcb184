import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

const folder = new URL("../../src/stats/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "types.ts");

/** The name an export must have: that of its file; random.ts is the one exception. */
function exportName(file: string): string {
  if (file === "random.ts") return "seededRandom";
  return file.replace(/\.ts$/, "").replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The call and the value of an example, from `call(...) // value` after `@example`. */
function exampleOf(source: string): [string, string] {
  const [, block = ""] = /@example\n([\s\S]*?)\*\//.exec(source) ?? [];
  const [call = "", value = ""] = block.replace(/^\s*\* ?/gm, "").split(" // ");
  return [call.trim(), value.trim()];
}

/** Numbers equal to the digits that the example prints, everything else exactly. */
function printed(value: unknown): unknown {
  if (typeof value === "number") {
    const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
    return Number.isInteger(value) ? value : expect.closeTo(value, decimals);
  }
  if (Array.isArray(value)) return value.map(printed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printed(inner)]));
}

describe.each(files)("src/stats/%s", (file) => {
  const source = readFileSync(new URL(file, folder), "utf8");
  const name = exportName(file);

  it("exports one function, named as the file", () => {
    const exported = [...source.matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)/gm)];
    expect(exported.map(([, found]) => found)).toEqual([name]);
  });
  it("its @example is true", async () => {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    const [call, value] = exampleOf(source);
    expect(call).not.toBe("");
    const plain = (code: string): unknown => {
      const result: unknown = runInNewContext(`(${code})`, { [name]: module[name] });
      // A new context has its own Array and Object, which toEqual tells apart.
      return result === undefined ? undefined : JSON.parse(JSON.stringify(result));
    };
    expect(plain(call)).toEqual(printed(plain(value)));
  });
  it("needs nothing but its folder and stays short", () => {
    for (const [, path] of source.matchAll(/from "([^"]+)"/g)) expect(path).toMatch(/^\.\/[a-z0-9-]+\.js$/);
    expect(source).not.toMatch(/Math\.random|Date|process\.|console\.|globalThis/);
    expect(source.split("\n").length).toBeLessThan(150);
  });
});
