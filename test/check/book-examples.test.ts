import type { Root } from "mdast";
import { beforeAll, describe, expect, it } from "vitest";

import { check, checkText } from "../../src/check/check.js";
import { sentencesOf } from "../../src/check/sentences-of.js";
import { parseNote } from "../../src/compose/parse-markdown.js";
import { rules } from "../../src/check/rules/all.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { ComposedDocument } from "../../src/model/document.js";
import { assessFiles } from "../measure/project-folder.js";
import { noteProject } from "./note-project.js";

/** The rule book's "good" column. A clash between one rule's good example and another rule is mended in the rule. */
const good: readonly (readonly [alias: string, text: string])[] = [
  ["L01", "Of 100 customers picked, 85 are high-value."],
  ["L02", "It was 12 in 1,000 in spring and 25 in 1,000 in autumn."],
  ["L03", "Of 100 flagged, 85 are fraud. Of 100 frauds, 70 are flagged."],
  ["L04", "At 10 frauds per 1,000 applications, about 8 of every 100 alerts would be right."],
  ["L05", "Always saying 'legitimate' is right 99.83 % of the time; the model catches 80 of 100 frauds."],
  ["L06", "Losses went from 96 to 69 cases per 10,000."],
  ["L07", "A gets 2 more of every 100 right."],
  ["L08", "27 in 10,000"],
  ["L09", "It warned about 14 of 41."],
  ["L10", "3 of 6 Gibraltar passports failed."],
  ["L11", "It finds 83 of 100 (range 78–87)."],
  ["L12", "None of 150 attacks got in; up to 2 of 100 is possible."],
  ["L13", "No clear difference: 2 of 100, range −1 to 5."],
  ["L14", "Malta is lowest of 24 countries; with 24 compared, one this low is expected."],
  ["L15", "It scored this case in the top 5 of 100."],
  ["L16", "Of 100 applicants scored like this, 15 defaulted within 12 months."],
  ["L17", "It is like a poll: repeat it and the figure would move between 78 and 87."],
  ["L18", "That is very likely (90–100 %)."],
  ["L19", "That is likely (66–100 %). Our confidence in it is high."],
  ["L20", "Of 2,470 alerts, 2,297 were wrong."],
  ["L21", "The highest of 4 settings tested (table 2)."],
  ["L22", "It finds 83 of 100 (range 78–87) in tests from March 2024, 14 months ago."],
  ["L24", "The vendor reports no accepted attack; the number of attempts is not stated; not verified."],
  ["L25", "It began the week the port closed; not tested."],
  ["L26", "It stopped 85 of 100 attempts in the test (range 77–91)."],
  ["L27", "The score ranks customers by past patterns."],
  ["L28", "Refused 24 vs 61 per 1,000 (newer vs older phones); other groups not measured."],
  ["L29", "It ranks a fraud above an honest case 91 of 100 times (AUC)."],
  ["L30", "The liveness check refused too many honest people."],
  ["L31", "The duty planner paused the model on 14 March."],
  ["L32", "Range −1 to 5 of 100."],
  ["L34", "Stop using the score for the new segment."],
  ["L35", "CTO approves £35,000 by 3 June."],
  ["L36", "# The score misses two of three leavers in the new segment"],
  ["L39", "85 of 100 right, 15 wrong"],
  ["L43", "Measured together: 85 of 100 (77–91)."],
  ["L46", "121 of 1,000 overall, but 347 of 1,000 for darker-skinned women (Gender Shades, IBM)"],
  ["L47", "3 more of 100 (range 1–5)."],
  ["L48", "50 of 1,000 left within 3 months."],
  ["L49", "10 wrong alerts among 2,077"],
  ["L50", "150 of 175 (86 %)"],
  ["L51", "Of 100 like this one, about 15 default within a year. Decline it."],
  ["L52", "PSI (drift of the scores) above 0.25 two weeks running; owner Data"],
];

