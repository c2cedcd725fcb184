import { UserError } from "../errors.js";
import { audiences } from "../model/audiences.js";
import type { Assessment } from "../model/assessment.js";
import type { Materials } from "../model/materials.js";
import { suggestName } from "../model/nearest-name.js";
import type { Audience, DocumentPlan } from "../model/plan.js";

export interface Wanted {
  readonly materials: Materials;
  readonly lang: string;
  /** Kinds to make; all of the plan when empty. */
  readonly kinds: readonly string[];
  /** Edition for every document; each kind's own when null. */
  readonly audience: Audience | null;
}

function isOutside(audience: Audience): boolean {
  return audiences.indexOf(audience) > audiences.indexOf("executive");
}

/** The documents of a plan to make, each with its edition and the name of its file. */
export function wantedDocuments({ documents }: Assessment, { materials, kinds, audience, lang }: Wanted) {
  const known = Object.keys(materials.documents);
  const asked = kinds.filter((kind) => !documents.some((document) => document.kind === kind));
  const all: readonly DocumentPlan[] = [
    ...documents,
    ...asked.map((kind) => ({ kind, status: "draft" as const })),
  ];
  const named = new Set<string>();
  return all.flatMap((document, index) => {
    const kind = materials.documents[document.kind];
    if (kind === undefined) {
      throw new UserError("usage", {
        code: "E-KIND",
        severity: "error",
        place: { file: "forthright.yaml" },
        text: `There is no document kind "${document.kind}".`,
        hint: suggestName(document.kind, known),
      });
    }
    if (kinds.length > 0 && !kinds.includes(document.kind)) return [];
    // An edition asked of the whole project is made of what has one; a kind asked for by name is refused aloud.
    if (audience !== null && isOutside(audience) && kind.requires.includes("inside") && kinds.length === 0)
      return [];
    const edition = audience ?? document.audience ?? kind.audience;
    const candidates = [document.kind, `${document.kind}-${edition}`, `${document.kind}-${index + 1}`];
    const name = candidates.find((candidate) => !named.has(candidate)) ?? `${document.kind}-${index + 1}`;
    named.add(name);
    // An edition in another language stands beside the English one and does not write over it.
    return [{ document, index, audience: edition, name: lang === "en" ? name : `${name}.${lang}` }];
  });
}
