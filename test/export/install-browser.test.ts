import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { UserError } from "../../src/errors.js";
import { installBrowser } from "../../src/export/install-browser.js";

describe("installBrowser", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("turns a failed download into an error that says what else to do", async () => {
    // A proxy on a closed port: no network, wherever this runs.
    for (const name of ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"]) {
      vi.stubEnv(name, "http://127.0.0.1:1");
    }
    for (const name of ["NO_PROXY", "no_proxy"]) vi.stubEnv(name, "");
    const cacheDir = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
    try {
      const error: unknown = await installBrowser({ cacheDir, log: () => undefined }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(UserError);
      const { failure, messages } = error as UserError;
      expect(failure).toBe("environment");
      expect(messages[0]?.code).toBe("E-DOWNLOAD");
      expect(messages[0]?.text).toContain("ECONNREFUSED");
      for (const remedy of ["@sparticuz/chromium@147.0.0", "chromium-headless-shell", "--browser"]) {
        expect(messages[0]?.hint).toContain(remedy);
      }
      expect(await readdir(cacheDir)).toEqual([]);
    } finally {
      await rm(cacheDir, { recursive: true, force: true });
    }
  });
});
