import type { Axis, AxisGroup } from "../../../../model/audit-details.js";
import type { Estimate, Slice, Table } from "../../../../model/assessment.js";
import type { EvaluationPlan } from "../../../../model/plan.js";
import { axisMetrics, groupMetrics } from "../../../../metrics/fairness/all.js";
import type { Audit } from "../../../../metrics/fairness/audited.js";
import { estimateOf, type EstimatePlace } from "../../../estimate.js";
import type { EvaluationInput } from "../../../evaluation-input.js";
import { estimatePlace } from "../../estimate-place.js";
import { countAudit } from "./count-audit.js";

const level = 0.95;

/** What fairness adds to a binary evaluation. */
export interface MeasuredFairness {
  readonly estimates: readonly Estimate[];
  readonly tables: readonly Table[];
  /** Groups of two attributes together; those of one are slices already. */
  readonly slices: readonly Slice[];
  readonly axes: readonly Axis[];
}

/** Selection, ratios and gaps between the groups of the protected columns, and of every two of them. */
export async function measureFairness(input: EvaluationInput): Promise<MeasuredFairness> {
  const { evaluation } = input;
  const axes = await countAudit(input);
  const place = estimatePlace(input);
  const measured = axes.map((axis) => {
    const audit: Audit = {
      groups: axis.groups,
      leaveOut: evaluation.fairness?.leave_out ?? 0,
      bySubject: evaluation.subject !== undefined,
    };
    return [
      ...axis.groups.flatMap(({ group }) =>
        groupMetrics.map((metric) =>
          estimateOf(metric, metric.compute({ audit, group }, level), { ...place, slice: group }),
        ),
      ),
      ...axisMetrics.map((metric) =>
        estimateOf(metric, metric.compute(audit, level), { ...place, facet: axis.name }),
      ),
    ];
  });
  return {
    axes,
    estimates: measured.flat(),
    tables: axes.flatMap(({ groups }) => groups.map((group) => tableOf(group, place))),
    slices: axes.flatMap((axis) =>
      axis.columns.length < 2 ? [] : axis.groups.map((group) => sliceOf(axis, group, evaluation)),
    ),
  };
}

/** One table per group, so that an edition that may not show the group drops it. */
function tableOf({ group, assessed, selected, confusion }: AxisGroup, place: EstimatePlace): Table {
  const { tp, fn, fp, tn } = confusion;
  return {
    id: `${place.prefix}fairness@${group}`,
    kind: "fairness",
    evaluation: place.evaluation,
    slice: group,
    columns: ["assessed", "selected", "positives", "caught", "negatives", "false-alarms"],
    rows: [{ label: group, cells: [assessed, selected, tp + fn, tp, fp + tn, fp] }],
  };
}

function sliceOf(
  { name, columns }: Axis,
  { group, values, confusion }: AxisGroup,
  { id, names = {} }: EvaluationPlan,
): Slice {
  const { tp, fn, fp, tn } = confusion;
  const written = columns.map((column, index) => `${column}=${values[index] ?? "(missing)"}`);
  const words = written.map((one, index) => names[one] ?? values[index] ?? "(missing)");
  return {
    id: group,
    evaluation: id,
    column: name,
    value: values.map((value) => value ?? "(missing)").join(" & "),
    negated: false,
    name: names[written.join("&")] ?? words.join(", "),
    column_name: columns.map((column) => names[column] ?? column).join(" and "),
    n: tp + fn + fp + tn,
    positives: tp + fn,
    negatives: fp + tn,
  };
}
