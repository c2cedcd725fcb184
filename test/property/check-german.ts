import fc from "fast-check";

import type { Estimate } from "../../src/model/assessment.js";
import { frequencySentences } from "../../src/phrasing/frequency-sentences.js";
import { nounSlots } from "../../src/phrasing/noun-slots.js";
import { plainText } from "../../src/phrasing/inline.js";
import { rateSentence } from "../../src/phrasing/rate-sentence.js";
import { createSay, type Catalogue } from "../../src/phrasing/say.js";
import { sensitivitySentence } from "../../src/phrasing/sensitivity-sentence.js";
import type { SpokenWords } from "../../src/phrasing/spoken-words.js";
import type { Voice } from "../../src/phrasing/voice.js";
import { estimatesOf, examplesWith, expectedTotal, mayBeTold, voiceOf, wilson } from "./sentence-examples.js";
import { germanWords } from "./german-words.js";

/*
 * The German sentences of random tables, compared letter by letter with what the four counts and the base rate
 * bear. Words, cases and numbers are put together here a second time; nothing is taken from the phrase files.
 */

interface Table {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
  readonly baseRate: number;
  readonly words: SpokenWords;
}

/** Runs random tables; the first few complaints, none when every sentence is as it should be. */
export function checkGerman(phrases: Catalogue, runs: number, seed: number): string[] {
  const complaints: string[] = [];
  const property = fc.property(examplesWith(germanWords), (table: Table) => {
    const estimates = estimatesOf(table);
    const say = createSay(phrases, "de", nounSlots(table.words));
    const voice: Voice = { ...voiceOf(table, say, estimates), lang: "de" };
    const found = [
      ...aboutChain(table, voice, estimates),
      ...aboutRates(table, voice, estimates),
      ...aboutSensitivity(table, voice, estimates),
    ];
    complaints.push(...found.map((text) => `${text} in ${JSON.stringify(table)}`));
    return complaints.length < 20;
  });
  const { failed, errorInstance } = fc.check(property, { numRuns: runs, seed });
  if (failed && complaints.length === 0) complaints.push(`threw ${String(errorInstance)}`);
  return complaints;
}

// ---------------------------------------------------------------- grammar

type Name = "case" | "positive" | "negative";

/** After "von" and a number. */
const of = (words: SpokenWords, name: Name, count: number): string =>
  words.declined?.of[name][count === 1 ? 0 : 1] ?? "";
const are = (words: SpokenWords, name: Name, count: number): string =>
  count === 1 ? (words.declined?.a[name] ?? "") : words[name][1];
const becomes = (count: number): string => (count === 1 ? "wird" : "werden");
const is = (count: number): string => (count === 1 ? "ist" : "sind");
const became = (count: number): string => (count === 1 ? "wurde" : "wurden");
/** A verb is said again only where the second number asks for its other form. */
const again = (verb: (count: number) => string, first: number, second: number): string =>
  verb(first) === verb(second) ? "" : `${verb(second)} `;

