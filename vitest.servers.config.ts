import { defineConfig } from "vitest/config";

/** Tests against real database servers: `npm run test:servers`. */
export default defineConfig({
  test: {
    include: ["test/servers/**/*.test.ts"],
    globalSetup: ["test/servers/start-servers.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default"],
  },
});
