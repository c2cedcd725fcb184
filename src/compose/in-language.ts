import { UserError, type Message, type Place } from "../errors.js";
import type { Assessment, Finding, Words } from "../model/assessment.js";
import type { Materials } from "../model/materials.js";
import type { DeclinedNoun } from "../model/words-by-language.js";
import { plainText } from "../phrasing/inline.js";
import type { Declined, NounName } from "../phrasing/spoken-words.js";
import { createSay, type Say } from "../phrasing/say.js";
import { withArticle } from "../phrasing/with-article.js";

/** An Assessment in the words of one language. */
export interface ToldAssessment {
  readonly assessment: Assessment;
  /** Further forms of its nouns; undefined for a language that has none. */
  readonly declined?: Declined;
  readonly messages: readonly Message[];
}

const nouns = ["case", "positive", "negative"] as const;
const verbs = ["flagged", "missed", "unflagged"] as const;

/**
 * The Assessment with the author's nouns, verbs and names in the language of the document. Facts stay as they are:
 * only `words` and the names of groups, columns and classes change.
 *
 * A name that nobody has given in the language becomes the name in the data, so that no sentence is in two languages;
 * a message says which. Texts of the author, and names of models and options, stay as they were written.
 *
 * @param materials - hold the general words of the language, for a plan that gives none
 * @throws UserError where the plan names its cases in English and not in this language
 */
export function inLanguage(
  assessment: Assessment,
  lang: string,
  materials: Pick<Materials, "phrases">,
  places: Readonly<Record<string, Place>>,
): ToldAssessment {
  if (lang === "en") return { assessment, messages: [] };
  const say = createSay(materials.phrases, lang);
  const place = places["words.de"] ?? places.words ?? { file: "forthright.yaml" };
  const forms = declinedWords(assessment.words, lang, say, place);
  const named = withNames(assessment);
  const lacking = [...new Set(named.lacking)];
  return {
    assessment: { ...named.assessment, words: forms.words },
    declined: { ...forms.declined, groups: named.groups },
    messages:
      lacking.length === 0
        ? []
        : [
            {
              code: "name-not-translated",
              severity: "warning",
              place,
              text: `Names without a ${lang} form are told as in the data: ${lacking.join(", ")}.`,
              hint: `Add them under words.${lang}.names.`,
            },
          ],
  };
}

/** Words that stand in an English Assessment where the author gave none. */
const general: Readonly<Record<NounName, string>> = {
  case: "cases",
  positive: "positive cases",
  negative: "negative cases",
};

function declinedWords(words: Words, lang: string, say: Say, place: Place) {
  const own = words.de;
  const lacking: string[] = [];
  const word = (name: string): string => plainText(say(`word.${name}`));
  const noun = (name: NounName): DeclinedNoun => {
    const given = own?.[name];
    if (given !== undefined) return given;
    if (words[name][1] !== general[name]) lacking.push(name);
    const [one, many, ofMany] = ["one", "many", "of-many"].map((form) => word(`${name}-${form}`));
    return {
      one: one ?? "",
      many: many ?? "",
      of_one: word(`${name}-of-one`),
      of_many: ofMany ?? "",
      gender: "m",
    };
  };
  const verb = (name: (typeof verbs)[number]): string => {
    const given = own?.[name];
    if (given !== undefined) return given;
    const untouched =
      name === "unflagged" ? words.unflagged === `not ${words.flagged}` : words[name] === name;
    if (!untouched) lacking.push(name);
    return name === "unflagged" && own?.flagged !== undefined
      ? plainText(say("word.not", { flagged: own.flagged }))
      : word(name);
  };
  const [cases, positive, negative] = nouns.map(noun);
  const [flagged = "", missed = "", unflagged = ""] = verbs.map(verb);
  if (cases === undefined || positive === undefined || negative === undefined)
    throw new Error("A noun is gone");
  if (lacking.length > 0) {
    throw new UserError("usage", {
      code: "E-WORDS",
      severity: "error",
      place,
      text: `The plan names its cases in English and not in ${lang}: ${lacking.join(", ")}.`,
      hint: `Add under words.${lang}: ${lacking.map(exampleOf).join("; ")}.`,
    });
  }
  const pair = ({ one, many }: DeclinedNoun): [string, string] => [one, many];
  const of = ({ one, of_one, of_many }: DeclinedNoun): [string, string] => [of_one ?? one, of_many];
  const a = ({ one, gender }: DeclinedNoun): string => withArticle(one, gender);
  return {
    words: {
      case: pair(cases),
      positive: pair(positive),
      negative: pair(negative),
      flagged,
      missed,
      unflagged,
      given: words.given,
    },
    declined: {
      of: { case: of(cases), positive: of(positive), negative: of(negative) },
      a: { case: a(cases), positive: a(positive), negative: a(negative) },
    },
  };
}

