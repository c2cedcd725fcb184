import type { Criterion, Estimate, EvaluationFacts } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { GridCell, GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import {
  countedPieces,
  criterionName,
  limitPieces,
  neededPieces,
  ratioPieces,
  seenPieces,
  type ToldCriterion,
} from "../phrasing/criterion-words.js";
import { formatDate } from "../phrasing/format-date.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { casesOf } from "../phrasing/subject-words.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartKind } from "./chart-context.js";
import { coordinate } from "./svg.js";

/**
 * Every criterion on one scale: what was seen as a dot, how far it may reach as a bar, what was agreed as one line for
 * all of them. Left of the line the criterion holds.
 *
 * Criteria have bounds of their own, so the scale is the error in parts of what was agreed: twice as many errors as
 * agreed lie at the right end. For a share that has to be high, what counts is the rest up to one.
 */
export const criteriaBounds: ChartKind = {
  id: "criteria-bounds",
  summary: "every criterion as dot and one-sided bound against what was agreed, with its verdict",
  missing: "chart.no-criteria",
  draw: (context) => {
    const { voice, criteria } = context;
    if (criteria.length === 0) return null;
    const label = (name: string): readonly Inline[] => voice.say(`acceptance.bounds.${name}`);
    const count = (...verdicts: Criterion["verdict"][]): number =>
      criteria.filter(({ criterion }) => verdicts.includes(criterion.verdict)).length;
    const [passed, failed] = [count("pass"), count("fail")];
    const open = criteria.length - passed - failed;
    const slots = {
      grouped: new Set(criteria.map(({ criterion }) => criterion.of)).size < criteria.length ? "yes" : "no",
      all: formatCount(criteria.length, voice.lang),
      all_n: criteria.length,
      passed: formatCount(passed, voice.lang),
      passed_n: passed,
      failed: formatCount(failed, voice.lang),
      failed_n: failed,
      open: formatCount(open, voice.lang),
      open_n: open,
    };
    return {
      kind: "criteria-bounds",
      id: "criteria-bounds",
      title: voice.say("acceptance.bounds.title", slots),
      note: [...label("note"), text(" "), ...windowOf(voice, criteria, context.evaluations)],
      alt: plainText(voice.say("acceptance.bounds.alt", slots)),
      panels: [],
      grid: {
        id: "criteria-bounds",
        caption: [],
        note: [],
        columns: [
          { label: label("criterion"), align: "start" },
          { label: label("drawing"), align: "start", drawing: true },
          { label: label("needed"), align: "end" },
          { label: label("seen"), align: "end" },
          { label: label("bound"), align: "end" },
          { label: label("verdict"), align: "start" },
        ],
        rows: criteria.map((told, index) => rowOf(voice, told, criteria[index - 1])),
        foot: [],
      },
      gridOpen: true,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

/** From when to when the cases of all criteria are. */
function windowOf(
  voice: Voice,
  criteria: readonly ToldCriterion[],
  evaluations: readonly EvaluationFacts[],
): readonly Inline[] {
  const used = new Set(criteria.map(({ criterion }) => criterion.evaluation));
  const windows = evaluations.flatMap(({ id, collected }) =>
    used.has(id) && collected !== null ? [collected] : [],
  );
  const [first] = windows.map((window) => window.first).sort();
  const last = windows
    .map((window) => window.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return voice.say("acceptance.bounds.undated");
  return voice.say("acceptance.bounds.window", {
    first: formatDate(first, voice.lang),
    last: formatDate(last, voice.lang),
  });
}

/** A row per criterion and group; the criterion is named in full where its rows begin. */
function rowOf(voice: Voice, told: ToldCriterion, before: ToldCriterion | undefined): GridRow {
  const { criterion, group } = told;
  const { verdict } = criterion;
  const opens = before?.criterion.of !== criterion.of;
  const exact = countedPieces(voice, told);
  const seen = seenPieces(voice, told);
  const same = plainText(exact) === plainText(seen);
  const limit = limitPieces(voice, told);
  const ratio = ratioPieces(voice, told);
  return {
    cells: [
      {
        pieces: [
          text(criterion.of),
          ...(opens ? [text(" "), ...criterionName(voice, told)] : []),
          ...(group === null ? [] : [text(": "), ...casesOf(voice, group)]),
        ],
      },
      strip(told),
      { pieces: neededPieces(voice, told) },
      {
        pieces:
          criterion.metric === null
            ? voice.say("acceptance.bounds.no-number")
            : [
                ...seen,
                ...(exact.length === 0 || same ? [] : [text(" ("), ...exact, text(")")]),
                ...(ratio.length === 0 ? [] : [text("; "), ...ratio]),
              ],
      },
      { pieces: limit.length === 0 ? voice.say("acceptance.bounds.no-bound") : limit },
      {
        pieces: voice.say(`acceptance.verdict.${verdict}`),
        svg: verdictMark(verdict),
        ...(verdict === "fail" ? { tone: "wrong" as const } : {}),
      },
    ],
  };
}

/** The dot, the bar to the bound that decides, and the line of what was agreed. */
function strip({ criterion, estimate }: ToldCriterion): GridCell {
  const { limit, verdict } = criterion;
  const [seen, reach] = [
    estimate?.value == null ? null : parts(criterion, estimate, seenOf(criterion, estimate.value)),
    limit === null || estimate === undefined ? null : parts(criterion, estimate, limit),
  ];
  if (seen === null && reach === null) return { pieces: [], svg: emptyStrip };
  const tone = verdict === "fail" ? " s-weak" : "";
  const from = seen ?? reach ?? 0;
  const bar =
    reach === null
      ? ""
      : `<line class="s-range${tone}" x1="${at(Math.min(from, reach))}" x2="${at(Math.max(from, reach))}" y1="10" y2="10"/>`;
  const ends = [from, reach ?? from].some((value) => value > most)
    ? `<svg class="s-mark${tone}" x="100%" overflow="visible" width="1" height="20"><path d="M-6 5l5 5-5 5z"/></svg>`
    : "";
  const dot =
    seen === null || seen > most
      ? ""
      : `<svg class="s-mark${tone}" x="${at(seen)}" overflow="visible" width="1" height="20"><circle cx="0" cy="10" r="4.5"/></svg>`;
  return {
    pieces: [],
    svg: `<svg class="strip" height="20" width="100%" aria-hidden="true"><line class="s-base" x1="2%" x2="98%" y1="10" y2="10"/><line class="s-agreed" x1="${at(1)}" x2="${at(1)}" y1="0" y2="20"/>${bar}${ends}${dot}</svg>`,
  };
}

const emptyStrip =
  '<svg class="strip" height="20" width="100%" aria-hidden="true"><line class="s-agreed" x1="50%" x2="50%" y1="0" y2="20"/></svg>';

/** Right end of the scale, in parts of what was agreed. */
const most = 2;

function at(value: number): string {
  return `${coordinate(2 + (96 * Math.min(Math.max(value, 0), most)) / most)}%`;
}

/** What was seen in the unit of the bound: of a comparison with another group the ratio, not the rate. */
function seenOf({ operator, ratio }: Criterion, value: number): number | null {
  return operator === "relative" ? ratio : value;
}

/**
 * A value as parts of the error that was agreed: 1 lies on the line, more breaks the criterion. Null where the criterion
 * knows no one bound, and where its unit has no rest up to one.
 */
function parts({ operator, bound }: Criterion, { unit }: Estimate, value: number | null): number | null {
  if (bound === null || value === null) return null;
  if (operator === "at-most" || operator === "relative") return bound === 0 ? null : value / bound;
  if (operator === "at-least" && (unit === "share" || unit === "index") && bound < 1)
    return (1 - value) / (1 - bound);
  // A loss against the margin; a gain lies at the left end.
  if (operator === "non-inferior") return value / bound;
  return null;
}

/** Square for a verdict: full holds, crossed fails, half is open, empty could not be judged. */
function verdictMark(verdict: Criterion["verdict"]): string {
  const frame = '<rect x="1" y="1" width="10" height="10"/>';
  const inner: Readonly<Record<Criterion["verdict"], string>> = {
    pass: '<path class="v-full" d="M1 1h10v10h-10z"/>',
    fail: '<path d="M1 1l10 10M11 1l-10 10"/>',
    inconclusive: '<path class="v-full" d="M1 1h5v10h-5z"/>',
    "not-evaluable": "",
    stale: '<path d="M1 6h10"/>',
    void: '<path d="M1 11l10-10"/>',
  };
  return `<svg class="verdict-mark v-${verdict}" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${frame}${inner[verdict]}</svg>`;
}
