import { planFile, type ProjectFiles } from "../measure/project-folder.js";
import { csvOf } from "./small-csv.js";

/** Attacks by species and how often each slipped, with a bona fide row that keeps the label complete. */
function attacks(
  species: Readonly<Record<string, readonly [slipped: number, caught: number]>>,
): ProjectFiles {
  const blocks = Object.entries(species).flatMap(([name, [slipped, caught]]) => [
    { times: slipped, cells: [name, "go"] },
    { times: caught, cells: [name, "stop"] },
  ]);
  return {
    "data.csv": csvOf(["what", "said"], [{ times: 1, cells: ["live", "go"] }, ...blocks]),
    "forthright.yaml": planFile({
      evaluations: [
        {
          id: "e",
          task: "attack-detection",
          data: "data.csv",
          label: "what",
          bona_fide: "live",
          prediction: "said",
          flagged: "stop",
          in_scope: { what: ["print", "mask"] },
        },
      ],
    }),
  };
}

/** Attacks on two layers: how many passed both, only one of them, or none. */
function layers(both: number, first: number, second: number, none: number): ProjectFiles {
  return {
    "data.csv": csvOf(
      ["what", "a", "b"],
      [
        { times: both, cells: ["mask", "go", "go"] },
        { times: first, cells: ["mask", "go", "stop"] },
        { times: second, cells: ["mask", "stop", "go"] },
        { times: none, cells: ["mask", "stop", "stop"] },
      ],
    ),
    "forthright.yaml": planFile({
      evaluations: [
        { id: "e", task: "layers", data: "data.csv", label: "what", stops: "stop", layers: ["a", "b"] },
      ],
    }),
  };
}

/** Faults of evidence about attacks, as `planted` of finders.test.ts lists them. */
export const plantedAttacks: readonly (readonly [string, ProjectFiles, readonly string[], ProjectFiles])[] = [
  [
    "unmeasured-attack",
    attacks({ print: [0, 20] }),
    ["unmeasured-attack#thin", "unmeasured-attack#untested"],
    attacks({ print: [0, 59], mask: [4, 96] }),
  ],
  ["layer-dependence", layers(30, 20, 20, 130), ["layer-dependence#a&b&mask"], layers(12, 38, 38, 112)],
];
