import { readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { openBrowser } from "../../src/export/browser.js";
import { bundleScript, startScript } from "./run-script.js";
import { canPrint, findTestBrowser, listDescendants, listProcesses } from "./test-browser.js";

describe.runIf(canPrint)("when we are killed", () => {
  it("the browser ends within 2 s, and the next start removes its profile", async () => {
    const script = await bundleScript("print-forever");
    const child = startScript(script);
    try {
      await once(child.stdout ?? child, "data");
      const profile =
        (await readdir(os.tmpdir())).find((name) => name.includes(`-${String(child.pid)}-`)) ?? "none";
      const started = new Set(listDescendants(child.pid).map(({ pid }) => pid));
      expect(started.size).toBeGreaterThan(3);
      child.kill("SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      const left = listProcesses().filter(
        ({ pid, status }) => started.has(pid) && !/^State:\s*Z/m.test(status),
      );
      expect(left.map(({ command }) => command)).toEqual([]);

      const next = await openBrowser(await findTestBrowser(), { noSandbox: false, timeoutMs: 30_000 });
      await next.close();
      expect(await readdir(os.tmpdir())).not.toContain(profile);
    } finally {
      child.kill("SIGKILL");
      await rm(path.dirname(script), { recursive: true, force: true });
    }
  });
});
