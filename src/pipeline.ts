import { createHash } from "node:crypto";
import { tmpdir } from "node:os";

import { assembleAssessment } from "./assemble.js";
import { markMessages, parseAuthorTexts, placesOfExceptions, readExceptions } from "./author-texts.js";
import { attackNameMessages } from "./check/attack-names.js";
import { check } from "./check/check.js";
import { rules } from "./check/rules/all.js";
import { settle, type Suppressed } from "./check/settle.js";
import { compose } from "./compose/compose.js";
import { distinctMessages, type Message, type Place } from "./errors.js";
import { makeTemporaryFolder, removeFolder } from "./export/chromium/temporary-folder.js";
import { markdownOf } from "./export/markdown.js";
import { confidenceOf } from "./find/confidence/confidence-of.js";
import { find } from "./find/find.js";
import { changeLogs } from "./find/register/changes-since.js";
import { withStops } from "./find/register/with-stops.js";
import { checkUnchanged, copyEvidence } from "./load/copy-evidence.js";
import { evidenceSources } from "./load/evidence-sources.js";
import { loadMaterials } from "./load/load-materials.js";
import { loadProject } from "./load/load-project.js";
import { measure } from "./measure/measure.js";
import { allMetrics } from "./metrics/all.js";
import type { Assessment } from "./model/assessment.js";
import { canonicalJson } from "./model/canonical-json.js";
import type { Materials } from "./model/materials.js";
import type { Audience } from "./model/plan.js";
import { isFile, type EvidenceFile, type EvidenceSource, type Project } from "./model/project.js";
import { embed } from "./redact/embed.js";
import { documentFor } from "./redact/document-for.js";
import { factsFor } from "./redact/redact-answers.js";
import { redact } from "./redact/redact.js";
import { sharedEditions } from "./redact/shared-editions.js";
import { render } from "./render/render.js";
import { inLanguage } from "./compose/in-language.js";
import { missingRequirements } from "./compose/requirements.js";
import { wantedDocuments } from "./compose/wanted-documents.js";
import { runningText } from "./compose/running-text.js";
import { showInvisible } from "./visible-text.js";
import { prepareTemplates } from "./templates.js";
import { drawInWorker } from "./workers/draw-charts.js";
import { resampleInWorkers } from "./workers/resample-scores.js";
import { takeReader } from "./workers/read-evidence.js";

/*
 *   forthright.yaml  notes  limitations  rows                          templates, phrases
 *          |           |         |         |                                   |
 *   1 load ------------+---------+---------+--> Project                     Materials
 *   2 measure   counts per slice (child process) -> metrics -> Evidence        |
 *   3 find      finders over evidence, criteria judged -> findings             |
 *             ================= Assessment (plain JSON) =================      |
 *     redact    what an edition may know                                       |
 *   4 template  Handlebars -> Markdown with directives        <----------------+
 *   5 compose   directives -> numbers, tables, charts; notes (worker) -> tree
 *   6 check     rules over every sentence -> messages
 *   7 render    tree -> HTML, charts -> SVG
 *   8 export    Markdown, PDF, files
 *
 * Stages never import each other: only this file does.
 */

export interface Assessed {
  readonly assessment: Assessment;
  readonly messages: readonly Message[];
  /** Where keys of the plan and bodies of limitations stand, for messages of `publish`. */
  readonly places: Readonly<Record<string, Place>>;
}

export interface AssessOptions {
  readonly date?: string | null;
  /** Told what is being done, when that takes long. */
  readonly stage?: (what: string) => void;
  /** True when other projects follow, which may use what this one has started; false ends it. */
  readonly keep?: boolean;
  /** Document kinds a plan may name, so that a wrong one is told with the other mistakes. */
  readonly kinds?: readonly string[];
}