/** The "bad" column, where words alone show it. */
const bad: readonly (readonly [alias: string, text: string, kind?: string])[] = [
  ["L01", "Accuracy is 85 %."],
  ["L03", "Of 100 flagged it finds 85 (recall)."],
  ["L06", "It cuts losses by 28 %."],
  ["L07", "A is 2 % better."],
  ["L08", "1 in 368"],
  ["L15", "The model is 95 % sure."],
  ["L16", "15 % chance of default"],
  ["L17", "It is like a 30 % chance of rain."],
  ["L18", "That is very likely."],
  ["L19", "It is probably likely, high confidence."],
  ["L20", "93 % false positive rate"],
  ["L21", "It is the best we could achieve."],
  ["L25", "The port closure caused it."],
  ["L26", "It eliminates fraud."],
  ["L27", "The model knows who will churn."],
  ["L28", "It is bias-free."],
  ["L29", "AUC 0.91"],
  ["L30", "PAD BPCER breach"],
  ["L31", "It was decided to pause.", "briefing"],
  ["L32", "It may possibly be relatively better."],
  ["L33", `It ${"goes on and ".repeat(13)}ends.`],
  ["L34", "We trained a gradient-boosted model on it.", "briefing"],
  ["L36", "# Model performance", "briefing"],
  ["L47", "It is significantly better."],
  ["L48", "5 % churn"],
  ["L51", "15 % risk, so clearly decline."],
];

/** Sentence patterns and worked documents of the book, with their figures. */
const patterns: readonly (readonly [name: string, kind: string | null, text: string])[] = [
  [
    "chain",
    null,
    "Of 1,000 customers, about 100 are high-value. The model picks 85 of those 100 and misses 15. It also picks 15 of the 900 who are not. So 100 are picked, and 85 of those 100 are right.",
  ],
  [
    "two sentences",
    null,
    "Of every 100 customers the model picks, about 85 are high-value and 15 are not.\n\nOf every 100 high-value customers, it picks about 85 and misses 15.\n\nWe do not know how many customers are high-value, so we cannot say how long the list will be.",
  ],
  [
    "100 actual",
    null,
    "For every 100 high-value customers out there, the model picks 120 names: 90 right and 30 wrong. It misses 10.",
  ],
  ["what if", null, "If 10 of 1,000 customers are high-value, about 9 of 25 picks would be right."],
  [
    "F1",
    null,
    "For every 100 correct picks it makes about 35 mistakes. Some are wrong picks, some are missed customers; this score does not say how many of each.",
  ],
  ["bounds", null, "Between 74 and 100 of every 100 picks are right; the score alone cannot say."],
  ["few", null, "In the test it picked 14 of 41 who left."],
  [
    "budget",
    null,
    "Use the model for this campaign at £8 a contact; do not use it at £55.\n\nWe break even if at least 13 of 100 picks are right at £8, or 92 of 100 at £55.",
  ],
  [
    "fact box",
    "model-card",
    "**Fit for sending applications to review; not fit for refusing anyone by itself.** Three of four criteria pass; one cannot be judged yet.\n\nOf 1,000 applications, about 12 are fraud attempts. It stops 10 of those 12 and lets 2 through. It also stops 30 of the 988 honest ones.\n\nSo 40 are stopped, and 10 of those 40 are fraud (range 23 to 27 of 100 stopped).",
  ],
  [
    "briefing",
    "briefing",
    "**Stop using the churn score for the new segment from Monday, and fund an eight-week rule-based outreach (£40,000).**\n\nThe segment now brings in 20 % of revenue. There, the score misses about 66 of every 100 customers who leave.\n\n**Why.** In six months, 41 of 340 customers in this segment left. The score warned us about 14 of those 41.\n\nThe segment did not exist in the data used to build the score.\n\n**How sure.** Speculative: 41 leavers, one period. The true catch rate could be 22 to 49 of 100.\n\n**Not known.** Why they leave, and whether outreach works for them.\n\n**Ask.** VP Sales approves outreach by Friday. Data science reports a rebuilt score on 30 June. Owner: Head of Retention.",
  ],
  [
    "lenses",
    null,
    "**Business.** Of 10,000 applications, 100 were fraud attempts. The three checks together stopped 85 of those 100. They also stopped 290 of the 9,900 honest people.\n\n**Risk & people.** Passports from three countries had fewer than 30 sessions each, so we show counts only. Injection attacks were not tested.",
  ],
  [
    "single case",
    "single-case",
    "**Refer this application; do not decide on the score alone.** Our break-even is 16.7 in 100, and this score sits too close to it.\n\n**What 15 % means.** Of 100 past applicants scored 14 to 16 %, 15 defaulted within 12 months (range 9 to 23).\n\n**What it does not mean.** It does not say this applicant is a bad payer. 85 of those 100 paid.\n\n**Conditions that would tip it to yes.** Those your policy names; the score knows none.\n\n**Who decides.** You, under lending policy 4.2. Record your reason; the score is not a reason to give the customer.",
  ],
  [
    "option memo",
    "option-memo",
    '**Sign neither yet. Approve a four-week pilot on 600 of our own documents; choose B unless A leads by 3 or more of 100.**\n\n**The 2 % gap.** On the vendor\'s 2,000-document benchmark, A was right on 1,720 and B on 1,680. Of every 100 documents, A gets about 2 more right (range 0.4 to 3.6).\n\nThat benchmark is not our mail. For our documents, "A is better" is highly speculative.\n\n**Control.** B lets us inspect and retune. A does not. We have not measured what retuning gains us.\n\n**Ask.** CTO approves £35,000 and a break clause by 3 June. Owner: Platform lead.',
  ],
  [
    "incident",
    "incident-brief",
    "**We face about $1.5M in carrying costs (range $1.1M to $1.9M). Approve the manual stock rule by 17:00 today.**\n\n**Situation.** Since 4 March the forecast has over-ordered one category. Stock there is 30 % above plan (counted, 14 March).\n\n**Action 1, now.** Replace the forecast with a fixed cautious order level. Owner: duty planner. Reversible in one hour.\n\n**Result so far.** Before the disruption the forecast missed by 8 % a week on average. In the last two weeks it missed by 34 %.\n\n**Cause.** Speculative: the break matches the port closure in time, but no test has been run.",
  ],
  [
    "pre-mortem",
    null,
    "1. Fraudsters fed recorded video straight into the app. Sign: sessions with no camera noise above 5 per 1,000 for two days. Owner: Fraud.\n2. All three checks came from one vendor and failed on one phone model. Sign: stop rate on any phone twice the average. Owner: Product.\n3. Labels came from one tired agent. Sign: double-check agreement below 90 of 100. Owner: Data.",
  ],
  [
    "toggle",
    null,
    "At this setting, of 1,000 applications: 12 are fraud, 10 are stopped, 2 get through. 30 honest people are stopped too. Reviewers see 40 a day; capacity is 50.",
  ],
  [
    "exception protocol",
    null,
    "**Trigger.** Weekly forecast error above 20 % for two weeks running, in any category with 50 or more items.\n\n**Fallback.** Last year's weekly average, capped at 4 weeks of cover. It missed by 15 % on average last year.\n\n**Return to model.** Error below 12 % for two weeks in shadow mode, signed by planning and data science.",
  ],
  [
    "forecast analogy",
    null,
    "Read 15 % like a rain forecast: out of 100 applicants scored like this, about 15 defaulted within 12 months.",
  ],
  [
    "umbrella",
    null,
    "A 30 % forecast is enough for an umbrella, not to cancel a wedding. Our break-even is 17 in 100.",
  ],
  [
    "smoke alarm",
    null,
    "Set it sensitive and burnt toast sets it off; set it dull and it may sleep through a fire.",
  ],
];

