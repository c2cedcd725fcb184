import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment, Criterion, Estimate } from "../../src/model/assessment.js";
import { encodeName } from "../../src/model/slice-id.js";
import { sourceName } from "../../src/model/source-name.js";
import {
  boardNames,
  buildExamples,
  documentAt,
  documentNames,
  type BuiltDocument,
} from "./built-examples.js";
import { numbersOf, type PrintedNumber } from "./printed-numbers.js";
import { checkScenario } from "./scenario-numbers.js";

let built: Map<string, BuiltDocument>;

beforeAll(async () => {
  built = await buildExamples({ pdf: false });
});

/** A number as it is written: "1,234", "−5", "€1,700", "0.742"; "fewer than 1" is a count of none. */
function written(text: string): number | null {
  if (text === "fewer than 1") return 0;
  const bare = text.replace(/[€$£]/g, "").replaceAll("−", "-").replaceAll(",", "");
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null;
}

type Checked = { readonly complaints: string[]; checked: number };

/** Holds every number that names an estimate against the Assessment; other numbers are counted elsewhere. */
function checkNumbers({ html, assessment }: BuiltDocument): Checked {
  const estimates = new Map(assessment.estimates.map((estimate) => [estimate.id, estimate]));
  // Beside a withheld cell an edition knows two digits only, and tells those.
  for (const coarse of embeddedIn(html).estimates)
    if (coarse.reason === "neighbour-of-small-cell") estimates.set(coarse.id, coarse);
  const result: Checked = { complaints: [], checked: 0 };
  for (const number of numbersOf(html)) {
    const estimate = estimates.get(number.ref);
    const right = estimate === undefined ? null : expectedOf(number, estimate, assessment);
    if (estimate === undefined || right === null) continue;
    result.checked += 1;
    if (!right.some((value) => Math.abs(value - number.value) < 1e-9))
      result.complaints.push(
        `${number.ref} ${number.part} of ${String(number.of)}: ${number.value} for ${right.join(" or ")}`,
      );
  }
  return result;
}

function embeddedIn(html: string): Pick<Assessment, "estimates"> {
  const json = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  return JSON.parse(json) as Pick<Assessment, "estimates">;
}

/** What the number may be; null for parts that an estimate alone does not decide. */
function expectedOf(number: PrintedNumber, estimate: Estimate, assessment: Assessment): number[] | null {
  const { part, of } = number;
  const { value, numerator, denominator } = estimate;
  if (part.startsWith("scaled")) return scaledOf(part, estimate, of ?? 0);
  if (part === "numerator") return numerator === null ? null : [Math.round(numerator)];
  if (part === "denominator") return denominator === null ? null : [denominator];
  if (part === "rest")
    return numerator === null || denominator === null ? null : [denominator - Math.round(numerator)];
  if (!["value", "complement", "low", "high"].includes(part) || value === null) return null;
  if (estimate.metric === "flag-rate" && of === null && number.value > 1)
    return workloadOf(part, estimate, assessment);
  if (estimate.metric.endsWith("-difference")) return differenceOf(part, estimate, of ?? 1);
  if (of === null) return plainOf(part, estimate, value);
  if (part === "value") return [Math.round(value * of)];
  if (part === "complement") return [of - Math.round(value * of)];
  return endOf(part as "low" | "high", estimate, of);
}

/** Money that an estimate holds per 1,000 cases, told of so many; a loss is told without its sign. */
function scaledOf(part: string, { value, interval }: Estimate, of: number): number[] {
  const exact = part === "scaled" ? value : part === "scaledLow" ? interval?.low : interval?.high;
  const told = Number((((exact ?? 0) * of) / 1_000).toPrecision(2));
  return [told, -told];
}

/** Two or three digits of an index or of a rate in a ledger; money to two figures, or whole. */
function plainOf(part: string, { unit, interval }: Estimate, value: number): number[] {
  const exact = part === "value" ? value : part === "low" ? interval?.low : interval?.high;
  if (exact === undefined) return [];
  const digits = unit === "money" ? [Number(exact.toPrecision(2)), Math.round(exact)] : [];
  // A neighbour of a small group is told to two digits.
  return [...digits, Number(exact.toFixed(3)), Number(exact.toFixed(2)), Number(exact.toPrecision(1))];
}

