import type { Estimate } from "../../src/model/assessment.js";
import { frequencySentences } from "../../src/phrasing/frequency-sentences.js";
import { plainText } from "../../src/phrasing/inline.js";
import { type Voice } from "../../src/phrasing/voice.js";
import { type Example, mayBeTold, expectedTotal } from "./sentence-examples.js";
import { number, toCount, grouped, any, escape } from "./read-words.js";

/* Reads the three sentences of a natural frequency back, by arithmetic of its own. */

export function aboutChain(
  example: Example,
  voice: Voice,
  estimates: ReadonlyMap<string, Estimate>,
): string[] {
  const [recall, falseAlarms, baseRate, precision] = [
    "recall",
    "false-alarms",
    "deployment-base-rate",
    "precision",
  ].map((metric) => estimates.get(metric));
  if (recall === undefined || falseAlarms === undefined || baseRate === undefined) return ["no estimates"];
  const { tp, fn, fp, tn } = example;
  const sentences = frequencySentences(voice, {
    recall,
    falseAlarms,
    baseRate,
    slice: null,
    precision: precision ?? null,
  }).map(plainText);
  const [p, n] = [tp + fn, fp + tn];
  if (p === 0 || n === 0)
    return sentences.length === 0 ? [] : [`a chain without one class: ${sentences.join(" ")}`];
  if (!mayBeTold(tp, p) || !mayBeTold(fp, n))
    return sentences.length === 0 ? [] : [`a chain on too few cases: ${sentences.join(" ")}`];
  const [sensitivity, alarmShare] = [tp / p, fp / n];
  const total = expectedTotal(example.baseRate, sensitivity, alarmShare);
  const positives = Math.round(total * example.baseRate);
  if (positives === 0 || positives === total)
    return sentences.length === 0 ? [] : [`a chain with an empty class: ${sentences.join(" ")}`];
  if (sentences.length === 0) return ["no chain although both classes can be told"];
  return readChain(example, sentences, { total, positives, sensitivity, alarmShare, bounds: { p, n } });
}

interface Expected {
  readonly total: number;
  readonly positives: number;
  readonly sensitivity: number;
  readonly alarmShare: number;
  readonly bounds: { readonly p: number; readonly n: number };
}

