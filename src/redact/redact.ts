import type { Assessment, Estimate, Limitation, Slice } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { sliceId } from "../model/slice-id.js";
import { exposureOf, smallCell, type Exposure } from "./hidden-slices.js";
import { maySee } from "./may-see.js";
import { mergeBands, mergeBins } from "./merge-cells.js";

/**
 * The Assessment as an edition may know it. Everything after this sees only what is left here, so no template
 * and no chart can print what its reader must not see.
 *
 * Outside the internal edition: small groups and their neighbours lose their counts, histogram cells are
 * merged until they hold nothing or at least 10 cases, records above the reader's level are gone.
 */
export function redact(assessment: Assessment, audience: Audience): Assessment {
  const limitations = assessment.limitations
    .filter(({ disclosure }) => maySee(audience, disclosure))
    .map((record) => limitationFor(record, audience));
  const findings = assessment.findings.filter(({ disclosure }) => maySee(audience, disclosure));
  const seen = { ...assessment, limitations, findings };
  return audience === "internal" ? seen : withoutSmallCells(seen);
}

function withoutSmallCells(assessment: Assessment): Assessment {
  const exposure = new Map<string, Exposure>();
  for (const { id } of assessment.evaluations) {
    const own = assessment.slices.filter((slice) => slice.evaluation === id && !slice.negated);
    for (const [slice, open] of exposureOf(own)) {
      const { column, value } = own.find((candidate) => candidate.id === slice) ?? { column: "", value: "" };
      exposure.set(`${id}/${slice}`, open);
      // The complement of a withheld group tells the group: total less complement.
      exposure.set(`${id}/${sliceId(column, value, true)}`, open);
    }
  }
  const of = (evaluation: string, slice: string): Exposure =>
    exposure.get(`${evaluation}/${slice}`) ?? "open";
  return {
    ...assessment,
    slices: assessment.slices.flatMap((slice) => sliceFor(slice, of(slice.evaluation, slice.id))),
    estimates: assessment.estimates.map((estimate) =>
      estimateFor(estimate, of(estimate.evaluation, estimate.slice)),
    ),
    distributions: assessment.distributions
      .filter(({ evaluation, slice }) => of(evaluation, slice) === "open")
      .map(mergeBins),
    tables: assessment.tables
      .filter(({ evaluation, slice }) => of(evaluation, slice) === "open")
      .map(mergeBands),
    coverage: assessment.coverage.map((cell) =>
      of(cell.evaluation, cell.slice) === "open" ? cell : { ...cell, n: null },
    ),
    scenarios: assessment.scenarios.filter(({ evaluation, slice }) => of(evaluation, slice) !== "hidden"),
  };
}

function sliceFor(slice: Slice, exposure: Exposure): Slice[] {
  if (exposure === "open") return [slice];
  // A hidden group keeps its name, so that the page can say that it is too small to show.
  return [{ ...slice, n: null, positives: null, negatives: null }];
}

function estimateFor(estimate: Estimate, exposure: Exposure): Estimate {
  const cases = estimate.denominator ?? estimate.n;
  const small =
    estimate.unit === "share" &&
    estimate.slice !== "all" &&
    estimate.origin === "measured" &&
    cases > 0 &&
    cases < smallCell;
  if (exposure === "open" && !small) return estimate;
  const blank = { numerator: null, denominator: null, n: 0, n_effective: null };
  const compared = estimate.metric === "excess-errors" || estimate.metric.endsWith("-difference"); // Tells both sides at once.
  if (exposure === "hidden" || small || compared)
    return { ...estimate, ...blank, value: null, interval: null, reason: "small-cell" };
  const { interval } = estimate;
  return {
    ...estimate,
    ...blank,
    value: estimate.value === null ? null : round(estimate.value),
    interval:
      interval === null ? null : { ...interval, low: round(interval.low), high: round(interval.high) },
    reason: estimate.value === null ? estimate.reason : "neighbour-of-small-cell",
  };
}

/** Two digits of a share: what is printed, and too coarse to count back from. A rare case never becomes none. */
function round(share: number): number {
  if (share > 0.99 && share < 1) return 1 - round(1 - share);
  return share > 0 && share < 0.01 ? Number(share.toPrecision(1)) : Number(share.toFixed(2));
}

/** Customers get the approved wording; how a weakness would be noticed or used stays inside. */
function limitationFor(record: Limitation, audience: Audience): Limitation {
  if (audience !== "customer" && audience !== "public") return record;
  const wording = record.wording?.[audience] ?? record.wording?.customer;
  const { id, type, status, disclosure, affected, workaround, use_restriction, review, origin, findings } =
    record;
  return {
    id,
    title: wording ?? record.title,
    type,
    status,
    disclosure,
    origin,
    findings: wording === undefined ? findings : [],
    body: null,
    path: null,
    ...(affected === undefined ? {} : { affected }),
    ...(workaround === undefined ? {} : { workaround }),
    ...(use_restriction === undefined ? {} : { use_restriction }),
    ...(review === undefined ? {} : { review }),
  };
}
