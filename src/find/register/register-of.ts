import type { Estimate, Finding, Limitation } from "../../model/assessment.js";
import { refFromText } from "../../model/estimate-ref.js";
import type { Evidence } from "../../model/evidence.js";
import type { LoadedLimitation } from "../../model/project.js";
import { sliceIdFromText } from "../../model/slice-id.js";
import { grownIds } from "./grown-id.js";
import { inRegisterOrder } from "./register-order.js";
import { withRisks } from "./risk-of.js";

/** Findings that describe how the model behaves become limitations of their own; gaps stay findings. */
const grows = new Set([
  "weak-slice",
  "demographic-gap",
  "never-predicted",
  "miscalibration",
  "forecast-bias",
  "break",
  "drift",
  "threshold-fragility",
  "prevalence-mismatch",
  "threshold-from-test",
  "layer-dependence",
]);

/** Findings about a number of the whole, of which there are many and which one record tells together. */
const toldTogether: readonly string[] = [
  "layer-dependence",
  "miscalibration",
  "threshold-fragility",
  "drift",
];

type Bare = Omit<Limitation, "risk">;

/**
 * The one register: declared limitations, each with the findings that show it, then one per slice that still has
 * findings. Each with its severity, its likelihood and its expected harm, in the order of harm.
 */
export function registerOf(evidence: Evidence, findings: readonly Finding[]): Limitation[] {
  const sizes = new Map(evidence.estimates.map((estimate) => [estimate.id, estimate]));
  const growing = findings.filter(({ rule }) => grows.has(rule));
  const claimed = new Set<string>();
  const written = evidence.limitations.map((loaded): Bare => {
    const own = growing.filter((finding) => shows(finding, loaded));
    for (const { id } of own) claimed.add(id);
    return declared(loaded, own);
  });
  const groups = new Map<string, Finding[]>();
  for (const finding of growing) {
    const size = finding.size === null ? undefined : sizes.get(finding.size);
    if (claimed.has(finding.id) || !harms(finding, size)) continue;
    const key = groupOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const ids = grownIds([...groups.keys()]);
  const grown = [...groups].map(([key, own]) => grownRecord(ids.get(key) ?? "", own));
  return inRegisterOrder(withRisks(evidence, [...written, ...grown], findings));
}

/**
 * True when a finding shows what a declared record says: it is about the record's slice, or, for one about all cases,
 * of its type; or the record names the very number as its evidence.
 */
function shows(finding: Finding, { record }: LoadedLimitation): boolean {
  const slice = record.affected?.slice === undefined ? null : sliceIdFromText(record.affected.slice);
  const named = new Set((record.evidence ?? []).map(refFromText));
  // What it is about stands first; after it comes what it is compared with.
  const [about] = finding.estimates;
  if (about !== undefined && (named.has(about) || named.has(about.slice(about.indexOf("/") + 1))))
    return true;
  return finding.slice === slice && (slice !== null || finding.type === record.type);
}

function declared({ path, record, body }: LoadedLimitation, own: readonly Finding[]): Bare {
  const first = [...own].sort((a, b) => Number(b.type === record.type) - Number(a.type === record.type));
  return {
    ...record,
    origin: "declared",
    findings: first.map(({ id }) => id),
    found_by: rulesOf(first),
    body: body === "" ? null : body,
    path,
  };
}

/** Where findings go together: by slice, or by rule within one evidence for what concerns all cases. */
function groupOf({ id, rule, slice, evaluation }: Finding): string {
  if (slice !== null) return slice;
  return toldTogether.includes(rule) ? `${evaluation ?? ""}/${rule}` : id;
}

function grownRecord(id: string, findings: readonly Finding[]): Bare {
  const [first] = findings;
  if (first === undefined) throw new Error("A limitation cannot grow from nothing");
  return {
    id,
    title: first.message,
    type: first.type as Limitation["type"],
    status: "open",
    // What one of its findings may not be told to, the record may not be told to.
    disclosure: findings.some(({ disclosure }) => disclosure === "auditor") ? "auditor" : first.disclosure,
    ...(first.slice === null ? {} : { affected: { slice: first.slice } }),
    evidence: findings.flatMap(({ estimates }) => estimates),
    origin: first.rule,
    findings: findings.map((finding) => finding.id),
    found_by: rulesOf(findings),
    body: null,
    path: null,
  };
}

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** False for a gap, and for a weak slice whose size is not clearly above nothing: it stays in the table of groups. */
function harms(finding: Finding, size: Estimate | undefined): boolean {
  if (finding.gap) return false;
  if (finding.rule !== "weak-slice") return true;
  return (size?.interval?.low ?? 0) > 0;
}
