import type { CheckedDocument } from "../checked-document.js";
import { pageOne } from "../page-one.js";
import { paragraphOf } from "../paragraph-of.js";
import type { ClaimComplaint, Rule } from "../rule.js";
import { isRound, typedRates } from "../typed-rates.js";

/** 85 right is also 15 wrong; readers decide otherwise on each. */
export const oneSidedFrame: Rule = {
  id: "one-sided-frame",
  alias: "L39",
  severity: "warning",
  summary: "A rate of success on the first page stands with the rest: 85 right, 15 wrong.",
  why: "The same rate told as success or as failure leads to other decisions. Both frames side by side take that pull away.",
  exceptions:
    "Rates of a group, of one of several models or classes set side by side, and a what-if (“would be right”): there the sentence around them tells the other side. The misses may stand anywhere on the page.",
  source: "Garcia-Retamero and Galesic 2010; Gamliel, framing",
  examples: {
    ok: [
      "Of every hundred it gets 85 of 100 right, 15 wrong.",
      "Of 100 customers picked, 85 are high-value.",
    ],
    notOk: ["It gets 85 of 100 right."],
  },
  claims: (document) => [...tracedOnes(document), ...typedOnes(document)],
};

const successes = new Set([
  "recall", "precision", "precision-test", "npv", "npv-test", "accuracy", "accuracy-test", "specificity",
]); // prettier-ignore

function tracedOnes(document: CheckedDocument): ClaimComplaint[] {
  const page = pageOne(document);
  const everything = document.sentences.flatMap(({ numbers }) => numbers);
  const rests = new Set(
    everything
      .filter(({ datum }) => ["complement", "missed", "rest"].includes(datum.part))
      .map(({ datum }) => datum.ref),
  );
  const said = new Set<string>();
  return page.flatMap((sentence) =>
    sentence.numbers.flatMap(({ datum, start, end }) => {
      const own = document.estimate(datum.ref);
      if (own?.slice !== "all" || own.facet !== undefined || own.unit !== "share") return [];
      if (!successes.has(own.metric)) return [];
      if (datum.part !== "value" || datum.of === undefined || rests.has(own.id) || said.has(own.id))
        return [];
      // A derived rate has no counts of its own: the false alarms beside it are its other side.
      if (own.metric === "precision" && everything.some(({ datum: { part } }) => part === "falseAlarms"))
        return [];
      said.add(own.id);
      return [
        {
          sentence,
          start,
          end,
          text: `Unexpected ${own.id} as ${datum.text} of ${datum.of} alone, expected the other ${datum.of - datum.value}, too.`,
          hint: `Add :rate{ref="${own.id}" side="complement"}, or use ::rate{ref="${own.id}"}, which tells both.`,
        },
      ];
    }),
  );
}

const right =
  /^[^.;]{0,40}\b(?:right|correct(?:ly)?|caught|found|detected|stopped|flagged|identified|richtig|erkannt)\b/i;
const wrong =
  /\b(?:wrong|miss|not|fail|overlook|let through|undetected|others?|rest|incorrect|false|would|if|falsch|verpasst|nicht)|\bothers?\b/i;

function typedOnes(document: CheckedDocument): ClaimComplaint[] {
  return pageOne(document).flatMap((sentence) => {
    const rate = typedRates(sentence).find(
      ({ counts, end }) => counts !== null && isRound(counts.n) && right.test(sentence.text.slice(end)),
    );
    if (rate?.counts == null || wrong.test(paragraphOf(document, sentence))) return [];
    return [
      {
        sentence,
        start: rate.start,
        end: rate.end,
        text: `Unexpected "${rate.text}" of success alone, expected the other ${rate.counts.n - rate.counts.x}, too.`,
        hint: "Say how many are wrong or missed in the same breath.",
      },
    ];
  });
}