/** An end of a range out of a round total, from either side, rounded to the nearest or away from the middle. */
function endOf(part: "low" | "high", { interval, value }: Estimate, of: number): number[] {
  if (interval === null || value === null) return [];
  const sides = [
    part === "low" ? interval.low : interval.high,
    part === "low" ? 1 - interval.high : 1 - interval.low,
  ];
  const middles = [Math.round(value * of), of - Math.round(value * of)];
  return sides.flatMap((share) => [
    Math.round(share * of),
    Math.floor(share * of),
    Math.ceil(share * of),
    ...middles.filter((middle) => Math.abs(middle - share * of) <= 1),
  ]);
}

function differenceOf(part: string, { value, interval }: Estimate, of: number): number[] {
  const ends = [interval?.low ?? 0, interval?.high ?? 0].flatMap((share) => [share, -share]);
  if (part === "value") return [value ?? 0, -(value ?? 0)].map((share) => Math.round(share * of));
  // In a sentence ends are rounded to the nearest, in a table away from the middle: a gap is never told too narrow.
  const outer = part === "low" ? Math.floor : Math.ceil;
  return ends.flatMap((share) => [Math.round(share * of), outer(share * of)]);
}

const daysPer: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

/** Cases flagged in the period of the capacity, or of the volume, to two figures. */
function workloadOf(
  part: string,
  { value, interval }: Estimate,
  { deployment }: Assessment,
): number[] | null {
  const { volume, capacity } = deployment;
  if (volume === null) return null;
  const share = (part === "value" ? value : part === "low" ? interval?.low : interval?.high) ?? 0;
  const cases = volume.cases * ((daysPer[capacity?.per ?? volume.per] ?? 1) / (daysPer[volume.per] ?? 1));
  return [Math.round(share * cases), Number((share * cases).toPrecision(2))];
}

