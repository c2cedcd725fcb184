import type { Block } from "../find/small-csv.js";
import { csvOf } from "../find/small-csv.js";
import { planFile, type ProjectFiles } from "../measure/project-folder.js";

/** Groups of a column by positives caught, positives missed, negatives flagged, negatives left alone. */
type Group = readonly [tp: number, fn: number, fp: number, tn: number];

/**
 * Column `site` has groups of 3, 8 and 12 cases, groups with few positives or few negatives, and large ones.
 * Column `pair` has two values, one of them small. Column `lone` has one small group among large ones.
 */
export const sites: Readonly<Record<string, Group>> = {
  Kleinort: [1, 1, 0, 1],
  Achtort: [2, 1, 1, 4],
  Zwoelfort: [3, 2, 1, 6],
  Seltenort: [5, 3, 4, 48],
  Vollort: [40, 18, 1, 5],
  Mittelort: [12, 4, 6, 60],
  Grossort: [60, 20, 30, 300],
  Riesenort: [90, 25, 40, 420],
};

export const limitations = ["internal", "auditor", "executive", "customer", "public"] as const;

/** A word that stands in one part of one limitation and nowhere else. */
export function marker(disclosure: string, part: string): string {
  return `Q${part}${disclosure}Z`;
}

/** Every case of the project as the rows of its file, with a score and three groupings. */
export function smallCellProject(documents: readonly object[]): ProjectFiles {
  return {
    "data.csv": csvOf(["y", "s", "site", "pair", "lone"], rows()),
    "forthright.yaml": planFile({
      model: { name: "Small cells", provider: "Team" },
      words: {
        case: "case / cases",
        positive: "hit / hits",
        negative: "miss / misses",
        flagged: "flagged",
        missed: "missed",
        unflagged: "passed",
      },
      use: { intended: ["Test"], out_of_scope: ["Anything else"] },
      deployment: { threshold: 0.5, base_rate: 0.2 },
      // Everything that can be told is told, so that there is something to count back from.
      disclosure: { cut_off: "public", trade_off: "public", groups: "public", costs: "public" },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          slices: ["site", "pair", "lone"],
          in_scope: { site: [...Object.keys(sites), "Nirgendort"] },
          collected: "2026-01-01/2026-03-31",
          kind: "held-out",
        },
      ],
      criteria: [{ id: "AC-1", title: "Enough hits", metric: "recall", at_least: 0.7, slice: "each:site" }],
      documents,
    }),
    ...Object.fromEntries(
      limitations.map((disclosure, index) => [
        `limitations/LIM-000${index + 1}.md`,
        limitationFile(disclosure, index + 1),
      ]),
    ),
  };
}

function rows(): Block[] {
  let seen = 0;
  return Object.entries(sites).flatMap(([site, counts]) =>
    counts.flatMap((times, kind) =>
      Array.from({ length: times }, (): Block => {
        const flagged = kind === 0 || kind === 2;
        const score = (flagged ? 0.5 : 0) + ((seen * 37) % 100) / 201;
        const pair = seen % 160 === 3 ? "Wenig" : "Viel";
        const lone = seen % 173 === 5 ? "Rar" : `Breit${seen % 3}`;
        seen += 1;
        return { times: 1, cells: [kind < 2 ? 1 : 0, score.toFixed(4), site, pair, lone] };
      }),
    ),
  );
}

function limitationFile(disclosure: string, number: number): string {
  const word = (part: string): string => marker(disclosure, part);
  return `---
id: LIM-000${number}
title: ${word("title")} is weak
type: ADV
disclosure: ${disclosure}
affected: {population: ${word("affected")} people}
harmed: ${word("harmed")} people
detection: {signal: ${word("signal")}, threshold: often}
workaround: ${word("workaround")} first
mitigation: {do: ${word("fix")} it, owner: ${word("fixer")}, by: 2026-12-01}
use_restriction: not for ${word("use")}
would_settle: ${word("settle")} test
owner: ${word("owner")}
status: open
---

${word("body")} stands in the text.
`;
}
