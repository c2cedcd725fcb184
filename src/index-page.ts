import type { Materials } from "./model/materials.js";
import { audiences } from "./model/audiences.js";
import type { Audience } from "./model/plan.js";
import { plainText } from "./phrasing/inline.js";
import { createSay } from "./phrasing/say.js";
import { listPage } from "./render/list-page.js";
import { version } from "./version.js";

/** One document that was built, as the index page names it. */
export interface IndexEntry {
  /** Name of the model, as the plan has it. */
  readonly model: string;
  /** What the document asks for: its own title. */
  readonly title: string;
  /** Language of that title. */
  readonly lang: string;
  readonly kindTitle: string;
  readonly audience: Audience;
  /** Whom the plan names as readers. */
  readonly readers: string | null;
  readonly final: boolean;
  /** Its files, relative to the page. */
  readonly files: readonly IndexFile[];
}

export interface IndexFile {
  readonly format: "html" | "pdf" | "md";
  readonly path: string;
}

/** Who acts comes first, then who explains, checks and keeps. */
const order: readonly Audience[] = ["executive", "customer", "public", "auditor", "internal"];

/**
 * The page that links every document of a run, by reader: the documents of each edition under one heading, in the order
 * in which they were built. One file, no script, no request.
 */
export function indexPage(entries: readonly IndexEntry[], materials: Materials, lang: string): string {
  const say = createSay(materials.phrases, lang);
  const word = (id: string, slots = {}): string => plainText(say(`index.${id}`, slots));
  const models = new Set(entries.map(({ model }) => model)).size;
  const groups = order
    .filter((audience) => audiences.includes(audience))
    .map((audience) => ({
      heading: word(audience),
      items: entries
        .filter((entry) => entry.audience === audience)
        .map(({ model, title, lang: told, kindTitle, readers, final, files }) => ({
          title,
          lang: told,
          facts: [
            kindTitle,
            model,
            ...(readers === null ? [] : [word("readers", { readers })]),
            ...(final ? [] : [word("draft")]),
          ],
          links: files.map(({ format, path }) => ({ label: word(format), path })),
        })),
    }))
    .filter(({ items }) => items.length > 0);
  const title = word("title");
  return listPage({
    lang,
    title,
    lead: [word("lead", { documents: entries.length, models }), word("editions")],
    groups,
    generator: `Forthright ${version}`,
    materials,
  });
}