function readChain(example: Example, sentences: readonly string[], expected: Expected): string[] {
  const { words: w } = example;
  const { total, positives, sensitivity, alarmShare } = expected;
  const complaints: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) complaints.push(`${what}: "${sentences.join(" ")}"`);
  };
  const caught = Math.round(positives * sensitivity);
  const negatives = total - positives;
  const alarms = Math.round(negatives * alarmShare);

  const people = new RegExp(
    `^Of ([\\d,]+) (${any(w.case)}), about ${number} (is|are) (?:an? )?(${any(w.positive)})\\.$`,
  ).exec(sentences[0] ?? "");
  need(people !== null, "first sentence");
  if (people !== null) {
    need(toCount(people[1]) === total, "total");
    need(people[2] === w.case[1], "noun of the cases");
    need(toCount(people[3]) === positives, "positives");
    needAgreement(need, positives, people[4], people[5], w.positive);
  }

  const second = sentences[1] ?? "";
  const all = new RegExp(
    `^Of (that|those) ([\\d,]+), all ([\\d,]+) (is|are) (${any([w.flagged, w.missed])})\\.$`,
  ).exec(second);
  if (example.fn === 0 || example.tp === 0) {
    need(
      all !== null && toCount(all[2]) === positives && toCount(all[3]) === positives,
      "all of the positives",
    );
    need(all?.[5] === (example.fn === 0 ? w.flagged : w.missed), "what happens to all positives");
  } else {
    const split = new RegExp(
      `^Of (that|those) ([\\d,]+), ${number} (is|are) ${escape(w.flagged)} and ${number} (is|are) ${escape(w.missed)}\\.$`,
    ).exec(second);
    need(split !== null, "second sentence");
    if (split !== null) {
      need(toCount(split[2]) === positives, "the split is of the positives");
      need((split[1] === "that") === (positives === 1), "that or those");
      need(toCount(split[3]) === caught && toCount(split[5]) === positives - caught, "caught and missed");
      need(
        (split[3] === "fewer than 1") === (caught === 0) &&
          (split[5] === "fewer than 1") === (positives === caught),
        "no zero for a cell that is not empty",
      );
      need(
        (split[4] === "is") === caught <= 1 && (split[6] === "is") === positives - caught <= 1,
        "is or are",
      );
    }
  }

  const third = sentences[2] ?? "";
  if (example.fp === 0) {
    const none = new RegExp(
      `^Of the ([\\d,]+) (${any(w.negative)}), all ([\\d,]+) (is|are) ${escape(w.unflagged)}\\.$`,
    ).exec(third);
    need(
      none !== null && toCount(none[1]) === negatives && toCount(none[3]) === negatives,
      "all negatives left alone",
    );
  } else {
    const others = new RegExp(
      `^Of the ([\\d,]+) (${any(w.negative)}), ${number} (is|are) ${escape(w.flagged)} too\\.$`,
    ).exec(third);
    need(others !== null, "third sentence");
    if (others !== null) {
      need(toCount(others[1]) === negatives, "the others are the negatives");
      need((others[2] === w.negative[0]) === (negatives === 1), "noun of the negatives");
      need(
        toCount(others[3]) === alarms && (others[3] === "fewer than 1") === (alarms === 0),
        "false alarms",
      );
      need((others[4] === "is") === alarms <= 1, "is or are of the false alarms");
    }
  }

  const fourth = sentences[3] ?? "";
  const flagged = caught + alarms;
  if (example.tp + example.fp === 0) need(/^So of these cases none is /.test(fourth), "nothing flagged");
  else if (flagged === 0)
    need(
      new RegExp(
        `^So fewer than 1 of ${grouped(total)} ${escape(w.case[1])} is ${escape(w.flagged)}\\.$`,
      ).test(fourth),
      "fewer than one flagged",
    );
  else {
    const sum = new RegExp(
      `^So ${number} (is|are) ${escape(w.flagged)}, and ${number} of (that|those) ([\\d,]+) (is|are) (?:an? )?(${any(w.positive)})\\.$`,
    ).exec(fourth);
    need(sum !== null, "fourth sentence");
    if (sum !== null) {
      need(toCount(sum[1]) === flagged && toCount(sum[5]) === flagged, "the flagged add up");
      need(toCount(sum[3]) === caught, "right among the flagged");
      need(
        (sum[3] === "fewer than 1") === (caught === 0 && example.tp > 0),
        "right ones that round to nothing",
      );
      if (example.tp > 0) needAgreement(need, caught, sum[6], sum[7], w.positive);
    }
  }

  const rest = sentences.slice(4).join(" ");
  if (alarms > caught && flagged > 1 && liveAlarmsLead(example))
    need(
      rest.includes(`Most of them are false alarms: ${grouped(alarms)} of those ${grouped(flagged)}.`),
      "most are false alarms",
    );
  else need(!rest.includes("Most of them"), "most are false alarms, said wrongly");
  need(/95 % ranges: /.test(rest), "ranges");
  checkZero(need, rest, example.fn === 0, `The test missed none of ${grouped(expected.bounds.p)} `);
  checkZero(need, rest, example.tp === 0, `The test caught none of ${grouped(expected.bounds.p)} `);
  checkZero(
    need,
    rest,
    example.fp === 0,
    `The test raised no false alarm among ${grouped(expected.bounds.n)} `,
  );
  return complaints;
}

function liveAlarmsLead({ tp, fn, fp, tn, baseRate }: Example): boolean {
  return ((1 - baseRate) * fp) / (fp + tn) > (baseRate * tp) / (tp + fn);
}

function checkZero(
  need: (holds: boolean, what: string) => void,
  rest: string,
  zero: boolean,
  opening: string,
): void {
  need(rest.includes(opening) === zero, `zero said where it is one: ${opening}`);
  if (!zero) return;
  const sentence = rest.slice(rest.indexOf(opening));
  const [, seen = "", , bound = "", of = ""] =
    /(?:none of|among) ([\d,]+) (.*?); up to ([\d,]+) of ([\d,]+) is possible\./.exec(sentence) ?? [];
  const n = toCount(seen);
  need(
    toCount(bound) === Math.ceil(-Math.expm1(Math.log(0.05) / n) * toCount(of) - 1e-9),
    "what a zero leaves possible",
  );
}

function needAgreement(
  need: (holds: boolean, what: string) => void,
  printed: number,
  verb: string | undefined,
  noun: string | undefined,
  pair: readonly [string, string],
): void {
  const one = printed <= 1;
  need((verb === "is") === one, "verb agrees with its number");
  need(noun === (one ? pair[0] : pair[1]), "noun agrees with its number");
}
