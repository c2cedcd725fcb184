import type { ShownClaim } from "../../charts/chart-context.js";
import { confidenceDomains } from "../../model/confidence.js";
import type { Grid, GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { claimSentence } from "../../phrasing/claim-words.js";
import { joined, reasonsFor, stopName, toldPieces } from "../../phrasing/confidence-words.js";
import { text } from "../../phrasing/inline.js";
import { likelihoodSentence } from "../../phrasing/likelihood-sentence.js";
import type { DocumentContext } from "../context.js";
import { documentClaims } from "../document-claims.js";
import type { TableKind } from "../table-kind.js";

/** Every claim with its stop, reasons and what would move it; for those who check the work also what takes points off. */
export const confidence: TableKind = {
  id: "confidence",
  summary: "every claim with its stop, its reasons and what would move it",
  build: (context) => {
    const claims = documentClaims(context, true);
    if (claims.length === 0) return null;
    const isChecked = context.voice.audience === "internal" || context.voice.audience === "auditor";
    const table = claimsGrid(context, claims, isChecked);
    return isChecked ? [table, cutOffsGrid(context)] : [table];
  },
};

function claimsGrid(
  { voice, document }: DocumentContext,
  claims: readonly ShownClaim[],
  isChecked: boolean,
): Grid {
  const scale = document.scale ?? "ipcc";
  const label = (name: string): readonly Inline[] => voice.say(`confidence.table.${name}`);
  const rows = claims.map(({ confidence: claim, subject }): GridRow => {
    const { estimate } = subject;
    const likely = estimate === undefined ? [] : likelihoodSentence(voice, claim, estimate, scale);
    const reasons = reasonsFor(claim).map((reason) => {
      const told = toldPieces(voice, claim, reason);
      return isChecked && "points" in reason
        ? voice.say("confidence.points", { points: pointsText(Number(reason.points)), reason: told })
        : told;
    });
    const moves = claim.moves.map((move) => toldPieces(voice, claim, withNumber(move)));
    return {
      cells: [
        {
          pieces: [
            ...claimSentence(voice, claim, subject),
            ...(likely.length === 0 ? [] : [text(" "), ...likely]),
          ],
        },
        { pieces: stopName(voice, claim) },
        { pieces: reasons.length === 0 ? label("none") : joined(reasons) },
        {
          pieces:
            moves.length === 0 ? label("nothing") : joined(moves.slice(0, isChecked ? moves.length : 1)),
        },
      ],
    };
  });
  return {
    id: "confidence",
    caption: label("caption"),
    note: label(isChecked ? "note" : "note-short"),
    columns: ["claim", "stop", "reasons", "moves"].map((name) => ({
      label: label(name),
      align: "start" as const,
    })),
    rows,
    foot: [],
  };
}

/** How many cases would do, where that is known, in place of "more cases". */
function withNumber<
  T extends { readonly message: string; readonly slots: Readonly<Record<string, unknown>> },
>(move: T): T {
  const needed = /^confidence\.move\.precision\./.test(move.message) && Number(move.slots.needed ?? 0) > 0;
  return needed ? { ...move, message: "confidence.move.precision.to-n" } : move;
}

function pointsText(points: number): string {
  return `−${Math.abs(points)}`;
}

/** What takes points off, respect by respect, and where each cut-off comes from. */
function cutOffsGrid({ voice }: DocumentContext): Grid {
  const names = ["domain", "zero", "one", "two", "source"] as const;
  return {
    id: "cut-offs",
    caption: voice.say("confidence.cut-offs.caption"),
    note: [],
    columns: names.map((name) => ({
      label: voice.say(`confidence.cut-offs.${name}`),
      align: "start" as const,
    })),
    rows: confidenceDomains.map((domain) => ({
      cells: names.map((name) => ({
        pieces: voice.say(`confidence.domain.${domain}.${name === "domain" ? "name" : name}`),
      })),
    })),
    foot: [],
  };
}