/** A count as it is printed, and the number its verb agrees with: a case too rare to print is "weniger als 1". */
function printed(count: number, exists: boolean): readonly [text: string, agrees: number] {
  return count === 0 && exists ? ["weniger als 1", 1] : [grouped(count), count];
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

// ---------------------------------------------------------------- the nested counts

type Estimates = ReadonlyMap<string, Estimate>;

function aboutChain(table: Table, voice: Voice, estimates: Estimates): string[] {
  const { tp, fn, fp, tn, baseRate } = table;
  const [recall, falseAlarms, base] = ["recall", "false-alarms", "deployment-base-rate"].map((metric) =>
    estimates.get(metric),
  );
  if (recall === undefined || falseAlarms === undefined || base === undefined) return ["no estimates"];
  const told = frequencySentences(voice, {
    recall,
    falseAlarms,
    baseRate: base,
    slice: null,
    precision: estimates.get("precision") ?? null,
  }).map(plainText);
  const [p, n] = [tp + fn, fp + tn];
  const total = p === 0 || n === 0 ? 100 : expectedTotal(baseRate, tp / p, fp / n);
  const positives = Math.round(total * baseRate);
  const silent =
    p === 0 || n === 0 || !mayBeTold(tp, p) || !mayBeTold(fp, n) || positives === 0 || positives === total;
  if (silent) return told.length === 0 ? [] : [`a chain without its counts: ${told.join(" ")}`];
  const expected = chainOf(table, total, positives);
  const complaints = expected.flatMap((sentence, index) =>
    told[index] === sentence ? [] : [`"${told[index] ?? ""}" where "${sentence}" is right`],
  );
  const rest = told.slice(expected.length).join(" ");
  if (!rest.startsWith("95-%-Bereiche: ")) complaints.push(`no ranges: "${rest}"`);
  for (const [holds, sentence] of zerosOf(table, voice))
    if (rest.includes(sentence) !== holds) complaints.push(`zero, said wrongly: "${rest}" and "${sentence}"`);
  return complaints;
}

function chainOf({ tp, fn, fp, tn, baseRate, words: w }: Table, total: number, positives: number): string[] {
  const negatives = total - positives;
  const caught = Math.round(positives * (tp / (tp + fn)));
  const alarms = Math.round(negatives * (fp / (fp + tn)));
  const flagged = caught + alarms;
  const [right, rightAgrees] = printed(caught, tp > 0);
  const [missed, missedAgrees] = printed(positives - caught, fn > 0);
  const [wrong, wrongAgrees] = printed(alarms, fp > 0);
  const those = positives === 1 ? "Davon (1)" : `Von diesen ${grouped(positives)}`;
  const all = (what: string): string =>
    positives === 1 ? `${those} wird 1 ${what}.` : `${those} werden alle ${grouped(positives)} ${what}.`;
  const others = `Von ${negatives === 1 ? "" : "den "}${grouped(negatives)} ${of(w, "negative", negatives)}`;
  const every = negatives === 1 ? "wird" : "werden alle";
  const leads = (1 - baseRate) * (fp / (fp + tn)) > baseRate * (tp / (tp + fn));
  return [
    `Von ${grouped(total)} ${of(w, "case", 2)} ${is(positives)} etwa ${grouped(positives)} ${are(w, "positive", positives)}.`,
    fn === 0
      ? all(w.flagged)
      : tp === 0
        ? all(w.missed)
        : `${those} ${becomes(rightAgrees)} ${right} ${w.flagged} und ${missed} ${again(becomes, rightAgrees, missedAgrees)}${w.missed}.`,
    fp === 0
      ? `${others} ${every} ${grouped(negatives)} ${w.unflagged}.`
      : `${others} ${becomes(wrongAgrees)} auch ${wrong} ${w.flagged}.`,
    tp + fp === 0
      ? `Von diesen Fällen wird also keiner ${w.flagged}.`
      : flagged === 0
        ? `Insgesamt wird also weniger als 1 von ${grouped(total)} ${of(w, "case", 2)} ${w.flagged}.`
        : `Insgesamt ${becomes(flagged)} also ${grouped(flagged)} ${w.flagged}, und ${right} von ${flagged === 1 ? "" : "diesen "}${grouped(flagged)} ${is(rightAgrees)} ${are(w, "positive", rightAgrees)}.`,
    ...(alarms > caught && flagged > 1 && leads
      ? [`Die meisten davon sind Fehlalarme: ${grouped(alarms)} von diesen ${grouped(flagged)}.`]
      : []),
  ];
}

/** What a zero in the test leaves possible: 1 - 0.05^(1/n), rounded up. */
function zerosOf({ tp, fn, fp, tn, words: w }: Table, voice: Voice): (readonly [boolean, string])[] {
  const bound = (n: number, total: number): string =>
    `möglich sind bis zu ${grouped(Math.ceil(-Math.expm1(Math.log(0.05) / n) * total - 1e-9))} von ${grouped(total)}.`;
  const [p, n] = [tp + fn, fp + tn];
  const { positives, negatives } = voice.outOf;
  const none = (what: string): string =>
    `Von ${grouped(p)} ${of(w, "positive", p)} im Test wurde kein Fall ${what}; ${bound(p, positives)}`;
  return [
    [fn === 0, none(w.missed)],
    [tp === 0, none(w.flagged)],
    [
      fp === 0,
      `Bei ${grouped(n)} ${of(w, "negative", n)} gab es im Test keinen Fehlalarm; ${bound(n, negatives)}`,
    ],
  ];
}

// ---------------------------------------------------------------- one rate, one sentence

function aboutRates(table: Table, voice: Voice, estimates: Estimates): string[] {
  const { tp, fn, fp, tn, words: w } = table;
  const [p, n] = [tp + fn, fp + tn];
  const { positives, negatives } = voice.outOf;
  const few = "; das ist zu wenig für eine Quote.";
  const said = (metric: string): string => {
    const estimate = estimates.get(metric);
    return estimate === undefined ? "" : plainText(rateSentence(voice, estimate));
  };
  const differs = (metric: string, right: string): string[] =>
    said(metric) === right ? [] : [`"${said(metric)}" where "${right}" is right`];
  const recall = (): string => {
    if (p === 0) return "";
    const [a, b] = sides(tp, p, positives);
    if (!mayBeTold(tp, p))
      return `Im Test ${became(tp)} ${grouped(tp)} von ${grouped(p)} ${of(w, "positive", 2)} ${w.flagged} und ${grouped(fn)} ${again(became, tp, fn)}${w.missed}${few}`;
    return `Von je ${grouped(positives)} ${of(w, "positive", 2)} ${becomes(a[1])} etwa ${a[0]} ${w.flagged}${rangeOf(tp, p, positives)} und ${b[0]} ${again(becomes, a[1], b[1])}${w.missed}.`;
  };
  const alarms = (): string => {
    if (n === 0) return "";
    const [a, b] = sides(fp, n, negatives);
    if (!mayBeTold(fp, n))
      return `Im Test ${became(fp)} auch ${grouped(fp)} von ${grouped(n)} ${of(w, "negative", 2)} ${w.flagged}${few}`;
    return `Von je ${grouped(negatives)} ${of(w, "negative", 2)} ${becomes(a[1])} auch etwa ${a[0]} ${w.flagged}${rangeOf(fp, n, negatives)}; ${b[0]} ${becomes(b[1])} ${w.unflagged}.`;
  };
  return [
    ...differs("recall", recall()),
    ...differs("false-alarms", alarms()),
    ...aboutPredictive(table, voice, said("precision"), "precision"),
    ...aboutPredictive(table, voice, said("npv"), "npv"),
  ];
}

/** Both sides of x of n in a round total. */
function sides(x: number, n: number, total: number) {
  const count = Math.round((x / n) * total);
  return [printed(count, x > 0), printed(total - count, x < n)] as const;
}

function rangeOf(x: number, n: number, total: number): string {
  const [low, high] = wilson(x, n);
  if (x === 0) return ` (höchstens ${grouped(Math.ceil(high * total))})`;
  if (x === n) return ` (mindestens ${grouped(Math.floor(low * total))})`;
  const count = Math.round((x / n) * total);
  const [from, to] = [Math.min(count, Math.round(low * total)), Math.max(count, Math.round(high * total))];
  return from === to
    ? ` (Bereich innerhalb 1 von ${grouped(total)})`
    : ` (Bereich ${grouped(from)} bis ${grouped(to)})`;
}

/** A share of the flagged, or of the others, at the base rate: its range is another test's business. */
function aboutPredictive(table: Table, voice: Voice, said: string, metric: "precision" | "npv"): string[] {
  const { tp, fn, fp, tn, baseRate: q, words: w } = table;
  const [se, fpr] = [tp / (tp + fn), fp / (fp + tn)];
  const hits = metric === "precision" ? q * se : (1 - q) * (1 - fpr);
  const misses = metric === "precision" ? (1 - q) * fpr : q * (1 - se);
  const value = hits / (hits + misses);
  if (!Number.isFinite(value)) return said === "" ? [] : [`${metric} said although undefined: "${said}"`];
  if (said === "") return [];
  const total = metric === "precision" ? voice.outOf.flagged : voice.outOf.unflagged;
  const [first, second]: [Name, Name] =
    metric === "precision" ? ["positive", "negative"] : ["negative", "positive"];
  const whole = `Von je ${grouped(total)} ${metric === "precision" ? w.flagged : w.unflagged}en ${of(w, "case", 2)}`;
  const wide = / zwischen ([\d.]+) und ([\d.]+) /.exec(said);
  if (wide !== null) {
    const [low, high] = [wide[1], wide[2]].map((text = "") => Number(text.replaceAll(".", "")));
    const right = `${whole} sind zwischen ${wide[1] ?? ""} und ${wide[2] ?? ""} ${w[first][1]}; das ist zu weit für eine einzelne Zahl.`;
    const holds = (low ?? Infinity) <= value * total && value * total <= (high ?? -Infinity);
    return said === right && holds ? [] : [`"${said}" where "${right}" is right`];
  }
  const range = / \([^)]*\)(?= und )/.exec(said)?.[0] ?? "";
  const told = (count: number): string => {
    const [a, b] = [printed(count, value > 0), printed(total - count, value < 1)];
    return `${whole} ${is(a[1])} etwa ${a[0]} ${are(w, first, a[1])}${range} und ${b[0]} ${again(is, a[1], b[1])}${are(w, second, b[1])}.`;
  };
  // At a tie the last bit of the arithmetic decides: both neighbours are right.
  const right = [-1e-9, 1e-9].map((off) => told(Math.round(value * total * (1 + off))));
  return right.includes(said) ? [] : [`"${said}" where "${right[0] ?? ""}" is right`];
}

