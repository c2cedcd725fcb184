import { plainText } from "../../phrasing/inline.js";
import type { ClaimComplaint, Rule } from "../rule.js";
import { decisionKinds } from "../decision-kinds.js";

/** A title that is a sentence tells what is seen; a topic leaves the finding to the reader. */
export const topicTitle: Rule = {
  id: "topic-title",
  alias: "L36",
  severity: "warning",
  summary: "Titles of charts, and headings of a page for a decision, say what is so.",
  why: "Readers of a title that says what is seen understand and remember more than readers of a topic. Who only skims the titles has then read the argument.",
  exceptions:
    "Headings of documents that are looked things up in: there a signpost is right. Questions (“What we do not know”) and asks. Titles with a number in them, or of more than six words, are not judged: telling a noun from a verb by a list would be guessing.",
  source: "Alley 2011; Alley 2013",
  examples: {
    ok: [
      "# The score misses two of three leavers",
      "# What we do not know",
      "# Stop using the score",
      "# Three checks are not three locks",
    ],
    notOk: ["# Model performance", "# Results and discussion", "# Overview"],
    kind: "briefing",
  },
  text: ({ own, annex, where }, { kind }) =>
    annex || where !== "heading" || kind === null || !decisionKinds.has(kind) || !isTopic(own)
      ? []
      : [complaint(own)],
  // Its list of verbs is English.
  claims: ({ charts, sentences, lang }) =>
    (lang === "en" ? charts : []).flatMap((chart): ClaimComplaint[] => {
      const title = plainText(chart.title).trim();
      const sentence = sentences.find(({ where, text }) => where === "caption" && text === title);
      return sentence === undefined || !isTopic(title) ? [] : [{ ...complaint(title), sentence }];
    }),
};

function complaint(title: string) {
  return {
    start: 0,
    end: title.length,
    text: `Unexpected topic "${title}" as a title, expected a sentence that says what is so.`,
    hint: "Say what is seen: the score misses two of three leavers.",
  };
}

const verbs =
  /\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|can|cannot|could|will|would|may|might|must|should|shall|need|needs|miss|misses|missed|find|finds|found|catch|catches|caught|stops?|stopped|let|lets|get|gets|got|go|goes|went|come|comes|came|lose|loses|lost|leave|leaves|left|take|takes|took|make|makes|made|give|gives|gave|show|shows|say|says|said|tell|tells|told|see|sees|saw|know|knows|knew|works?|worked|hold|holds|held|fits?|fail|fails|failed|pass|passes|passed|fell|falls|rises?|rose|grew|grows|keep|keeps|kept|stay|stays|stayed|remains?|differs?|depends?|use|start|begin|choose|order|approve|refer|call|read|ask|sign|pay|pays|pause|launch|fund|decide|decides|lies?|break|breaks|broke|means?|costs?(?= (?:more|less|us|them|a|the|nothing)))\b|\p{L}{3,}ed\b|n['’]t\b/iu;

function isTopic(title: string): boolean {
  const words = title.split(/\s+/).length;
  if (words > 6 || /\d|[?:“"]/.test(title)) return false;
  return (
    !/^(?:what|who|whom|why|how|where|when|which|whether|no|nobody|nothing|none)\b/i.test(title) &&
    !verbs.test(title)
  );
}