describe.each([...documentNames, ...boardNames])("the numbers of %s", (name) => {
  it("say the same in their words as in their value", () => {
    const numbers = numbersOf(documentAt(built, name).html);
    const different = numbers.filter(({ text, value }) => written(text) !== value);
    expect(different).toEqual([]);
    expect(numbers.length).toBeGreaterThanOrEqual(10);
  });

  it("agree with the Assessment they name", () => {
    const { complaints, checked } = checkNumbers(documentAt(built, name));
    expect(complaints).toEqual([]);
    // A note on one case tells past cases and amounts; hardly any estimate of the model.
    expect(checked).toBeGreaterThan(name.endsWith("/case-note") ? 0 : 3);
  });

  it("name nothing that is not there", () => {
    const { html, assessment } = documentAt(built, name);
    const known = new Set([
      ...assessment.estimates.map(({ id }) => id),
      ...assessment.slices.map(({ id }) => `slice:${id}`),
      ...["all", ...assessment.coverage.map(({ slice }) => slice)].map((id) => `slice:${id}`),
      ...assessment.criteria.map(({ id }) => `criterion:${encodeName(id)}`),
      ...assessment.findings.map(({ id }) => `finding:${id}`),
      ...assessment.limitations.map(({ id }) => `limitation:${id}`),
      ...assessment.confidence.map(({ claim }) => `confidence:${claim}`),
      ...assessment.scenarios.map(({ id }) => `option:${id}`),
      ...assessment.evaluations.map(({ id }) => `evaluation:${id}`),
      ...sourcesOf(html, assessment).keys(),
      ...settingRefs(html),
      "matrix:confusion@all",
    ]);
    // Counts behind charts and settings stand in the page itself; the tests below recompute them.
    const own = /^(distribution|table|curve|plan|alike):/;
    const strange = numbersOf(html).filter(({ ref }) => !known.has(ref) && !own.test(ref));
    expect(strange.map(({ ref }) => ref)).toEqual([]);
  });

  it("are those of the settings they name", async () => {
    const { complaints, checked } = await checkScenario(documentAt(built, name));
    expect(complaints).toEqual([]);
    // A briefing folds five settings under its page.
    if (/briefing|scenario-board/.test(name)) expect(checked).toBeGreaterThan(25);
  });

  it("are the sums of the matrix they stand under", () => {
    const { html, assessment } = documentAt(built, name);
    const counts = (["recall", "false-alarms"] as const).map((metric) => {
      const own = assessment.estimates.filter(({ id }) => id === `${metric}@all`);
      const [{ numerator, denominator } = { numerator: null, denominator: null }] = own;
      return { flagged: numerator ?? 0, n: denominator ?? 0, rest: (denominator ?? 0) - (numerator ?? 0) };
    });
    const told = numbersOf(html).filter(({ ref }) => ref.startsWith("matrix:"));
    const wrong = told.filter(({ part, value }) => {
      const sums = counts.map((one) => (one as Readonly<Record<string, number>>)[part] ?? Number.NaN);
      return value !== sums.reduce((sum, count) => sum + count, 0);
    });
    expect(wrong).toEqual([]);
    if (name.endsWith("model-card")) expect(told).toHaveLength(3);
  });

  it("count the rows of the evidence, under its name or its number", () => {
    const { html, assessment } = documentAt(built, name);
    const rows = sourcesOf(html, assessment);
    const told = numbersOf(html).filter(({ ref }) => ref.startsWith("source:"));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ ref, value }) => rows.get(ref) !== value)).toEqual([]);
  });

  it("count the cases of each group as the Assessment does", () => {
    const { html, assessment } = documentAt(built, name);
    const sizes = new Map(assessment.slices.map(({ id, n }) => [`slice:${id}`, n]));
    const told = numbersOf(html).filter(({ ref, part }) => part === "n" && sizes.has(ref));
    expect(told.filter(({ ref, value }) => sizes.get(ref) !== value)).toEqual([]);
  });

  it("repeat what a criterion asks and what decides it", () => {
    const { html, assessment } = documentAt(built, name);
    const criteria = new Map(
      assessment.criteria.map((criterion) => [`criterion:${encodeName(criterion.id)}`, criterion]),
    );
    const told = numbersOf(html).filter(({ ref }) => ref.startsWith("criterion:"));
    const wrong = told.filter((number) => {
      const criterion = criteria.get(number.ref);
      return criterion === undefined || !saysCriterion(number, criterion, assessment);
    });
    expect(wrong).toEqual([]);
    if (name.endsWith("model-card")) expect(told.length).toBeGreaterThan(5);
  });

  it("are the same numbers in the page and in its embedded data", () => {
    const { html, assessment } = documentAt(built, name);
    const embedded = embeddedIn(html);
    const whole = new Map(assessment.estimates.map((estimate) => [estimate.id, estimate]));
    const off = embedded.estimates.filter(({ id, value, reason }) => {
      const right = whole.get(id)?.value ?? null;
      if (value === null || right === null) return false;
      // Beside a withheld group a rate of few cases is told to a twentieth.
      const isCoarse =
        reason === "neighbour-of-small-cell" && Number.isInteger(Number((value * 20).toFixed(6)));
      return Math.abs(value - right) > (isCoarse ? 0.025 : 0.005) * Math.max(1, Math.abs(right));
    });
    expect(off).toEqual([]);
  });
});

/** Rows of each file of evidence by the reference the page knows it under: outside the house files are numbered. */
function sourcesOf(html: string, { sources }: Assessment): Map<string, number> {
  const isOutside = /"audience":"(customer|public)"/.test(html);
  return new Map(
    sources.map((source, index) => {
      const ending = /\.[a-z]+$/.exec("path" in source ? source.path : "")?.[0] ?? "";
      const name = isOutside ? `evidence-${index + 1}${ending}` : sourceName(source);
      return [`source:${name}`, source.rows ?? 0];
    }),
  );
}

/** References to settings as the page names them: what they must say is held against the counts by score. */
function settingRefs(html: string): string[] {
  const known = /^scenario:(total|net|break-even|-?[\d.e-]+#(recall|false-alarms|precision|flagged))$/;
  return numbersOf(html).flatMap(({ ref }) => (known.test(ref) ? [ref] : []));
}

/** The bound that was agreed, the value that was seen, or the limit that decides. */
function saysCriterion(number: PrintedNumber, criterion: Criterion, { estimates }: Assessment): boolean {
  const { part, value, of } = number;
  const seen = estimates.find(({ id }) => id === criterion.estimate)?.value ?? null;
  const candidates =
    part === "bound" ? [criterion.limit] : part === "value" ? [criterion.bound, seen, criterion.ratio] : [];
  const step = of === null ? 0.005 : 0.05;
  const near = (exact: number | null): boolean =>
    exact !== null && Math.abs(value - exact * (of ?? 1)) <= step + 1e-9;
  return candidates.length === 0 || candidates.some(near);
}