/** A text alone, its first paragraph in the lead. */
function read(text: string, kind: string | null) {
  const sentences = sentencesOf(parseNote(text), "x.md");
  const opening = sentences[0]?.paragraph;
  return checkText({
    lang: "en",
    kind,
    sentences: sentences.map((sentence) =>
      Object.assign(Object.create(sentence) as typeof sentence, {
        block: sentence.paragraph === opening ? "lead" : "",
      }),
    ),
  });
}

describe("the rule book's examples, as words", () => {
  it.each(good)("the good one of %s is passed by all rules: %s", (_alias, text) => {
    expect(read(text, null).map(({ code, text: said }) => [code, said])).toEqual([]);
  });

  it.each(bad.map(([alias, text, kind = null]) => ({ alias, text, kind })))(
    "the bad one of $alias is caught: $text",
    ({ alias, text, kind }) => {
      const id = rules.find((rule) => rule.alias === alias)?.id;
      expect(read(text, kind).map(({ code }) => code)).toContain(id);
    },
  );

  it.each(patterns)("the pattern “%s” is passed by all rules", (...[, kind, text]) => {
    expect(read(text, kind).map(({ code, text: said }) => [code, said])).toEqual([]);
  });
});

describe("the rule book's examples, beside facts", () => {
  let assessment: Assessment;
  beforeAll(async () => {
    assessment = await assessFiles(noteProject({}));
  });

  it.each(good)("the good one of %s is passed by all rules: %s", (_alias, text) => {
    expect(check(documentOf(text), assessment).map(({ code, text: said }) => [code, said])).toEqual([]);
  });
});

/** A document of ours that holds one text and no number of the evidence. */
function documentOf(text: string): ComposedDocument {
  const tree: Root = { type: "root", children: parseNote(text).children };
  return {
    plan: { kind: "model-card", status: "draft" },
    kind: "model-card",
    kindTitle: "Model card",
    title: "Small",
    lang: "en",
    audience: "internal",
    tree,
    charts: [],
    shown: [],
    messages: [],
  };
}
