import type { Assessment, Distribution } from "../../model/assessment.js";
import { smallSample } from "../../phrasing/display-gate.js";
import type { CheckedDocument } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** A setting that flags a handful of cases promises what a handful can show. */
export const toggleOutsideSupport: Rule = {
  id: "toggle-outside-support",
  alias: "L45",
  severity: "warning",
  summary: "Thresholds on offer flag at least 30 of the cases tested and lie where scores were seen.",
  why: "At the far end of a slider two cases decide whether all or none of the flagged are right. The curve there is luck, and it looks like the best setting.",
  exceptions:
    "A curve that stops drawing the share of the flagged where fewer than 30 are flagged keeps the rule.",
  examples: {
    in: "apart",
    ok: ["An option that flags 470 of the cases tested."],
    notOk: ["An option at a threshold that 4 cases reached."],
  },
  claims: (document) => [...options(document), ...curves(document)],
};

function options({ plan, assessment, placeOfKey }: CheckedDocument): ClaimComplaint[] {
  const evaluation = evaluationOf(plan.evaluation, assessment);
  const scores = evaluation === undefined ? undefined : scoresOf(evaluation.id, assessment);
  if (evaluation === undefined || scores === undefined) return [];
  const document = assessment.documents.findIndex(({ kind, id }) => kind === plan.kind && id === plan.id);
  return (plan.options ?? []).flatMap(({ name, threshold }, index) => {
    if (threshold === undefined) return [];
    const { low, high } = evaluation.score ?? { low: -Infinity, high: Infinity };
    const outside = threshold < low || threshold > high;
    const flagged = flaggedAt(threshold, scores, evaluation.flag);
    if (!outside && flagged >= smallSample) return [];
    const found = outside
      ? `threshold ${threshold} where no score was seen`
      : `option that flags ${flagged} of the cases tested`;
    return [
      {
        place: placeOfKey(`documents.${document}.options.${index}.threshold`),
        text: `Unexpected ${found} for "${name}", expected at least ${smallSample} flagged cases.`,
        hint: "Choose a threshold that more of the tested cases reach, or test more cases.",
      },
    ];
  });
}

/** Shares of the flagged that a curve tells for thresholds hardly any case reached. */
function curves({ charts, plan, assessment }: CheckedDocument): ClaimComplaint[] {
  const evaluation = evaluationOf(plan.evaluation, assessment);
  const scores = evaluation === undefined ? undefined : scoresOf(evaluation.id, assessment);
  if (evaluation === undefined || scores === undefined) return [];
  return charts.flatMap(({ id, grid }) =>
    grid.rows.flatMap(({ cells }) =>
      cells.flatMap(({ pieces }) =>
        pieces.flatMap((piece) => {
          const at = piece.type === "datum" ? /^curve:([^#]+)#precision$/.exec(piece.ref)?.[1] : undefined;
          const flagged = at === undefined ? smallSample : flaggedAt(Number(at), scores, evaluation.flag);
          return at === undefined || flagged >= smallSample
            ? []
            : [
                {
                  text: `Unexpected share of ${flagged} flagged cases at ${at} in chart ${id}, expected at least ${smallSample}.`,
                  hint: "Leave the share out where so few are flagged.",
                },
              ];
        }),
      ),
    ),
  );
}

function evaluationOf(id: string | undefined, { evaluations }: Assessment) {
  return evaluations.find((one) => id === undefined || one.id === id);
}

function scoresOf(evaluation: string, { distributions }: Assessment): Distribution | undefined {
  return distributions.find((one) => one.evaluation === evaluation && one.slice === "all");
}

/** Cases tested that a threshold flags; bins that it cuts count as flagged. */
function flaggedAt(
  threshold: number,
  { edges, positive, negative }: Distribution,
  flag: "at-or-above" | "below",
): number {
  return positive.reduce((sum, count, bin) => {
    const [low, high] = [edges[bin] ?? -Infinity, edges[bin + 1] ?? Infinity];
    const flagged = flag === "below" ? low < threshold : high > threshold;
    return flagged ? sum + count + (negative[bin] ?? 0) : sum;
  }, 0);
}
