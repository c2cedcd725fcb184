import type { Message } from "../../src/errors.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Audience } from "../../src/model/plan.js";
import { groupsCsv } from "../find/small-csv.js";
import { assess, type Assessed } from "../../src/pipeline.js";
import { assessFiles, planFile, withProject, type ProjectFiles } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

/** Where the note under test stands, and the line its text starts on. */
export const notePath = "notes/model-card/verdict.md";
export const noteLine = 5;

/**
 * A project whose model card says nothing wrong by itself: 412 of 500 leavers caught, and 61 of 1,500 others
 * called. Group B has 6 leavers.
 */
export function noteProject(more: ProjectFiles, document: object = {}): ProjectFiles {
  const csv = groupsCsv({
    A: { tp: 409, fn: 85, fp: 60, tn: 1_240 },
    B: { tp: 3, fn: 3, fp: 1, tn: 199 },
  });
  return {
    "data.csv": csv,
    "forthright.yaml": planFile({
      model: { name: "Small model", version: "2.1" },
      words: {
        case: "customer / customers",
        positive: "leaver / leavers",
        negative: "stayer / stayers",
        flagged: "called",
        missed: "not called",
        unflagged: "left alone",
      },
      use: { intended: ["Order the calls"], out_of_scope: ["Anything else"] },
      deployment: { threshold: 0.5, base_rate: 0.1 },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          slices: ["group"],
          collected: "2026-01-01/2026-03-31",
          kind: "held-out",
        },
      ],
      documents: [{ kind: "model-card", audience: "internal", ...document }],
    }),
    ...more,
  };
}

const assessed = new Map<ProjectFiles, Promise<Assessment>>();
const plain = noteProject({ [notePath]: "The verdict follows.\n" });

/** What the check says about a text in the note of a project, below a harmless sentence and blank lines. */
export async function messagesAbout(text: string, files = plain): Promise<readonly Message[]> {
  const reading = assessed.get(files) ?? assessFiles(files);
  assessed.set(files, reading);
  const assessment = await reading;
  const notes = assessment.notes.map((note) => ({ ...note, text: `The verdict follows.\n\n\n\n${text}\n` }));
  return (await checkMessages({ ...assessment, notes })).filter(({ place }) => place?.file === notePath);
}

/** What is said about every document of an Assessment; charts are left out, since drawing them takes longest. */
export async function checkMessages(
  assessment: Assessment,
  audience: Audience | null = null,
  places: Assessed["places"] = {},
): Promise<readonly Message[]> {
  const materials = await loadMaterials(null, "en");
  const documents = Object.fromEntries(
    Object.entries(materials.documents).map(([kind, document]) => [
      kind,
      { ...document, source: document.source.replace(/^::chart.*$/gm, "") },
    ]),
  );
  const published = await publishAssessment(assessment, {
    materials: { ...materials, documents },
    audience,
    places,
  });
  return published.flatMap(({ messages }) => messages);
}

export async function messagesOf(files: ProjectFiles): Promise<readonly Message[]> {
  const { assessment, places } = await withProject(files, (root) => assess(root));
  return checkMessages(assessment, null, places);
}
