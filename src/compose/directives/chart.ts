import { charts } from "../../charts/all.js";
import type { ChartContext, ChartKind, ShownSeries } from "../../charts/chart-context.js";
import type { Message, Place } from "../../errors.js";
import type { EvaluationFacts } from "../../model/assessment.js";
import type { Chart } from "../../model/chart.js";
import type { Inline } from "../../model/inline.js";
import { suggestName } from "../../model/nearest-name.js";
import { toldCriteria } from "../../phrasing/criterion-words.js";
import { text } from "../../phrasing/inline.js";
import { baselineFactsOf } from "../baseline-facts.js";
import { budgetFactsOf } from "../budget-facts.js";
import { caseFactsOf } from "../case-facts.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { documentClaims } from "../document-claims.js";
import { seriesTable } from "../incident-of.js";
import { paragraphOf } from "../inline-nodes.js";
import { rankedLimitations } from "../limitation-order.js";
import { visibleRisk } from "../visible-risk.js";
import { limitationTitle } from "../limitation-title.js";
import { pairFactsOf } from "../pair-facts.js";
import { estimateAt, resolveSlice } from "../resolve.js";
import { showInvisibleIn } from "../../visible-text.js";

/**
 * A chart of the registry: `::chart{id="icon-array" of="country=DE" against="country!=DE"}`.
 *
 * A kind of evidence that the document is not about is found in the plan: `::chart{id="attack-matrix"}` draws the
 * attacks of a card about matches. `evaluation` names one of several.
 */
export const chart: Directive = {
  id: "chart",
  forms: ["leaf"],
  attributes: ["id", "of", "against", "evaluation", "quiet"],
  values: { quiet: ["yes", "no"] },
  inNotes: true,
  build: ({ attributes, place }, context) => {
    const kind = charts.find(({ id }) => id === attributes.id);
    if (kind === undefined) {
      context.report({
        code: "unknown-directive",
        severity: "error",
        place,
        text: `There is no chart "${attributes.id ?? ""}".`,
        hint: suggestName(
          attributes.id ?? "",
          charts.map(({ id }) => id),
        ),
      });
      return [];
    }
    const about = aboutEvidence(context, kind, attributes.evaluation);
    if (attributes.evaluation !== undefined && about.evaluation.id !== attributes.evaluation) {
      context.report(noEvaluation(attributes.evaluation, context, place));
      return [];
    }
    const of = resolveSlice(attributes.of, about, place);
    const against = resolveSlice(attributes.against, about, place);
    if (of === undefined || against === undefined) return [];
    const seen = chartContext(about);
    const drawn = kind.draw(seen, { of, against });
    if (drawn === null) {
      // What is withheld is said even where a chart may be missing: no edition hides that it hides.
      const reason = kind.reason?.(seen) ?? null;
      return attributes.quiet === "yes" && reason === null
        ? []
        : [paragraphOf([context.voice.say(reason ?? kind.missing)])];
    }
    const twin = context.charts.filter((other) => other.kind === drawn.kind).length;
    // Names in a picture cannot turn the direction or hide letters.
    const finished = showInvisibleIn<Chart>({
      ...drawn,
      id: twin === 0 ? drawn.id : `${drawn.id}-${twin + 1}`,
      note: [
        ...drawn.note,
        text(" "),
        ...sourceOf(about, kind.id === "series-break" ? shownSeries(context)?.facts.evaluation : undefined),
      ],
    });
    context.charts.push(finished);
    return [{ type: "chart", chart: finished }];
  },
};

function noEvaluation(wanted: string, { assessment }: DocumentContext, place: Place): Message {
  return {
    code: "dangling-reference",
    severity: "error",
    place,
    text: `There is no evaluation "${wanted}".`,
    hint: suggestName(
      wanted,
      assessment.evaluations.map(({ id }) => id),
    ),
  };
}

/** The document seen from the evidence that a chart is drawn of. */
export function aboutEvidence(
  context: DocumentContext,
  { tasks }: Pick<ChartKind, "tasks">,
  wanted?: string,
): DocumentContext {
  const fits = ({ id, task }: EvaluationFacts): boolean =>
    wanted === undefined ? tasks === undefined || tasks.includes(task) : id === wanted;
  const evaluation = [context.evaluation, ...context.assessment.evaluations].find(fits);
  if (evaluation === undefined || evaluation.id === context.evaluation.id) return context;
  const own = context.assessment.slices.filter((slice) => slice.evaluation === evaluation.id);
  const slices = new Map(own.map((slice) => [slice.id, slice]));
  return { ...context, evaluation, slice: (id) => slices.get(id) };
}

/** Where the numbers of a chart come from: pictures are cut out of their pages. */
function sourceOf(
  { assessment, evaluation, voice }: DocumentContext,
  wanted: string = evaluation.id,
): readonly Inline[] {
  const { basis, source } = assessment.evaluations.find(({ id }) => id === wanted) ?? evaluation;
  return voice.say("chart.source", { basis, source: source ?? "" });
}

/** The view of a document that charts have. */
export function chartContext(context: DocumentContext): ChartContext {
  const { assessment, evaluation, voice } = context;
  return {
    voice,
    evaluation,
    slices: assessment.slices,
    findings: assessment.findings,
    estimate: (metric, slice) => estimateAt(context, metric, slice),
    facets: (metric, slice) =>
      assessment.estimates.filter(
        (one) =>
          one.evaluation === evaluation.id &&
          one.metric === metric &&
          one.slice === slice &&
          one.facet !== undefined,
      ),
    distribution: (slice) =>
      assessment.distributions.find((one) => one.evaluation === evaluation.id && one.slice === slice),
    table: (name, slice) =>
      assessment.tables.find(
        (one) =>
          one.evaluation === evaluation.id && one.slice === slice && one.id.endsWith(`${name}@${slice}`),
      ),
    series: shownSeries(context),
    scenarios: assessment.scenarios.filter((one) => one.evaluation === evaluation.id),
    // Each of these is looked up by one or two kinds of chart, and costs more than most charts.
    get claims() {
      return documentClaims(context);
    },
    evaluations: assessment.evaluations,
    get criteria() {
      return toldCriteria(assessment, context.estimate);
    },
    get case() {
      return caseFactsOf(context);
    },
    get risks() {
      return shownRisks(context);
    },
    likelihoodSteps: assessment.register.likelihood,
    baseRate: assessment.deployment.base_rate,
    get baseline() {
      return baselineFactsOf(context);
    },
    get money() {
      return budgetFactsOf(context);
    },
    get pair() {
      return pairFactsOf(context);
    },
  };
}

function shownRisks(context: DocumentContext): ChartContext["risks"] {
  return rankedLimitations(context).flatMap((record) =>
    record.risk === null
      ? []
      : [{ id: record.id, title: limitationTitle(context, record), risk: visibleRisk(record.risk) }],
  );
}

/** The series that an incident names, else that of the document's own evidence. */
function shownSeries(context: DocumentContext): ShownSeries | null {
  const { assessment, document, evaluation, index } = context;
  const incident = assessment.incidents.find((one) => one.document === index);
  const wanted = incident?.series ?? evaluation.id;
  const facts = assessment.series.find((one) => one.evaluation === wanted);
  const table = seriesTable(context, wanted);
  if (facts === undefined || table === undefined) return null;
  const title = assessment.evaluations.find(({ id }) => id === wanted)?.title ?? wanted;
  const done = (document.actions ?? []).flatMap(({ do: what, done: at }) =>
    at === undefined ? [] : [{ what, at }],
  );
  return { facts, table, title, done };
}
