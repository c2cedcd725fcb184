import { atMatch } from "../at-match.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** A range is about where a figure would land again, not about a single case and not about rain. */
export const intervalMisread: Rule = {
  id: "interval-misread",
  alias: "L17",
  severity: "error",
  summary: "A 95 % range is not told as a chance, nor as 95 % of cases.",
  why: "A 95 % range tells how far a figure would move if other cases had been drawn. It is neither the chance that the truth is inside this one range nor where 95 % of the cases lie, and rain is an event, not a figure.",
  exceptions: "The weather as a picture of a calibrated chance: “read 15 % like a rain forecast”.",
  source: "Hoekstra 2014",
  examples: {
    ok: [
      "Like a poll: repeat it and the figure would move between 78 and 87.",
      "A 95 % range holds where a figure would usually land with other such cases.",
      "Read 15 % like a rain forecast: out of 100 applicants scored like this, about 15 defaulted within 12 months.",
      "95 % of customers will pay, said the plan of 2019.",
      "The true rate is not known.",
    ],
    notOk: [
      "Its confidence interval is like a 30 % chance of rain.",
      "There is a 95 % chance the true rate lies between 78 and 87.",
      "By the confidence interval, 95 % of customers will spend 20 to 40.",
    ],
  },
  text: (sentence, document) => {
    const { own, annex } = sentence;
    if (annex || !(own.includes("%") || own.includes("rain"))) return [];
    const found = chanceOfTruth.exec(own) ?? rain.exec(own) ?? ofCasesNearInterval();
    return found === null
      ? []
      : [
          atMatch(
            found,
            `Unexpected "${found[0]}", expected how far the figure would move if the test were repeated.`,
            "Say: like a poll; repeat it and the figure would move between 78 and 87.",
          ),
        ];
    function ofCasesNearInterval(): RegExpExecArray | null {
      const ofCases =
        /\b9\d\s?% of (?:all |the |our )?(?:customers|cases|users|people|applicants|patients|values|observations|clients|members)\b[^.;]{0,20}\b(?:will|lie|lies|fall|are|spend|have)\b/i.exec(
          own,
        );
      return ofCases !== null && /\b(interval|CI)\b/i.test(paragraphOf(document, sentence)) ? ofCases : null;
    }
  },
};

const chanceOfTruth =
  /\d+(?:\.\d+)?\s?% (?:chance|probability|likely|likelihood|sure|certain|confident)\b(?: that| of)?(?: the| its| our)? (?:true|real|actual|population)\b/i;
const rain = /\b(?:interval|range)\b[^.]*\bchance of rain|\blike an? \d+\s?% chance of rain/i;
