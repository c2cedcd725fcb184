import type { Assessment, Estimate } from "../../model/assessment.js";
import { parseSliceId, sliceId } from "../../model/slice-id.js";
import type { CheckedDocument, CheckedSentence } from "../checked-document.js";
import { estimatesIn } from "../estimates-in.js";
import { holds } from "../named-slices.js";
import type { Complaint, Rule } from "../rule.js";

/** A difference whose range spans zero favours nobody. */
export const differenceWithinNoise: Rule = {
  id: "difference-within-noise",
  alias: "L13",
  severity: "error",
  summary: "Nothing is called better while the range of the difference spans zero.",
  why: "Two models on the same cases differ by luck, too. While the range of the difference holds zero, another test could turn the order round.",
  exceptions:
    "“No clear difference” and its like. Two typed rates with one n are judged as two separate samples, since nothing is known of their pairs.",
  source: "Newcombe 1998, paired proportions",
  examples: {
    in: "even-platforms",
    ok: [
      "No clear difference: 2 of 100, range −1 to 5.",
      "Platform A and Platform B are too close to call, neither is better.",
    ],
    notOk: [
      "Platform A is better than Platform B.",
      "Platform B beats Platform A (88 vs 86, n = 400).",
      'Platform A is right more often: :rate{ref="accuracy-test[a]@all"} against :rate{ref="accuracy-test[b]@all"}.',
    ],
  },
  text: ({ text, annex }) => (annex || unclear.test(text) ? [] : typedPair(text)),
  claims: (document) =>
    document.sentences.flatMap((sentence) => {
      const { text, annex } = sentence;
      const word = annex || unclear.test(text) ? null : comparative.exec(text);
      if (word === null || typedPair(text).length > 0) return [];
      const difference = spansZero(sentence, document) ?? namedPair(text, document.assessment);
      return difference === undefined
        ? []
        : [
            {
              sentence,
              start: word.index,
              end: word.index + word[0].length,
              text: `Unexpected "${word[0]}" where the range of the difference is ${rangeOf(difference)}, expected "no clear difference".`,
              hint: "Say that it is too close to call, and how many cases would settle it.",
            },
          ];
    }),
};

const comparative =
  /\b(better|worse|beats?|outperforms?|wins?|superior|inferior|ahead of|more accurate|less accurate|(?:right|wrong|caught|missed) (?:more|less) often|higher|lower|more|fewer|less)\b/i;
const strong =
  /\b(better|worse|beats?|outperforms?|wins? (?:over|against)|superior|inferior|ahead of|(?:more|less) accurate|right (?:more|less) often)\b/i;
const unclear =
  /\b(no clear|no difference|too close|neither|cannot tell|not clearly|nobody can tell|about equal|equally|within noise|may|might|could)\b/i;

/** The difference of two estimates of a sentence, where its range holds zero. */
function spansZero(sentence: CheckedSentence, document: CheckedDocument): Estimate | undefined {
  const shown = estimatesIn(document, sentence);
  const { estimates } = document.assessment;
  return shown
    .flatMap((a, index) => shown.slice(index + 1).map((b) => differenceOf(estimates, a, b)))
    .find((difference) => difference !== undefined && holdsZero(difference));
}

function differenceOf(estimates: readonly Estimate[], a: Estimate, b: Estimate): Estimate | undefined {
  if (a.metric !== b.metric || a.evaluation !== b.evaluation) return undefined;
  const like = (
    metric: string,
    slice: string,
    facets: readonly (string | undefined)[],
  ): Estimate | undefined =>
    estimates.find(
      (one) =>
        one.evaluation === a.evaluation &&
        one.metric === metric &&
        one.slice === slice &&
        facets.includes(one.facet),
    );
  const { facet: first = "", slice } = a;
  if (slice === b.slice && a.facet !== b.facet)
    return like(`paired-${a.metric.replace(/-test$/, "")}-difference`, slice, [
      `${first}-vs-${b.facet ?? ""}`,
      `${b.facet ?? ""}-vs-${first}`,
    ]);
  const [own, other] = slice.includes("!=") ? [b, a] : [a, b];
  const parts = parseSliceId(own.slice);
  if (parts === null || other.slice !== sliceId(parts.column, parts.value, true)) return undefined;
  return like(`${a.metric}-difference`, own.slice, [a.facet]);
}

/** Two models that a text names and calls one better, where nobody can tell. */
function namedPair(text: string, { evaluations, estimates }: Assessment): Estimate | undefined {
  if (!strong.test(text)) return undefined;
  return evaluations
    .filter(({ task }) => task === "comparison")
    .flatMap(({ id, facet_names = {} }) => {
      const named = new Set(
        Object.keys(facet_names).filter((facet) => holds(text, facet_names[facet] ?? facet)),
      );
      return estimates.filter(
        ({ evaluation, metric, slice, facet = "" }) =>
          evaluation === id &&
          slice === "all" &&
          metric === "paired-accuracy-difference" &&
          facet.split("-vs-").every((name) => named.has(name)),
      );
    })
    .find(holdsZero);
}

function holdsZero({ interval }: Estimate): boolean {
  return interval !== null && interval.low <= 0 && interval.high >= 0;
}

function rangeOf({ interval }: Estimate): string {
  const of100 = (share: number): string => (100 * share).toFixed(1).replace("-", "−");
  return `${of100(interval?.low ?? 0)} to ${of100(interval?.high ?? 0)} of 100`;
}

/** "88 vs 86, n = 400": two rates of one n, whose difference is within what two such samples differ by. */
function typedPair(text: string): Complaint[] {
  const match =
    /(\d{1,2}(?:\.\d+)?)\s?%? (?:vs\.?|versus|against) (\d{1,2}(?:\.\d+)?)\s?%?[^.]*?\bn\s?=\s?(\d[\d,]*)/i.exec(
      text,
    );
  if (match === null || !strong.test(text)) return [];
  const [a, b] = [Number(match[1]) / 100, Number(match[2]) / 100];
  const n = Number(match[3]?.replaceAll(",", ""));
  // Wald's interval of two independent samples; a pair of one sample may be a little narrower.
  const half = 1.96 * Math.sqrt((a * (1 - a) + b * (1 - b)) / n);
  const gap = Math.abs(a - b);
  if (n < 1 || gap > half) return [];
  const [low, high] = [gap - half, gap + half].map((share) => (100 * share).toFixed(0).replace("-", "−"));
  return [
    {
      start: match.index,
      end: match.index + match[0].length,
      text: `Unexpected winner by "${match[0]}", expected "no clear difference": ${n} cases leave ${low ?? ""} to ${high ?? ""} of 100 open.`,
      hint: "Give the range of the difference, counted on the same cases.",
    },
  ];
}
