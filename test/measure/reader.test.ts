import { EventEmitter } from "node:events";
import { afterEach, expect, it, vi } from "vitest";

import type { CountAnswer, CountQuery } from "../../src/measure/query/count-query.js";
import { takeReader } from "../../src/workers/read-evidence.js";

/*
 * Node may tell a parent that its child has ended before it hands over the child's last message: the end comes
 * by a signal, the message through a pipe. With five readings at once beside a busy parent that was so in about
 * 4 of 100. Here the child is a stand-in whose events come in the order under test.
 */
const events = vi.hoisted(() => ({ order: [] as (readonly [string, ...unknown[]])[], started: 0 }));

vi.mock("node:child_process", () => ({
  fork: () => {
    events.started += 1;
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

/** How many processes two projects start whose first one reads this; the first is told to keep its process. */
async function startedFor(source: object): Promise<number> {
  events.order = [["message", { counts }]];
  events.started = 0;
  const first = takeReader();
  await first.count({ source } as CountQuery);
  await first.count({ source } as CountQuery);
  first.release({ keep: true });
  const second = takeReader();
  await second.count(text);
  second.release();
  return events.started;
}

const text = { source: { path: "data.csv", copy: "/data.csv", format: "csv" } } as CountQuery;

it("a process that has read text alone serves the next project", async () => {
  expect(await startedFor(text.source)).toBe(1);
});

it.each([
  ["Parquet", { path: "data.parquet", copy: "/data.parquet", format: "parquet" }],
  ["a table on a server", { engine: "postgres", table: "t", servers: 1 }],
])("one that has read %s serves no other", async (_what, source) => {
  vi.stubEnv("FORTHRIGHT_POSTGRES_URL", "postgres://reader@127.0.0.1/evidence");
  expect(await startedFor(source)).toBe(2);
  vi.unstubAllEnvs();
});

it("without being told to keep it, a project ends its process", async () => {
  events.order = [["message", { counts }]];
  events.started = 0;
  for (const reader of [takeReader(), takeReader()]) {
    await reader.count(text);
    reader.release();
  }
  expect(events.started).toBe(2);
});
