import { atMatch } from "../at-match.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** What came after need not have come from. */
export const causalVerb: Rule = {
  id: "causal-verb",
  alias: "L25",
  severity: "warning",
  summary: "A cause is named only where it was tested.",
  why: "An evaluation watches; it does not try out. That two things began together is a reason to look, and readers of “caused” stop looking.",
  exceptions:
    "A paragraph that says how it was tested, or that it was not; questions and doubts (“whether”, “may have”); reasons of people (“because labels come late”), where nothing rose, fell or broke.",
  source: "Pearl 2009; our own uncertainty spectrum, cap on causes",
  examples: {
    ok: [
      "It began the week the port closed; not tested.",
      "Errors rose after the port closed. A controlled test showed that the closure caused half of them.",
      "We read these by hand because labels come late.",
      "The report is due to start in May.",
      "Whether the closure caused it is not known.",
      "Money due to suppliers is counted.",
    ],
    notOk: [
      "The port closure caused it.",
      "Recall fell because the new phones blur.",
      "The rise is due to a new campaign.",
    ],
  },
  text: (sentence, document) => {
    const { own, annex } = sentence;
    if (annex) return [];
    const found = causes.exec(own) ?? reasons.exec(own);
    if (found === null || doubt.test(own) || tested.test(paragraphOf(document, sentence))) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}" without a test of the cause, expected what was seen, and that its cause was not tested.`,
        "Say: it began when ...; the cause was not tested.",
      ),
    ];
  },
};

const causes =
  /\b(?:caus(?:ed|es)|led to|leads to|driven by|resulted in|as a result of|thanks to)\b|\b(?:is|are|was|were|mostly|largely|mainly|partly) due to\b(?! (?:be|start|begin|end|expire|report|launch|arrive|go|finish|run|change|come)\b)/i;
/** "Because" is a cause of the world only where something moved. */
const reasons =
  /\b(?:fell|rose|dropped|increased|decreased|improved|worsened|declined|grew|broke|failed|churned|left|defaulted|doubled|halved|went (?:up|down))\b[^.;]{0,60}\bbecause\b/i;
const doubt =
  /\b(?:whether|if|not|never|may|might|could|would|perhaps|speculative|suspect\w*|suggests?|no test|unknown|what|who|why|can)\b/i;
const tested =
  /\b(?:tested|controlled|trial|experiment\w*|randomi[sz]ed|A\/B|reversed|put back|rolled back|not known|speculative)\b/i;
