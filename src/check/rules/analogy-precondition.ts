import type { CheckedDocument, CheckedSentence } from "../checked-document.js";
import { refFromText } from "../../model/estimate-ref.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** A picture promises what makes it true. */
export const analogyPrecondition: Rule = {
  id: "analogy-precondition",
  alias: "L44",
  severity: "error",
  summary: "A comparison stands only where what makes it true was measured.",
  why: "“Like a rain forecast” says that of 100 such days so many were wet. A score that was never compared with what happened has not earned that picture.",
  exceptions:
    "Our own analogies check their conditions before they are told, so their sentences are left alone.",
  source: "Gigerenzer 2005; Van Calster 2019, calibration",
  examples: {
    ok: ["The score ranks customers; it is no chance."],
    notOk: [
      "Read the score like a weather forecast.",
      "The platform is a thermostat that we can turn.",
      "It is like two doctors who look at the same picture.",
    ],
  },
  claims: (document) =>
    document.sentences.flatMap((sentence) => {
      if (sentence.annex || sentence.block === "analogy" || sentence.block === "breaks") return [];
      return pictures.flatMap(({ picture, holds, needs, hint }) => {
        const found = picture.exec(sentence.text);
        return found === null || holds(document, sentence)
          ? []
          : [
              {
                sentence,
                start: found.index,
                end: found.index + found[0].length,
                text: `Unexpected picture "${found[0]}" without ${needs}, expected the plain sentence.`,
                hint,
              },
            ];
      });
    }),
};

interface Picture {
  readonly picture: RegExp;
  readonly holds: (document: CheckedDocument, sentence: CheckedSentence) => boolean;
  /** What makes the picture true. */
  readonly needs: string;
  readonly hint: string;
}

const pictures: readonly Picture[] = [
  {
    picture:
      /\b(?:weather|rain) forecast\b|\bchance of rain\b|\bumbrella\b|\binsurance book\b|\blike an insurer\b|\bWettervorhersage\b/i,
    holds: ({ assessment }) => assessment.calibration.some(({ passes }) => passes),
    needs: "a score shown to be a chance",
    hint: "The score ranks cases; test calibration before it is read as a chance.",
  },
  {
    picture: /\b(?:health|medical|cancer) (?:screening|test)\b|\bscreening test\b|\bmammogra\w+/i,
    holds: ({ assessment }) =>
      assessment.deployment.base_rate !== null && has(assessment.estimates, ["recall", "false-alarms"]),
    needs: "both error rates and a stated base rate",
    hint: "State deployment.base_rate and measure both kinds of error.",
  },
  {
    picture: /\bthermostat\b/i,
    holds: ({ assessment, sentences, estimate }, { paragraph }) =>
      assessment.controls.some(({ effect }) => effect !== undefined && measured(assessment, effect)) &&
      sentences.some(
        (other) =>
          other.paragraph === paragraph &&
          other.numbers.some(({ datum }) => estimate(datum.ref) !== undefined),
      ),
    needs: "a control whose effect was measured",
    hint: "Name the control and its `effect` under controls, and tell it by a directive; or leave the picture out.",
  },
  {
    picture: /\blayered locks\b|\btwo doctors\b|\bsecond opinion\b|\bSwiss cheese\b|\bbelt and braces\b/i,
    holds: ({ assessment }) =>
      assessment.estimates.some(({ metric, origin }) => metric === "joint-slip" && origin === "measured"),
    needs: "a joint count on the same cases",
    hint: "Count what gets past all layers on the same cases.",
  },
  {
    picture: /\b(?:opinion )?poll of\b|\blike an? (?:opinion )?poll\b/i,
    holds: (document, sentence) =>
      /\d[^.]*\b(?:to|and|und|bis)\b[^.]*\d|\d\s?–\s?\d/.test(paragraphOf(document, sentence)),
    needs: "its range",
    hint: "Say between which values the figure would move.",
  },
  {
    picture: /\bairport security\b|\bcheckpoint\b/i,
    holds: ({ assessment }) => assessment.evaluations.some(({ task }) => task === "attack-detection"),
    needs: "a test with attacks",
    hint: "Without attacks tried, nothing is known of those who study the check.",
  },
];

/** True where an estimate, named as in the plan, has a range. */
function measured({ estimates, evaluations }: CheckedDocument["assessment"], ref: string): boolean {
  const ids = ["", ...evaluations.map(({ id }) => `${id}/`)].map((prefix) => `${prefix}${refFromText(ref)}`);
  return estimates.some(({ id, interval }) => ids.includes(id) && interval !== null);
}

function has(estimates: CheckedDocument["assessment"]["estimates"], metrics: readonly string[]): boolean {
  return metrics.every((metric) => estimates.some((one) => one.metric === metric && one.value !== null));
}
