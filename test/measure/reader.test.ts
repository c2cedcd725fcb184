import { EventEmitter } from "node:events";
import { afterEach, expect, it, vi } from "vitest";

import type { CountAnswer, CountQuery } from "../../src/measure/query/count-query.js";
import { takeReader } from "../../src/workers/read-evidence.js";

/*
 * Node may tell a parent that its child has ended before it hands over the child's last message: the end comes
 * by a signal, the message through a pipe. With five readings at once beside a busy parent that was so in about
 * 4 of 100. Here the child is a stand-in whose events come in the order under test.
 */
const events = vi.hoisted(() => ({ order: [] as (readonly [string, ...unknown[]])[] }));

vi.mock("node:child_process", () => ({
  fork: () => {
    const child = Object.assign(new EventEmitter(), {
      connected: true,
      kill: () => true,
      ref: () => undefined,
      unref: () => undefined,
      disconnect: () => undefined,
      send: () => {
        void tell(child);
        return true;
      },
    });
    return child;
  },
}));

async function tell(child: EventEmitter): Promise<void> {
  for (const [name, ...values] of events.order) {
    await new Promise((resolve) => setImmediate(resolve));
    child.emit(name, ...values);
  }
}

const counts = { rows: 2 } as CountAnswer;
const job = { source: { path: "data.csv", copy: "/data.csv" } } as CountQuery;

afterEach(() => {
  events.order = [];
});

it("an answer that arrives before the end of the reader counts", async () => {
  events.order = [["message", { counts }], ["exit", 0, null], ["disconnect"], ["close", 0, null]];
  expect((await takeReader().count(job)).rows).toBe(2);
});

it("an answer that arrives after the news of the reader's end counts just the same", async () => {
  events.order = [["exit", 0, null], ["message", { counts }], ["disconnect"], ["close", 0, null]];
  expect((await takeReader().count(job)).rows).toBe(2);
});

it("a reader that ends without an answer is a crash of the reader", async () => {
  events.order = [["exit", null, "SIGSEGV"], ["disconnect"], ["close", null, "SIGSEGV"]];
  await expect(takeReader().count(job)).rejects.toThrow("E-READER-CRASH");
});
