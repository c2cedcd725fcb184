import type { Estimate } from "../../model/assessment.js";
import type { GridCell, GridRow } from "../../model/grid.js";
import type { IncidentSums } from "../../model/incident-facts.js";
import type { Inline } from "../../model/inline.js";
import { formatCount } from "../../phrasing/format-number.js";
import { counted } from "../../phrasing/counted.js";
import type { DocumentContext } from "../context.js";
import { incidentOf, type Incident } from "../incident-of.js";
import { perHundred } from "../../phrasing/per-hundred.js";
import type { TableKind } from "../table-kind.js";

/** Stretches that a first brief compares, and those of a follow-up: the rule is then told as it was used. */
const first: readonly IncidentSums["role"][] = ["before", "after", "rule-after"];
const followUp: readonly IncidentSums["role"][] = ["before", "after", "result-model", "result-rule"];

/** The forecast before and since the break, and the rule that replaces it, side by side in the same numbers. */
export const incidentCompare: TableKind = {
  id: "incident-compare",
  summary: "a forecast before and since a break, beside the rule that replaces it",
  build: (context) => {
    const incident = incidentOf(context);
    // Where no break can be shown, a comparison would tell the story that the page does not tell.
    if (incident?.series?.break == null) return null;
    const { voice } = context;
    const shown = incident.sums("result-rule") === undefined ? first : followUp;
    const sums = shown.flatMap((role) => incident.sums(role) ?? []);
    if (sums.length < 2) return null;
    const say = (phrase: string, slots = {}): readonly Inline[] =>
      voice.say(`incident.compare.${phrase}`, { quantity: incident.quantity, ...slots });
    const bare = (role: IncidentSums["role"]): readonly Inline[] =>
      perHundred(voice, estimateOf(context, incident.sums(role), "wape")).value;
    const compared = incident.sums("before") !== undefined && incident.sums("after") !== undefined;
    return {
      id: "incident-compare",
      caption: say("caption", {
        broken: compared ? "yes" : "no",
        before: compared ? bare("before") : "",
        after: compared ? bare("after") : "",
      }),
      note: say("note"),
      columns: [
        { label: say("what"), align: "start" },
        ...sums.map(({ role }) => ({ label: say(role), align: "end" as const })),
      ],
      rows: [
        rowOf(say("periods"), sums, ({ role, periods }) => [count(context, `${role}/periods`, periods)]),
        rowOf(say("wape"), sums, (one) => perHundred(voice, estimateOf(context, one, "wape")).short),
        rowOf(say("over"), sums, ({ role, over }) => [incident.amount(`${role}/over`, over)]),
        rowOf(say("under"), sums, ({ role, under }) => [incident.amount(`${role}/under`, under)]),
        ...insideRow(context, sums, say),
        ...outsideRow(context, incident, sums, say),
      ],
      foot: [],
    };
  },
};

type Words = (
  phrase: string,
  slots?: Readonly<Record<string, string | readonly Inline[] | Inline>>,
) => readonly Inline[];

function rowOf(
  label: readonly Inline[],
  sums: readonly IncidentSums[],
  told: (sums: IncidentSums) => readonly Inline[],
): GridRow {
  return { cells: [{ pieces: label }, ...sums.map((one): GridCell => ({ pieces: told(one) }))] };
}

/** How often the actual fell into the range that the forecast gave itself; only where one gave any. */
function insideRow(context: DocumentContext, sums: readonly IncidentSums[], say: Words): GridRow[] {
  const { voice } = context;
  const found = sums.map((one) => estimateOf(context, one, "interval-coverage"));
  if (found.every((estimate) => estimate?.numerator == null)) return [];
  const cells = found.map((estimate): GridCell => {
    if (estimate?.numerator == null || estimate.denominator === null)
      return { pieces: voice.say("table.not-measured") };
    return {
      pieces: say("x-of-n", {
        x: counted(voice, estimate.id, "numerator", estimate.numerator),
        n: counted(voice, estimate.id, "denominator", estimate.denominator),
      }),
    };
  });
  return [{ cells: [{ pieces: say("inside") }, ...cells] }];
}

/** The series knows the stretch before and the one since; of a rule it knows nothing. */
function outsideRow(
  context: DocumentContext,
  { series }: Incident,
  sums: readonly IncidentSums[],
  say: Words,
): GridRow[] {
  const band = series?.band;
  if (band == null) return [];
  const of = (role: "before" | "since"): readonly Inline[] =>
    say("x-of-n", {
      x: count(context, `band/${role}/outside`, band[role].above + band[role].below),
      n: count(context, `band/${role}/n`, band[role].n),
    });
  const cells = sums.map(({ role }): GridCell => {
    if (role === "before" || role === "after") return { pieces: of(role === "before" ? "before" : "since") };
    return { pieces: context.voice.say("table.not-measured") };
  });
  return [{ cells: [{ pieces: say("outside") }, ...cells] }];
}

function estimateOf(
  context: Pick<DocumentContext, "assessment" | "estimate">,
  sums: IncidentSums | undefined,
  metric: string,
): Estimate | undefined {
  if (sums === undefined) return undefined;
  return context.estimate(`${sums.evaluation}/${metric}@all`) ?? context.estimate(`${metric}@all`);
}

function count(
  { voice, index }: Pick<DocumentContext, "voice" | "index">,
  role: string,
  value: number,
): Inline {
  return {
    type: "datum",
    ref: `incident:${index}/${role}`,
    part: "n",
    value,
    text: formatCount(value, voice.lang),
  };
}