/** Steps 1 to 3: a project folder in, the Assessment out. */
export async function assess(root: string, options: AssessOptions = {}): Promise<Assessed> {
  const known = {
    metrics: allMetrics.map(({ id }) => id),
    shares: allMetrics.filter(({ unit }) => unit === "share").map(({ id }) => id),
    ...(options.kinds && { kinds: options.kinds }),
    rules,
  };
  const project = await loadProject(root, known);
  const privateFolder = await makeTemporaryFolder(tmpdir(), "forthright-evidence-");
  const reader = takeReader();
  try {
    const sources = await copySources(project, privateFolder);
    const { evidence, ...measured } = await measure({
      project,
      sources,
      ask: reader.count,
      resample: resampleInWorkers(options.stage ?? (() => undefined)),
      date: options.date ?? null,
    });
    const { findings, criteria, release, stages, triggers, calibration, ...found } = find(evidence);
    const { experiment, labelling, series, incidents, protocols } = found;
    const others = { release, stages, triggers, experiment, labelling, series, incidents, protocols };
    const judged = { ...evidence, findings, calibration, distributions: measured.distributions };
    const confidence = confidenceOf(judged);
    const limitations = withStops(judged, found.limitations);
    const files = Object.values(sources).flatMap((own) => Object.values(own).filter(isFile));
    for (const file of new Set(files)) await checkUnchanged(root, file);
    const assessment = assembleAssessment(project, evidence, {
      ...measured,
      issued: options.date ?? null,
      findings,
      limitations,
      changes: changeLogs(evidence, project.previous ?? {}, { ...judged, limitations }),
      criteria,
      calibration,
      ...others,
      lint: lintOf(project),
      confidence,
    });
    const { messages, ...exceptions } = await readExceptions(assessment, project.places);
    return {
      assessment: { ...assessment, lint: { ...assessment.lint, ...exceptions } },
      messages: [...project.messages, ...messages],
      places: project.places,
    };
  } finally {
    reader.release({ keep: options.keep ?? false });
    await removeFolder(privateFolder);
  }
}

/** Rules the plan tells otherwise, by their ids; exceptions stand in the texts and are read next. */
function lintOf({ plan, places }: Project): Assessment["lint"] {
  const severities = (plan.lint ?? []).map(({ rule: name, severity, reason }, index) => ({
    rule: rules.find(({ alias }) => alias === name)?.id ?? name,
    severity,
    reason,
    line: places[`lint.${index}`]?.line ?? null,
  }));
  return { severities, exceptions: [], begins: {} };
}

/** Private copies of every file the evaluations name, each copied once; tables on servers as they are named. */
async function copySources({ root, plan }: Project, privateFolder: string) {
  const copies = new Map<string, EvidenceFile>();
  const sources: Record<string, Record<string, EvidenceSource>> = {};
  for (const evaluation of plan.evaluations) {
    const own: Record<string, EvidenceSource> = {};
    for (const [key, source] of Object.entries(evidenceSources(evaluation))) {
      if (typeof source !== "string") {
        own[key] = source;
        continue;
      }
      const delimiter = evaluation.delimiter ?? ",";
      const name = `${delimiter}${source}`;
      const file = copies.get(name) ?? (await copyEvidence(root, source, delimiter, privateFolder));
      copies.set(name, file);
      own[key] = file;
    }
    sources[evaluation.id] = own;
  }
  return sources;
}

/** What one audience may know of an Assessment. */
export function editionOf(assessment: Assessment, audience: Audience): Assessment {
  return redact(assessment, audience);
}

export interface PublishOptions {
  readonly materials: Materials;
  readonly lang: string;
  /** Kinds to make; all of the plan when empty. */
  readonly kinds: readonly string[];
  /** Edition for every document; each kind's own when null. */
  readonly audience: Audience | null;
  /** From `assess`; without them a message about a text of the plan names no line. */
  readonly places?: Readonly<Record<string, Place>>;
}