/** What to write for a word that is lacking. */
function exampleOf(name: string): string {
  const examples: Readonly<Record<string, string>> = {
    case: "case: {one: Antrag, many: Anträge, of_many: Anträgen, gender: m}",
    positive: "positive: {one: Betrugsversuch, many: Betrugsversuche, of_many: Betrugsversuchen, gender: m}",
    negative:
      "negative: {one: ehrlicher Antrag, many: ehrliche Anträge, of_one: ehrlichen Antrag, of_many: ehrlichen Anträgen, gender: m}",
    flagged: "flagged: gestoppt",
    missed: "missed: durchgelassen",
    unflagged: "unflagged: durchgelassen",
  };
  return examples[name] ?? name;
}

/** The names of groups, columns, classes and models in the language, and those that have none. */
function withNames(assessment: Assessment) {
  const book = Object.entries(assessment.words.de?.names ?? {}).map(([key, name]) => {
    const [many = "", ofMany] = typeof name === "string" ? name.split(" / ") : [name.many, name.of_many];
    return { key, many, ofMany: ofMany ?? many };
  });
  const byKey = new Map(book.map((entry) => [entry.key, entry]));
  const byValue = new Map(book.map((entry) => [entry.key.replace(/^[^=!]*=/, ""), entry]));
  const groups = Object.fromEntries(book.map(({ many, ofMany }) => [many, ofMany]));
  const lacking: string[] = [];
  /** By the keys it may stand under; null, and remembered, where the author's name has no counterpart. */
  const required = (own: string | null, ...keys: string[]): string | null => {
    const found = [...keys, ...(own === null ? [] : [own])].map((key) => byKey.get(key)).find(Boolean);
    if (found === undefined && own !== null) lacking.push(keys[0] ?? own);
    return found?.many ?? null;
  };
  /** Of a name that may stay as it is. */
  const translated = (text: string): string => (byKey.get(text) ?? byValue.get(text))?.many ?? text;
  // What the author calls a group, as it stands in the slots of a finding.
  const told = new Map<string, string>();
  const slices = assessment.slices.map((slice) => {
    const { column, value, negated } = slice;
    const parts = slice.id.split("&");
    const name =
      parts.length > 1
        ? required(slice.name, slice.id)
        : required(slice.name, `${column}${negated ? "!=" : "="}${value ?? "(missing)"}`);
    const columnName = required(slice.column_name, column);
    if (slice.name !== null) told.set(slice.name, name ?? slice.value ?? slice.name);
    if (slice.column_name !== null) told.set(slice.column_name, columnName ?? column);
    return { ...slice, name, column_name: columnName };
  });
  const coverage = assessment.coverage.map((cell) => {
    const name = required(cell.name, `${cell.column}=${cell.value}`);
    if (cell.name !== null) told.set(cell.name, name ?? cell.value);
    return { ...cell, name, column_name: required(cell.column_name, cell.column) };
  });
  const evaluations = assessment.evaluations.map((evaluation) => ({
    ...evaluation,
    title: evaluation.title === null ? null : translated(evaluation.title),
    value_name: evaluation.value_name === null ? null : translated(evaluation.value_name),
    facet_names: facetNames(evaluation.facet_names, byValue, translated),
  }));
  const slotsOf = ({ slots }: Finding): Finding["slots"] =>
    Object.fromEntries(
      Object.entries(slots).map(([slot, value]) => [
        slot,
        typeof value === "string"
          ? value
              .split(", ")
              .map((part) => told.get(part) ?? translated(part))
              .join(", ")
          : value,
      ]),
    );
  return {
    assessment: {
      ...assessment,
      slices,
      coverage,
      evaluations,
      findings: assessment.findings.map((finding) => ({ ...finding, slots: slotsOf(finding) })),
      series: assessment.series.map((one) => ({ ...one, break: withRecorded(one.break, translated) })),
      scenarios: assessment.scenarios.map((scenario) => ({ ...scenario, name: translated(scenario.name) })),
      tables: assessment.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({ ...row, label: translated(row.label) })),
      })),
    },
    groups,
    lacking,
  };
}

/** What is recorded near a break, in the language where the plan gives it. */
function withRecorded(
  found: Assessment["series"][number]["break"],
  translated: (text: string) => string,
): Assessment["series"][number]["break"] {
  if (found?.recorded == null) return found;
  return { ...found, recorded: { ...found.recorded, what: translated(found.recorded.what) } };
}

/** Names of classes, attacks, layers and models, by what the data calls them. */
function facetNames(
  own: Readonly<Record<string, string>> | undefined,
  byValue: ReadonlyMap<string, { readonly many: string }>,
  translated: (text: string) => string,
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [value, { many }] of byValue) names[value] = many;
  for (const [facet, name] of Object.entries(own ?? {}))
    names[facet] = byValue.get(facet)?.many ?? translated(name);
  return names;
}
