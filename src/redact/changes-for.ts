import type { Assessment } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import type { ChangeLog, RegisterChange } from "../model/register-change.js";
import { maySee } from "./may-see.js";

/** Changes that customers are told of: what came and went, never how grave or how frequent anything became. */
const outsideChanges: readonly RegisterChange["change"][] = ["new", "gone", "closed", "reopened"];

/**
 * The change logs as an edition may know them: of records it may know, with rates that it may know.
 *
 * @param estimates - as the edition may know them: redacted already
 */
export function changesFor(
  changes: readonly ChangeLog[],
  estimates: Assessment["estimates"],
  audience: Audience,
): ChangeLog[] {
  const open = new Set(
    estimates.filter(({ value, denominator }) => value !== null && denominator !== null).map(({ id }) => id),
  );
  const inside = maySee(audience, "executive");
  return changes.map((log) => ({
    ...log,
    rows: log.rows
      .filter(
        ({ disclosure, change }) =>
          maySee(audience, disclosure) && (inside || outsideChanges.includes(change)),
      )
      .map((row) => (inside ? row : withWording(row, audience)))
      .map((row) =>
        row.rate === null || (inside && open.has(row.rate.estimate)) ? row : { ...row, rate: null },
      ),
  }));
}

function withWording({ wording, ...row }: RegisterChange, audience: Audience): RegisterChange {
  const other = audience === "customer" ? wording?.public : wording?.customer;
  return { ...row, title: wording?.[audience] ?? other ?? row.title };
}
