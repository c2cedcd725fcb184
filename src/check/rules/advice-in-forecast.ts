import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** What will happen and what to do about it are two sentences. */
export const adviceInForecast: Rule = {
  id: "advice-in-forecast",
  alias: "L51",
  severity: "warning",
  summary: "A forecast and the advice drawn from it stand in separate sentences.",
  why: "Advice in the sentence of a probability colours the probability: readers can no longer tell what was measured from what somebody wants. The forecast comes first, then the advice and whose judgement it is.",
  exceptions:
    "Rules agreed beforehand (“act from 17 of 100”), which are no forecast of this case; “risk officer” and other names.",
  source: "Collins 2019",
  examples: {
    ok: [
      "Of 100 like this, about 15 default within 12 months. Refer it.",
      "The risk officer should decide by Friday.",
      "At a miss costing 5 false alarms, act from 17 of 100.",
      "Refer this application; do not decide on the score alone.",
      "If two of 100 were accepted, the pilot would stop.",
    ],
    notOk: [
      "15 % risk, so clearly decline.",
      "A loss is likely (66–100 %), therefore stop the pilot.",
      "With a 40 % chance of leaving she should be called.",
    ],
  },
  text: ({ own, annex, where }) => {
    if (annex || where === "cell" || !/\d/.test(own)) return [];
    const found = advice.exec(own);
    return found === null || !forecast.test(own)
      ? []
      : [
          atMatch(
            found,
            `Unexpected "${found[0]}" in the sentence of a probability, expected the advice in a sentence of its own.`,
            "Say the forecast; then who should do what, and why.",
          ),
        ];
  },
};

const forecast =
  /\d+(?:\.\d+)?\s?%[ -](?:chance|risk|probability|likelihood|likely)\b|\b(?:chance|risk|probability|likelihood) (?:of|that)\b[^.;]{0,40}\d|\b(?:un)?likely \([^)]*\d|\bof (?:every )?\d[\d,]* like (?:this|it|these)\b/i;
const advice =
  /\b(?:so|therefore|hence|thus)\b[ ,](?:\p{L}+ly )?(?:please )?(?:decline|approve|reject|refuse|accept|refer|stop|launch|pause|call|block|sign|buy|do not|don't|we (?:must|should|recommend|advise)|you (?:must|should))\b|\b(?:should|ought to|must|is advised to|recommended?|we advise)\b/iu;
