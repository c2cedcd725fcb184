import { charts } from "../charts/all.js";
import { rules } from "../check/rules/all.js";
import { rulePage } from "./rule-page.js";
import type { Entry } from "./catalogue-entry.js";
import { domainEntries, stopEntries } from "./confidence-entries.js";
import { analogyConditions } from "../compose/analogy-conditions/all.js";
import type { Directive } from "../compose/directive.js";
import { directives } from "../compose/directives/all.js";
import { tables } from "../compose/tables/all.js";
import { finders } from "../find/finders/all.js";
import type { Materials } from "../model/materials.js";
import { audiences } from "../model/plan.js";
import { patterns } from "../phrasing/patterns/all.js";
import { allMetrics, metrics, metricsOfTask } from "../metrics/all.js";
import { needsOf, triedOn } from "./list-analogies.js";
import { tasks } from "../model/plan.js";

/** Everything that can be listed, by the word one lists it with. */
export function catalogue(
  materials: Pick<Materials, "documents" | "analogies" | "phrases">,
): Readonly<Record<string, readonly Entry[]>> {
  return {
    kinds: Object.values(materials.documents).map(
      ({ kind, title, summary, audience, slots, needs, pages }) => ({
        id: kind,
        summary,
        details: [
          `Title: ${title}`,
          `Usual edition: ${audience}`,
          `Notes it takes: ${slots.join(", ")} (notes/<slot>.md or notes/${kind}/<slot>.md)`,
          `A final one needs: ${needs.join(", ") || "nothing more"}`,
          `Pages: ${pages === null ? "as many as it takes" : `at most ${pages}`}`,
        ],
      }),
    ),
    metrics: allMetrics.map(({ id, summary, of, unit }) => ({
      id,
      summary,
      details: [
        `Unit: ${unit}, of ${of}`,
        `Measured in evidence of task ${tasks.filter((task) => metricsOfTask[task].some((own) => own.id === id)).join(", ")}`,
        ...whereMeasured(id),
      ],
    })),
    charts: charts.map(({ id, summary }) => ({ id, summary, details: [`In a note: ::chart{id="${id}"}`] })),
    tables: tables.map(({ id, summary }) => ({ id, summary, details: [`In a note: ::table{id="${id}"}`] })),
    directives: directives.map((directive) => ({
      id: directive.id,
      summary: `${directive.forms.join(" or ")} directive${directive.inNotes ? "" : ", for templates"}`,
      details: writtenAs(directive),
    })),
    analogies: Object.values(materials.analogies).map((analogy) => ({
      id: analogy.id,
      summary: `explains ${analogy.concept}; needs ${analogy.requires.join(", ")}; ${triedOn(analogy)}`,
      details: [
        ...needsOf(analogy),
        `Editions it does not suit: ${analogy.avoid.join(", ") || "none"}`,
        `Where it breaks down: ${(analogy.breaks ?? "").replace(/\*\*.*?\*\*/, "").trim()}`,
        `In the plan: documents: [{kind: briefing, analogy: ${analogy.id}}]`,
      ],
    })),
    conditions: analogyConditions.map(({ id, summary }) => ({
      id,
      summary,
      details: [`In an analogy: requires: [${id}]`],
    })),
    rules: rules.map((rule) => ({
      id: rule.id,
      alias: rule.alias,
      summary: rule.summary,
      details: rulePage(rule),
    })),
    findings: finders.map(({ id, summary }) => ({ id, summary, details: [] })),
    patterns: patterns.map(({ id, letter, summary }) => ({
      id,
      alias: letter,
      summary,
      details: [
        `Pattern ${letter}: \`forthright explain patterns <project>\` says which a project's numbers allow, and why`,
      ],
    })),
    formats: [
      { id: "html", summary: "one self-contained page per document", details: [] },
      { id: "pdf", summary: "the same page printed, tagged, with the data attached", details: [] },
      { id: "md", summary: "Markdown with pictures in charts/", details: [] },
      { id: "json", summary: "the whole Assessment", details: [] },
      {
        id: "backlog",
        summary: "work items for a tracker, by expected harm: backlog.md, and backlog.csv for import",
        details: [],
      },
    ],
    stops: stopEntries(materials),
    domains: domainEntries(materials),
    audiences: audiences.map((id) => ({ id, summary: audienceMeaning[id], details: [] })),
  };
}

const audienceMeaning: Readonly<Record<(typeof audiences)[number], string>> = {
  internal: "everything, small groups included",
  auditor: "everything but small groups and internal records",
  executive: "decisions, with the records executives may see",
  customer: "approved wording; nothing that helps an attacker",
  public: "what anyone may read",
};

/** Of a metric of binary evidence: over which cases, and whether it stands on a base rate. */
function whereMeasured(id: string): string[] {
  const metric = metrics.find((own) => own.id === id);
  if (metric === undefined) return [];
  const { scope, atBaseRate } = metric;
  return [
    `Measured over ${scope === "all" ? "all cases" : scope === "slices" ? "all cases and each slice" : "all cases, each slice and every other case"}`,
    atBaseRate ? "Stands on the deployment base rate; absent without one." : "Measured in the evidence.",
  ];
}

const colons: Readonly<Record<Directive["forms"][number], string>> = {
  text: ":",
  leaf: "::",
  container: ":::",
};

/** How a directive is written, and what its attributes may say. */
function writtenAs({ id, forms, attributes, values = {}, inNotes }: Directive): string[] {
  const given = attributes.map((name) => `${name}="..."`).join(" ");
  return [
    ...forms.map((form) => {
      const where = form === "text" ? "within a line" : "on a line of its own";
      return `${inNotes ? "In a note" : "In a template"}, ${where}: ${colons[form]}${id}${given === "" ? "" : `{${given}}`}`;
    }),
    ...Object.entries(values).map(([name, known]) => `${name} is one of ${known.join(", ")}`),
    ...(attributes.includes("ref")
      ? ["ref is an estimate, as metric@slice: recall@all, recall@country=DE"]
      : []),
  ];
}
