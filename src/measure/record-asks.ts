import { createHash } from "node:crypto";

import type { Assessment } from "../model/assessment.js";
import { isFile, type DatabaseTable } from "../model/project.js";
import type { Ask, Asked } from "./query/count-query.js";

type TableSource = Extract<Assessment["sources"][number], { engine: string }>;

/**
 * Keeps what servers are asked and a digest of what they answer: a table has no bytes of its own that a reader
 * could compare later.
 */
export function recordAsks(ask: Ask): {
  readonly ask: Ask;
  /** What a table was asked, as it stands in `sources`. */
  readonly sourceOf: (table: DatabaseTable) => TableSource;
} {
  const asked = new Map<string, { all: Asked[]; rows: number }>();
  const nameOf = ({ engine, table }: DatabaseTable): string => `${engine}:${table}`;
  return {
    ask: async (query) => {
      const answer = await ask(query);
      if (answer.asked !== null && !isFile(query.source)) {
        const name = nameOf(query.source);
        const before = asked.get(name)?.all ?? [];
        asked.set(name, { all: [...before, answer.asked], rows: answer.rows });
      }
      return answer;
    },
    sourceOf: (table) => {
      const { all, rows } = asked.get(nameOf(table)) ?? { all: [], rows: null };
      const hash = createHash("sha256");
      for (const { digest } of all) hash.update(digest);
      return {
        engine: table.engine,
        version: all[0]?.version ?? "",
        table: table.table,
        query: all.flatMap(({ queries }) => queries).join(";\n"),
        rows,
        digest: hash.digest("hex"),
      };
    },
  };
}
