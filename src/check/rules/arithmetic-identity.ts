import type { CheckedDocument } from "../checked-document.js";
import { brokenFacts } from "../broken-facts.js";
import { brokenSums } from "../broken-sums.js";
import type { Complaint, Rule } from "../rule.js";

/** Numbers that stand together must agree with each other. */
export const arithmeticIdentity: Rule = {
  id: "arithmetic-identity",
  alias: "L50",
  severity: "error",
  summary: "Percentages agree with their counts, parts with their sum, ranges with their point.",
  why: "A percentage that does not follow from its counts costs the reader’s trust in every other number, and one of the two is wrong.",
  exceptions: "Rounding to the digits printed. Parts rounded on their own may miss their sum by one.",
  source: "Published slips: 150 of 175 told as 84.7 %; an interval of an accuracy that ends at 1.0033",
  examples: {
    ok: [
      "It was 150 of 175 (86 %).",
      "Of 100, it is 85 of 100 right, 15 wrong.",
      "It finds 83 of 100 (range 78–87).",
      "Seen so far: 0.002 (range −0.011 to 0.016).",
      "Seen so far: 3 of 123 (range 8 to 70 of 1,000).",
    ],
    notOk: [
      "It was 150 of 175 (84.7 %).",
      "It is right in 84 % (150 of 175).",
      "It is 85 of 100 right, 16 wrong.",
      "It finds 83 of 100 (range 85 to 90).",
      "Seen so far: 13 of 123 (range 8 to 70 of 1,000).",
      "Accuracy is 0.99 (interval 0.97 to 1.0033).",
      "Precision 0.75, recall 0.90, F1 0.85.",
    ],
  },
  text: ({ text }) =>
    /\d/.test(text)
      ? [shareOfCounts(text), parts(text), range(text), harmonicMean(text)].filter(
          (found): found is Complaint => found !== null,
        )
      : [],
  claims: (document: CheckedDocument) => [...brokenSums(document), ...brokenFacts(document)],
};

const counts = String.raw`(?<x>\d[\d,]*) (?:of|out of|in) (?:the |all |those )?(?<n>\d[\d,]*)`;
const share = String.raw`(?<p>\d{1,3}(?:\.(?<digits>\d+))?)\s?%`;
const countsFirst = new RegExp(
  String.raw`${counts}[^.;()%\d]{0,40}\((?:or |about |i\.e\. |≈ ?|= ?)?${share}`,
  "i",
);
const shareFirst = new RegExp(
  String.raw`(?<![\d.])${share}[^.;()%\d]{0,40}\((?:or |about |i\.e\. )?${counts}`,
  "i",
);

/** "150 of 175 (84.7 %)": one of the two is wrong. */
function shareOfCounts(text: string): Complaint | null {
  const match = countsFirst.exec(text) ?? shareFirst.exec(text);
  const { x = "", n = "", p = "", digits = "" } = match?.groups ?? {};
  const total = numberOf(n);
  if (match === null || total === 0) return null;
  const exact = (100 * numberOf(x)) / total;
  const step = 10 ** -digits.length;
  if (Math.abs(exact - Number(p)) <= step / 2 + 1e-9) return null;
  const cut = Math.abs(Math.floor(exact / step) * step - Number(p)) < 1e-9;
  return {
    ...spanOf(match),
    text: `Unexpected ${p} % beside ${x} of ${n}, expected ${exact.toFixed(digits.length)} %${cut ? ": it was cut off, not rounded" : ""}.`,
    hint: "Correct the one that is wrong, or use :rate{ref=...}.",
  };
}

const partsOf = new RegExp(
  String.raw`${counts}\b[^.;()\d]{0,30}?(?:,|;| and) (?:(?:it )?(?:misses|overlooks|lets|leaves) (?<lost>\d[\d,]*)|(?<rest>\d[\d,]*) (?:wrong|missed|not|false|are (?:not|wrong|missed)))\b(?! of)`,
  "i",
);

