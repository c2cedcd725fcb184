import { atMatch } from "../at-match.js";
import type { CheckedSentence } from "../checked-document.js";
import { decisionKinds } from "../decision-kinds.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** Where something is to be done, the sentence says who does it. */
export const passiveWithoutActor: Rule = {
  id: "passive-without-actor",
  alias: "L31",
  severity: "warning",
  summary: "In an ask or an action, the sentence says who acts.",
  why: "“It was decided to pause” leaves out the one thing a reader needs next: whom to call. What nobody is named for, nobody does.",
  exceptions:
    "Everything but asks and actions: the headline of a page for a decision, cells of its table of actions, and what stands under or behind Ask, Action, Decision or Next steps; in the lead, only “it was decided” and its like. Side clauses (“until the forecast has been rebuilt”), counts (“30 of 1,000 are stopped”) and states (“is limited to”) pass, as does any “by”. The plugin retext-passive was tried and left out: it knows irregular verbs alone, so it is silent on “was decided” and “is paused”, and it cannot tell an ask from a count.",
  examples: {
    ok: [
      "The duty planner paused the model on 14 March.",
      "Ask. The model was paused by the duty planner.",
      "Of 1,000 applications 30 are stopped.",
      "Injected video was never tested.",
      "Action. Order by hand until the forecast has been rebuilt.",
      "Ask. The pilot is limited to one site.",
    ],
    notOk: [
      "It was decided to pause.",
      "Ask. The budget should be approved in June.",
      "Action 2, this week. Signals will be added.",
    ],
    kind: "briefing",
  },
  whole: ({ sentences, kind }) => {
    const complaints: ClaimComplaint[] = [];
    let under = false;
    let behind = -1;
    for (const sentence of sentences) {
      const { own, annex, where, paragraph } = sentence;
      if (annex) continue;
      if (where === "heading") under = section.test(own);
      else if (where === "text" && label.test(own)) behind = paragraph;
      const decides = kind !== null && decisionKinds.has(kind);
      const acts = under || paragraph === behind || (decides && isOfTheAsk(sentence));
      const found = acts
        ? passive.exec(mainClause(own))
        : sentence.block === "lead" && decides
          ? impersonal.exec(own)
          : null;
      if (found === null || where === "caption" || isFine(own, found)) continue;
      complaints.push({
        sentence,
        ...atMatch(
          found,
          `Unexpected "${found[0]}" without who does it, expected the one who acts.`,
          "Say who: the duty planner paused the model.",
        ),
      });
    }
    return complaints;
  },
};

const section =
  /^(?:(?:the |our )?asks?|actions?|next steps?|decisions?|who does what|what we (?:ask|need))\b/i;
const label = /^(?:asks?|actions?(?: \d+)?(?:, [^.]{1,30})?|decision|next steps?|who decides)[.:]/i;

/** The headline, and what an author wrote into the table of actions. */
function isOfTheAsk({ where, block, byAuthor }: CheckedSentence): boolean {
  return byAuthor && ((where === "heading" && block === "") || (where === "cell" && block === "side"));
}

const irregular =
  "done|made|taken|given|put|set|kept|held|sent|told|shown|drawn|written|chosen|begun|brought|built|bought|cut|found|known|left|lost|met|paid|read|rebuilt|run|seen|sold|spent|stood|withdrawn|worn|won|shut|split|sought|thrown|undone|rewritten|retrained";
const passive = new RegExp(
  `\\b(?:is|are|was|were|be|been|being|gets?|got) (?:(?:\\p{L}+ly|not|now|also|then|never|first|still) )?(?:\\p{L}{2,}ed|${irregular})\\b`,
  "iu",
);
const impersonal =
  /\bit (?:is|was|has been|had been) (?:\p{L}+ly )?(?:decided|agreed|proposed|recommended|suggested|hoped|planned|intended|felt|thought|considered)\b/iu;
/** States, which nobody does. */
const state =
  /\b(?:based|limited|related|concerned|interested|involved|located|needed|required|used to|supposed|allowed|prepared|expected|tired|closed|opposed|dated|named|called|aged|red|hundred|indeed)$/i;

/** The sentence up to a clause that only says when, where or which. */
function mainClause(text: string): string {
  const at = text.search(
    /\b(?:until|unless|that|which|who|when|once|if|because|where|whose|than|as|while|before|after)\b/i,
  );
  return at > 0 ? text.slice(0, at) : text;
}

function isFine(text: string, found: RegExpExecArray): boolean {
  return (
    state.test(found[0]) ||
    /\bby (?!(?:hand|then|\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|the end|mistake|itself))/i.test(
      text.slice(found.index),
    ) ||
    /\d\s*(?:\p{L}+\s){0,5}$/u.test(text.slice(0, found.index))
  );
}