// ---------------------------------------------------------------- half and twice the base rate

function aboutSensitivity(table: Table, voice: Voice, estimates: Estimates): string[] {
  const { tp, fn, fp, tn, baseRate, words: w } = table;
  const [recall, falseAlarms, base] = ["recall", "false-alarms", "deployment-base-rate"].map((metric) =>
    estimates.get(metric),
  );
  if (recall === undefined || falseAlarms === undefined || base === undefined) return [];
  const said = plainText(
    sensitivitySentence(voice, { recall, falseAlarms, baseRate: base, slice: null, precision: null }),
  );
  if (said === "") return [];
  const total = voice.outOf.cases;
  const at = (rate: number): [string, string] => {
    const p = Math.round(total * rate);
    const right = Math.round(p * (tp / (tp + fn)));
    const flagged = right + Math.round((total - p) * (fp / (fp + tn)));
    return [printed(right, tp > 0)[0], printed(flagged, tp + fp > 0)[0]];
  };
  const [half, twice] = [at(baseRate / 2), at(baseRate * 2)];
  const first = `Wären ${w.positive[1]} halb so häufig, wären ${half[0]} von ${half[1]} ${w.flagged}en ${of(w, "case", 2)} Treffer`;
  const right =
    baseRate <= 0.25 ? `${first}; wären sie doppelt so häufig, ${twice[0]} von ${twice[1]}.` : `${first}.`;
  return said === right ? [] : [`"${said}" where "${right}" is right`];
}
