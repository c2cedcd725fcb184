import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Materials } from "../../src/model/materials.js";
import type { Audience } from "../../src/model/plan.js";
import { assess, publish, type Assessed, type Published } from "../../src/pipeline.js";
import { withProject, type ProjectFiles } from "./project-folder.js";

/** A finished document with its Markdown written out. */
export type PublishedDocument = Omit<Published, "markdown"> & { readonly markdown: string };

export interface PublishedProject {
  readonly assessment: Assessment;
  readonly documents: readonly PublishedDocument[];
}

export interface Edition {
  /** Null takes the edition that the plan names for each document. */
  readonly audience?: Audience | null;
  /** Kinds to make; all of the plan when empty. */
  readonly kinds?: readonly string[];
  /** Where texts of the author begin; unknown when not given. */
  readonly places?: Assessed["places"];
  /** Templates and phrases; ours when not given. */
  readonly materials?: Materials;
}

/** Every document of an Assessment, through the public way. */
export async function publishAssessment(
  assessment: Assessment,
  { audience = null, kinds = [], materials, places = {} }: Edition = {},
): Promise<readonly PublishedDocument[]> {
  const parts = materials ?? (await loadMaterials(null, "en"));
  const documents = await publish(assessment, { materials: parts, lang: "en", kinds, audience, places });
  return documents.map((document) => ({ ...document, markdown: document.markdown() }));
}

/** Every document of a project folder. */
export async function publishFolder(root: string, edition: Edition = {}): Promise<PublishedProject> {
  const { assessment, places } = await assess(root);
  return { assessment, documents: await publishAssessment(assessment, { ...edition, places }) };
}

export async function publishFiles(files: ProjectFiles, edition: Edition = {}): Promise<PublishedProject> {
  return withProject(files, (root) => publishFolder(root, edition));
}
