import type { ShownClaim } from "../charts/chart-context.js";
import type { Confidence } from "../model/confidence.js";
import { refFromText } from "../model/estimate-ref.js";
import type { Slice } from "../model/assessment.js";
import { claimName } from "../phrasing/claim-words.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";
import { headlineEstimates } from "./headline-estimates.js";

/**
 * Claims of a document with their stops: its numbers at the top in their order, what the plan claims, attacks that
 * nobody tried; then, for a table of all, whatever else is claimed.
 *
 * @param all - false for those alone that a page makes; true for every claim that this edition may know
 */
export function documentClaims(context: DocumentContext, all = false): ShownClaim[] {
  const { assessment, document, materials } = context;
  // A page without figures on top has no number there to point at.
  const hasFigures = materials.documents[document.kind]?.source.includes("::figure") === true;
  const ownCase = `case:${context.index}`;
  // A note on one case claims what its score means, and nothing of the model as a whole.
  const isCaseNote = materials.documents[document.kind]?.source.includes("::case{") === true;
  const top = isCaseNote ? [ownCase] : topRefs(context);
  const known = assessment.confidence.map((claim) =>
    claim.text === null ? claim : { ...claim, text: visibleText(claim.text) },
  );
  const rank = (claim: Confidence): number => {
    const place = top.indexOf(claim.claim);
    if (place >= 0) return place;
    if (claim.text !== null) return top.length;
    return claim.kind === "untested" ? top.length + 1 : top.length + 2;
  };
  const ownAttacks = document.evaluation === undefined;
  return known
    .filter((claim) => all || claim.claim === ownCase || !isCaseNote)
    .filter((claim) => all || rank(claim) < top.length + (ownAttacks ? 2 : 1))
    .sort((a, b) => rank(a) - rank(b))
    .map((confidence) => shownClaim(context, confidence, hasFigures && top.includes(confidence.claim)));
}

/** A claim with its name and its number. */
function shownClaim(context: DocumentContext, confidence: Confidence, isTop: boolean): ShownClaim {
  const { voice, assessment } = context;
  const estimate = context.estimate(confidence.estimate ?? "");
  const slice: Slice | null =
    assessment.slices.find(
      ({ id, evaluation }) => id === estimate?.slice && evaluation === estimate.evaluation,
    ) ?? null;
  const subject = { estimate, slice };
  return { confidence, subject, name: claimName(voice, confidence, subject), isTop };
}

/** Estimate ids of the numbers at the top of a document, in their order. */
function topRefs(context: DocumentContext): string[] {
  const { document, evaluation } = context;
  const given = document.headline ?? [];
  if (given.length === 0) return headlineEstimates(context).map(({ id }) => id);
  return given.flatMap((entry) => {
    const ref = refFromText(typeof entry === "string" ? entry : entry.ref);
    return (context.estimate(ref) ?? context.estimate(`${evaluation.id}/${ref}`))?.id ?? [];
  });
}
