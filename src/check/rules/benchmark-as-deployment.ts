import type { EvaluationFacts } from "../../model/assessment.js";
import type { Rule } from "../rule.js";
import { untoldEvidence } from "../untold-evidence.js";

/** What a model does on a benchmark is told as what it does on that benchmark. */
export const benchmarkAsDeployment: Rule = {
  id: "benchmark-as-deployment",
  alias: "L23",
  severity: "error",
  summary: "A number of a benchmark or of simulated cases says so where it is told.",
  why: "A benchmark holds other cases than the reader’s. “A is right 86 of 100 times” promises what nobody has seen; “on the benchmark” says what was seen.",
  exceptions:
    "Simulated cases need saying once in the document, since all of it is about them; the notice on every page will do. A sentence of a template is served by the line about the evidence.",
  source: "Wong 2021, a sepsis model outside its vendor’s data",
  examples: {
    in: "benchmark",
    ok: ['On the benchmark it is right :rate{ref="accuracy-test@all"} times.'],
    notOk: ['It is right :rate{ref="accuracy-test@all"} times.', "It is right 95 of 100 times."],
  },
  claims: (document) => {
    const { notice } = document.assessment;
    const simulated =
      simulation.test(notice ?? "") ||
      document.sentences.some(({ text, annex }) => !annex && simulation.test(text));
    return untoldEvidence(document, (evaluation) =>
      simulated && evaluation.kind === "synthetic" ? null : wordsFor(evaluation),
    ).map(({ sentence, evaluation, start, end }) => ({
      sentence,
      start,
      end,
      text: `Unexpected number of ${evaluation.kind === "synthetic" ? "simulated cases" : "a benchmark"} told as if of real use, expected "on ...".`,
      hint: `Say: on ${evaluation.title ?? "the benchmark"}, ...`,
    }));
  },
};

const simulation = /synthetic|simulat|synthetisch|made[- ]up/i;

function wordsFor({ kind, title }: EvaluationFacts): RegExp | null {
  if (kind === "synthetic") return simulation;
  if (kind !== "benchmark") return null;
  const name = title === null ? "" : `|${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
  return new RegExp(
    `benchmark|public (?:test|data|toolbox)|\\blab(?:oratory)?\\b|Vergleichstest|Testdaten${name}`,
    "i",
  );
}
