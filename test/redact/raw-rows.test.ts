import { beforeAll, expect, it } from "vitest";

import { audiences } from "../../src/model/plan.js";
import { csvOf, type Block } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles, type PublishedProject } from "../measure/publish-project.js";

const n = 400;
/** A score no other number of a report has, so that finding it means that a row got out. */
const scoreOf = (row: number): string => `0.${String(((row * 7_919) % 900_000) + 100_000)}317`;

const published = new Map<string, PublishedProject>();

beforeAll(async () => {
  const rows = Array.from({ length: n }, (_, row): Block => ({
    times: 1,
    cells: [
      row % 3 === 0 ? 1 : 0,
      scoreOf(row),
      row % 2 === 0 ? "north" : "south",
      `ROWID${row}X`,
      `PERSON${Math.floor(row / 2)}X`,
      `secret${row}@mail.example`,
      (1_000_000 + row * 1.37).toFixed(2),
    ],
  }));
  const files = {
    "data.csv": csvOf(["y", "s", "region", "id", "person", "email", "money"], rows),
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5, base_rate: 0.2 },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          slices: ["region"],
          row_id: "id",
          subject: "person",
          value: "money",
        },
      ],
      documents: ["briefing", "limitation-portfolio", "model-card"].map((kind) => ({ kind })),
    }),
  };
  for (const audience of audiences) published.set(audience, await publishFiles(files, { audience }));
});

it.each(audiences)("no raw row is in any output of the %s edition", (audience) => {
  const project = published.get(audience);
  const outputs = [
    JSON.stringify(project?.assessment),
    ...(project?.documents ?? []).flatMap(({ html, markdown, data, pictures, messages }) => [
      html,
      markdown,
      data,
      ...Object.values(pictures),
      JSON.stringify(messages),
    ]),
  ];
  expect(outputs.length).toBeGreaterThan(9);
  const told = outputs.flatMap((text) => [
    ...(text.match(/ROWID\d+X|PERSON\d+X|secret\d+@/g) ?? []),
    ...Array.from({ length: n }, (_, row) => scoreOf(row)).filter((score) => text.includes(score)),
    ...Array.from({ length: n }, (_, row) => (1_000_000 + row * 1.37).toFixed(2)).filter((money) =>
      text.includes(money),
    ),
  ]);
  expect(told).toEqual([]);
});