/** "85 of 100 right, 16 wrong": two parts that are not the whole. */
function parts(text: string): Complaint | null {
  const match = partsOf.exec(text);
  const { x = "", n = "", lost, rest } = match?.groups ?? {};
  const other = lost ?? rest;
  if (match === null || other === undefined) return null;
  const sum = numberOf(x) + numberOf(other);
  if (sum === numberOf(n)) return null;
  return {
    ...spanOf(match),
    text: `Unexpected ${x} and ${other}, which make ${sum}, expected parts of ${n}.`,
    hint: 'Count again, or use :rate{ref=...} for one part and side="complement" for the other.',
  };
}

const pointAndRange =
  /(?<![\d.,])(?<point>[−-]?\d[\d,]*(?:\.\d+)?)(?<unit>\s?%| of (?:every )?(?<of>\d[\d,]*))?[^.;()\d%]{0,30}\((?:[^()\d]*?)(?:range|interval|CI)\b[^()\d−-]{0,14}(?<low>[−-]?\d[\d,]*(?:\.\d+)?)\s?%?\s?(?:–|-|−|to|,)\s?(?<high>[−-]?\d[\d,]*(?:\.\d+)?)(?: of (?:every )?(?<rangeOf>\d[\d,]*))?/i;

/** A range without its point, or past the whole. */
function range(text: string): Complaint | null {
  const match = pointAndRange.exec(text);
  if (match === null) return null;
  const { point: told = "", unit, of, low: first = "", high: last = "", rangeOf } = match.groups ?? {};
  const [point, lowTold, highTold] = [told, first, last].map(numberOf) as [number, number, number];
  // A year, a count of days: numbers of another kind than the range.
  const whole =
    of !== undefined ? numberOf(of) : unit !== undefined ? 100 : told.includes(".") && point <= 1 ? 1 : null;
  if (whole === null) return null;
  // "3 of 123 (range 8 to 70 of 1,000)": counts of a small test, and a range with a total of its own.
  const scale = rangeOf === undefined ? 1 : whole / numberOf(rangeOf);
  const [low, high] = [lowTold * scale, highTold * scale];
  if (high > whole)
    return {
      ...spanOf(match),
      text: `Unexpected range up to ${last}, expected an end of at most ${whole}: no share is more than all.`,
      hint: "Use an interval for proportions, such as Wilson’s; :rate{ref=...} prints one.",
    };
  if (point >= low && point <= high) return null;
  return {
    ...spanOf(match),
    text: `Unexpected range ${first} to ${last} without ${told} in it, expected one that holds its point.`,
    hint: "One of the three numbers is wrong.",
  };
}

const namedRates = ["precision", "recall", "F1(?:[- ]score)?"].map(
  (name) => new RegExp(String.raw`\b${name}\b[^\d.;]{0,12}(\d?\.\d+|\d{1,3}(?:\.\d+)?\s?%)`, "i"),
);

/** Precision, recall and F1 in one sentence: two of them give the third. */
function harmonicMean(text: string): Complaint | null {
  const [precision, recall, f1] = namedRates.map((rate) => rate.exec(text));
  if (precision == null || recall == null || f1 == null) return null;
  const [p, r, f] = [precision, recall, f1].map((match) => fractionOf(match[1] ?? "")) as [
    number,
    number,
    number,
  ];
  const exact = (2 * p * r) / (p + r);
  // Half a step of each number as printed: F1 moves by less than what its inputs move together.
  const slack = [precision, recall, f1].reduce((sum, match) => sum + stepOf(match[1] ?? "") / 2, 0);
  if (p + r === 0 || Math.abs(exact - f) <= slack) return null;
  return {
    ...spanOf(f1),
    text: `Unexpected F1 ${f1[1] ?? ""} beside its precision and recall, expected ${exact.toFixed(2)}.`,
    hint: "F1 is twice their product over their sum.",
  };
}

function numberOf(digits: string): number {
  return Number(digits.replaceAll(",", "").replace("−", "-"));
}

function fractionOf(told: string): number {
  return told.includes("%") ? Number(told.replace(/\s?%/, "")) / 100 : Number(told);
}

function stepOf(told: string): number {
  const digits = /\.(\d+)/.exec(told)?.[1]?.length ?? 0;
  return 10 ** -digits / (told.includes("%") ? 100 : 1);
}

function spanOf(match: RegExpExecArray): Pick<Complaint, "start" | "end"> {
  return { start: match.index, end: match.index + match[0].length };
}