/** One finished document, before it becomes files. */
export interface Published {
  /** File name without ending. */
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly audience: Audience;
  readonly lang: string;
  readonly author: string;
  readonly final: boolean;
  readonly pages: number | null;
  readonly html: string;
  /** The document as Markdown; written out only when asked for. */
  readonly markdown: () => string;
  /** Embedded Assessment as JSON text. */
  readonly data: string;
  readonly pictures: Readonly<Record<string, string>>;
  readonly messages: readonly Message[];
  /** Messages that an exception of the author holds back. */
  readonly suppressed: readonly Suppressed[];
  /** Author's texts it shows, by file or `plan:` and key. */
  readonly shown: readonly string[];
}

/** Why documents of the plan cannot be made of this evidence, one message each; `publish` leaves those out. */
export function unbuildable(
  assessment: Assessment,
  options: Pick<PublishOptions, "materials" | "lang" | "kinds" | "audience">,
): readonly Message[] {
  const { materials, lang } = options;
  return distinctMessages(
    wantedDocuments(assessment, options).flatMap(
      (one) => missingRequirements(assessment, one, materials, lang) ?? [],
    ),
  );
}

/** Steps 4 to 7 for every document of the plan: an Assessment in, pages out. */
export async function publish(
  assessment: Assessment,
  options: PublishOptions,
): Promise<readonly Published[]> {
  const { materials, lang } = options;
  const author = await languageOfAuthor(assessment, lang);
  const places = { ...placesOfExceptions(assessment), ...options.places };
  const wanted = wantedDocuments(assessment, options).filter(
    (one) => missingRequirements(assessment, one, materials, lang) === null,
  );
  const digest = createHash("sha256").update(canonicalJson(assessment)).digest("hex");
  const [{ notes, messages: noteMessages }] = await Promise.all([
    parseAuthorTexts(assessment, places),
    prepareTemplates(materials),
  ]);
  const edition = sharedEditions(assessment, notes);
  // Charts are drawn in their thread meanwhile, so the longest document, by custom the last, goes first.
  const pages = wanted.toReversed().map(({ document, index, audience, name }): Promise<Published> => {
    const facts = factsFor(audience, materials.documents[document.kind]?.answers);
    const { redacted, texts } = edition(audience, facts);
    const told = inLanguage(redacted, lang, materials, places);
    const composed = compose({
      assessment: told.assessment,
      declined: told.declined,
      author:
        author === null
          ? undefined
          : { ...author, ...inLanguage(redacted, author.lang, author.materials, {}) },
      document: documentFor(document, facts, redacted.held),
      index,
      audience,
      lang,
      materials,
      notes: texts.notes,
      places,
      withheld: assessment.limitations.length - redacted.limitations.length,
    });
    const data = canonicalJson(embed(redacted, composed, digest));
    const provider = showInvisible(assessment.model.provider ?? "");
    const running = runningText(assessment, composed, digest, materials.phrases);
    const rendering = render({
      document: composed,
      materials,
      data,
      author: provider,
      draw: drawInWorker,
      ...running,
    });
    // Read while its pictures are drawn.
    const settled = settle(check(composed, told.assessment, places), assessment.lint);
    const said = distinctMessages([
      ...noteMessages,
      ...markMessages(texts.mistakes, places),
      ...told.messages,
      ...composed.messages,
      ...settled.messages,
      ...attackNameMessages(composed, assessment),
    ]);
    return rendering.then(({ html, pictures, failures }) => ({
      name,
      kind: document.kind,
      title: composed.title,
      audience,
      lang,
      author: provider,
      final: document.status === "final",
      pages: materials.documents[document.kind]?.pages ?? null,
      html,
      markdown: () => markdownOf(composed, name, running.banner),
      data,
      pictures,
      messages: [...said, ...failures.map((text): Message => ({ code: "E-CHART", severity: "error", text }))],
      suppressed: settled.suppressed,
      shown: composed.shown,
    }));
  });
  return Promise.all(pages.toReversed());
}

/** The language of the plan's own texts, with its phrases; null where the documents are in it. */
async function languageOfAuthor({ lang = "en" }: Assessment, told: string) {
  return lang === told ? null : { lang, materials: await loadMaterials(null, lang) };
}
