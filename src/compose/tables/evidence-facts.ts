import { isBinary } from "../../model/tasks.js";
import { counted } from "../../phrasing/counted.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatThreshold } from "../../phrasing/format-number.js";
import type { Inline } from "../../model/inline.js";
import { sourceDigest, sourceName } from "../../model/source-name.js";
import { text } from "../../phrasing/inline.js";
import { countedEvidence } from "../counted-evidence.js";
import { factsGrid, type FactLine } from "../facts-grid.js";
import type { DocumentContext } from "../context.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** How it was measured: source, cases, exclusions, threshold, dates. */
export const evidenceFacts: TableKind = {
  id: "evidence-facts",
  summary: "how it was measured: source, cases, exclusions, threshold, dates",
  build: (context) => {
    const { voice, evaluation, assessment } = context;
    const { excluded, collected, threshold } = evaluation;
    const general = !isBinary(evaluation.task);
    const source = assessment.sources.find((one) => sourceName(one) === evaluation.source);
    const ref = `evaluation:${evaluation.id}`;
    const number = (value: number): Inline => counted(voice, ref, "n", value);
    const out = excluded.label_blank + excluded.score_blank + excluded.score_not_finite;
    return factsGrid(context, "evidence-facts", [
      ["title", evaluation.title ?? evaluation.id],
      ["kind", voice.say(`kind.${evaluation.kind ?? "unknown"}`)],
      [
        "source",
        source === undefined
          ? voice.say(`table.evidence-facts.basis-${evaluation.basis}`)
          : [text(`${visibleText(sourceName(source))}, sha256 ${sourceDigest(source).slice(0, 16)}`)],
      ],
      [
        "cases",
        general
          ? countedEvidence(context)
          : voice.say("table.evidence-facts.cases-value", {
              used: number(evaluation.used),
              p: counted(voice, ref, "positives", evaluation.positives ?? 0),
              neg: counted(voice, ref, "negatives", evaluation.negatives ?? 0),
              positives: voice.words.positive[evaluation.positives === 1 ? 0 : 1],
              negatives: voice.words.negative[evaluation.negatives === 1 ? 0 : 1],
              cases: voice.words.case[1],
            }),
      ],
      [
        "excluded",
        evaluation.rows === null
          ? null
          : voice.say(
              out === 0 ? "table.evidence-facts.excluded-none" : "table.evidence-facts.excluded-value",
              {
                rows: number(evaluation.rows),
                labels: number(excluded.label_blank),
                scores: number(excluded.score_blank + excluded.score_not_finite),
              },
            ),
      ],
      [
        "duplicates",
        evaluation.duplicates === null
          ? voice.say("table.evidence-facts.duplicates-unchecked")
          : [number(evaluation.duplicates)],
      ],
      [
        "subjects",
        evaluation.subjects === null
          ? voice.say("table.evidence-facts.subjects-none")
          : [number(evaluation.subjects)],
      ],
      ...(general && threshold === null ? [] : thresholdLines(context)),
      [
        "collected",
        collected === null
          ? null
          : `${formatDate(collected.first, voice.lang)} – ${formatDate(collected.last, voice.lang)}`,
      ],
      ["matured", evaluation.matured],
      ["model-version", evaluation.model_version],
    ]);
  },
};

/** Where a score is cut, and on which cases that was chosen. */
function thresholdLines({ voice, assessment, evaluation }: DocumentContext): FactLine[] {
  if (assessment.held.includes("cut-off")) return [["threshold", voice.say("reason.held")]];
  const { threshold, score } = evaluation;
  const ref = `evaluation:${evaluation.id}`;
  return [
    [
      "threshold",
      threshold === null
        ? null
        : voice.say(`table.evidence-facts.threshold-${evaluation.flag}`, {
            threshold: {
              type: "datum",
              ref,
              part: "value",
              value: threshold,
              text: formatThreshold(threshold, voice.lang),
            },
            score: score?.column ?? "",
          }),
    ],
    [
      "threshold-source",
      evaluation.threshold_source === null
        ? null
        : voice.say(`table.evidence-facts.threshold-source-${evaluation.threshold_source}`),
    ],
  ];
}
