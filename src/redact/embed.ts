import type { Root, RootContent } from "mdast";

import type { Assessment, Estimate } from "../model/assessment.js";
import type { Grid } from "../model/grid.js";
import type { ComposedDocument } from "../model/document.js";
import type { Inline } from "../model/inline.js";

/** The part of an Assessment that one document shows, for a machine that reads the file. */
export interface EmbeddedAssessment {
  readonly schema: 1;
  readonly forthright: string;
  readonly document: {
    readonly kind: string;
    readonly title: string;
    readonly audience: string;
    readonly status: string;
  };
  readonly date: string | null;
  readonly model: Assessment["model"];
  readonly evaluations: Assessment["evaluations"];
  /** A field that is null is left out. */
  readonly estimates: readonly EmbeddedEstimate[];
  /** Without a `slice` of all cases, and without `estimates` where there is none. */
  readonly findings: readonly EmbeddedFinding[];
  readonly criteria: readonly Pick<
    Assessment["criteria"][number],
    "id" | "metric" | "slice" | "operator" | "bound" | "confidence" | "verdict"
  >[];
  /** Agreed criteria that are judged and not told in this edition; they are about attacks. */
  readonly criteria_held: number;
  readonly scenarios: Assessment["scenarios"];
  readonly sources: Assessment["sources"];
  /** sha256 of the whole Assessment the document was made from. */
  readonly assessment: string;
}

export type EmbeddedFinding = Pick<Assessment["findings"][number], "id" | "rule" | "type" | "gap"> &
  Partial<Pick<Assessment["findings"][number], "slice" | "estimates">>;

/** An estimate without the fields that hold nothing: of hundreds in a file they are a fifth of its data. */
export type EmbeddedEstimate = {
  readonly [Field in keyof Estimate]?: NonNullable<Estimate[Field]>;
};

/**
 * What a finished file carries inside: the estimates it prints, as this edition may know them, the facts they
 * rest on, and the digest of the whole. Outside the internal edition numbers are rounded to what is printed.
 */
export function embed(
  assessment: Assessment,
  document: ComposedDocument,
  digest: string,
): EmbeddedAssessment {
  const refs = new Set<string>();
  collect(document.tree.children, refs);
  const internal = document.audience === "internal";
  const options = assessment.scenarios.filter(({ id }) => refs.has(`option:${id}`));
  const shown = assessment.estimates.filter(({ id }) => refs.has(id));
  return {
    schema: 1,
    forthright: assessment.forthright,
    document: {
      kind: document.kind,
      title: document.title,
      audience: document.audience,
      status: document.plan.status,
    },
    date: assessment.date,
    model: assessment.model,
    evaluations: assessment.evaluations,
    estimates: (internal ? shown : shown.map(rounded)).map(withoutNothing),
    findings: assessment.findings.map(({ id, rule, type, slice, estimates, gap }) => ({
      id,
      rule,
      type,
      ...(slice === null ? {} : { slice }),
      ...(estimates.length === 0 ? {} : { estimates }),
      gap,
    })),
    criteria: assessment.criteria.map(({ id, metric, slice, operator, bound, confidence, verdict }) => ({
      id,
      metric,
      slice,
      operator,
      bound,
      confidence,
      verdict,
    })),
    criteria_held: assessment.criteria_held,
    scenarios: internal ? options : options.map(roundedOption),
    sources: assessment.sources,
    assessment: digest,
  };
}

function withoutNothing(estimate: Estimate): EmbeddedEstimate {
  return Object.fromEntries(Object.entries(estimate).filter(([, value]) => value !== null));
}

function rounded(estimate: Estimate): Estimate {
  const digits = estimate.unit === "money" ? 0 : 3;
  const round = (value: number): number => Number(value.toFixed(digits));
  const { interval, value, baseline } = estimate;
  return {
    ...estimate,
    value: value === null ? null : round(value),
    // Further digits would be those of the counts it is made of.
    baseline: baseline === null ? null : round(baseline),
    interval:
      interval === null ? null : { ...interval, low: round(interval.low), high: round(interval.high) },
  };
}

/** Counts are printed whole, money with two figures. */
function roundedOption(option: Assessment["scenarios"][number]): Assessment["scenarios"][number] {
  const { tp, fn, fp, tn, total, net } = option;
  const [whole, money] = [Math.round, (value: number) => Number(value.toPrecision(2))];
  return {
    ...option,
    tp: whole(tp),
    fn: whole(fn),
    fp: whole(fp),
    tn: whole(tn),
    total: whole(total),
    net:
      net === null ? null : { ...net, value: money(net.value), low: money(net.low), high: money(net.high) },
  };
}

function collect(nodes: readonly (RootContent | Root)[], refs: Set<string>): void {
  for (const node of nodes) {
    if (node.type === "datum") refs.add(node.datum.ref);
    if (node.type === "grid") collectGrid(node.grid, refs);
    if (node.type === "chart") {
      collectPieces([...node.chart.title, ...node.chart.note], refs);
      collectGrid(node.chart.grid, refs);
      for (const panel of node.chart.panels) if (panel.key !== null) collectGrid(panel.key, refs);
    }
    if ("children" in node) collect(node.children as RootContent[], refs);
  }
}

function collectGrid(grid: Grid, refs: Set<string>): void {
  collectPieces(
    [...grid.caption, ...grid.note, ...grid.foot, ...grid.columns.flatMap(({ label }) => label)],
    refs,
  );
  for (const row of grid.rows) for (const cell of row.cells) collectPieces(cell.pieces, refs);
}

function collectPieces(pieces: readonly Inline[], refs: Set<string>): void {
  for (const piece of pieces) {
    if (piece.type === "datum") refs.add(piece.ref);
    if (piece.type === "strong") collectPieces(piece.children, refs);
  }
}
