import type { Estimate } from "../../model/assessment.js";
import { estimatesIn } from "../estimates-in.js";
import type { Rule } from "../rule.js";
import { roundsTo, typedRates } from "../typed-rates.js";

/** What several checks stop together is counted, not multiplied. */
export const independenceMultiplication: Rule = {
  id: "independence-multiplication",
  alias: "L43",
  severity: "error",
  summary: "What layers stop together was counted on the same cases, not multiplied.",
  why: "Checks that share a camera, a vendor or a habit miss the same cases. Multiplying their misses promises a safety that nobody has seen.",
  exceptions: "The product may be told beside the joint count, as what independence would promise.",
  source: "R v Clark 1999: two rates multiplied, “1 in 73 million”",
  examples: {
    in: "stated-layers",
    ok: ["Measured together, the three layers stop 85 of 100 (77–91).", "There are three layers."],
    notOk: [
      "The three layers stop 94 of 100.",
      "Together they catch 99.9 % of the attacks.",
      'The checks let :rate{ref="joint-slip-if-independent@all"} pass.',
    ],
  },
  claims: (document) => {
    const joint = document.assessment.estimates.filter(
      ({ metric, origin, value }) => metric === "joint-slip" && origin === "measured" && value !== null,
    );
    return document.sentences.flatMap((sentence) => {
      const { text, annex } = sentence;
      if (annex || measured.test(text)) return [];
      const product = estimatesIn(document, sentence).find(
        ({ metric }) => metric === "joint-slip-if-independent",
      );
      const rate = layers.test(text) ? typedRates(sentence).find((one) => !isJoint(one, joint)) : undefined;
      if (product === undefined && rate === undefined) return [];
      const number = sentence.numbers.find(({ datum }) => datum.ref === product?.id);
      const { start, end } = rate ?? number ?? {};
      const [first] = joint;
      return [
        {
          sentence,
          ...(start === undefined || end === undefined ? {} : { start, end }),
          text: `Unexpected rate of several layers ${first === undefined ? "that nobody counted together" : "other than the one counted"}, expected ${first === undefined ? '"not measured together"' : `${(100 * (1 - (first.value ?? 0))).toFixed(0)} of 100 as counted (${first.id})`}.`,
          hint: "Run all layers on the same cases and count what gets past all of them.",
        },
      ];
    });
  },
};

const layers =
  /\b(?:layers|checks|locks|controls|barriers|defen[cs]es|lines of defen[cs]e)\b[^.]*\b(?:stop|catch|block|detect|find|let|miss)\w*\b[^.]*\d|\b(?:together|combined|in combination|jointly)\b[^.]*\b(?:stop|catch|block|detect|find|let|miss)\w*\b[^.]*\d/i;
const measured =
  /\b(?:measured|counted|tested) (?:together|jointly|on the same)|\bon the same (?:cases|attacks|documents)|\bif (?:they were |it were )?independent|\bindependence\b|\bnot measured together\b/i;

function isJoint(rate: Parameters<typeof roundsTo>[0], joint: readonly Estimate[]): boolean {
  return joint.some(({ value }) => value !== null && (roundsTo(rate, value) || roundsTo(rate, 1 - value)));
}
