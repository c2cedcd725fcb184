import { afterAll, expect, it } from "vitest";

import { UserError } from "../../src/errors.js";
import { createWorker } from "../../src/workers/limited-worker.js";

const worker = createWorker<string, string>("test/workers/hanging-thread.mjs", { seconds: 1, megabytes: 64 });
afterAll(() => worker.close());

it("answers one question after the other", async () => {
  const answers = await Promise.all(["a", "b", "c"].map((question) => worker.ask(question, "x.md")));
  expect(answers).toEqual(["heard a", "heard b", "heard c"]);
});

it("makes nothing of a question over which the thread hangs, and names it", async () => {
  const cause: unknown = await worker.ask("hang", "notes/x.md").catch((thrown: unknown) => thrown);
  expect(cause).toBeInstanceOf(UserError);
  const { failure, messages } = cause as UserError;
  expect(failure).toBe("limit");
  expect(messages).toMatchObject([{ code: "E-LIMIT", place: { file: "notes/x.md" } }]);
});

it("has a fresh thread for the next question, also for one that was waiting", async () => {
  const [hung, next] = await Promise.allSettled([worker.ask("hang", "x.md"), worker.ask("d", "y.md")]);
  expect([hung.status, next]).toEqual(["rejected", { status: "fulfilled", value: "heard d" }]);
});

it("says of a thread that ends that it ended, and goes on", async () => {
  expect(await worker.ask("end", "x.md")).toEqual({ error: "its reader stopped" });
  expect(await worker.ask("e", "x.md")).toBe("heard e");
});
