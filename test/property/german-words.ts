import fc from "fast-check";

import type { SpokenWords } from "../../src/phrasing/spoken-words.js";

/** A German noun: nominative, dative, singular and plural, and its article. */
interface GermanNoun {
  readonly one: string;
  readonly many: string;
  readonly ofOne: string;
  readonly ofMany: string;
  readonly article: "ein" | "eine";
}

const noun = (
  one: string,
  many: string,
  ofOne: string,
  ofMany: string,
  article: "ein" | "eine",
): GermanNoun => ({ one, many, ofOne, ofMany, article });

/** All genders; nouns with a weak form, with an adjective, made of an adjective, and with words after them. */
const nouns: readonly GermanNoun[] = [
  noun("Antrag", "Anträge", "Antrag", "Anträgen", "ein"),
  noun("Kunde", "Kunden", "Kunden", "Kunden", "ein"),
  noun("Prüfung", "Prüfungen", "Prüfung", "Prüfungen", "eine"),
  noun("Dokument", "Dokumente", "Dokument", "Dokumenten", "ein"),
  noun("ehrlicher Antrag", "ehrliche Anträge", "ehrlichen Antrag", "ehrlichen Anträgen", "ein"),
  noun("echte Anfrage", "echte Anfragen", "echten Anfrage", "echten Anfragen", "eine"),
  noun(
    "gefälschtes Dokument",
    "gefälschte Dokumente",
    "gefälschten Dokument",
    "gefälschten Dokumenten",
    "ein",
  ),
  noun("Säumiger", "Säumige", "Säumigen", "Säumigen", "ein"),
  noun(
    "Vergleich derselben Person",
    "Vergleiche derselben Person",
    "Vergleich derselben Person",
    "Vergleichen derselben Person",
    "ein",
  ),
  noun("Unfall", "Unfälle", "Unfall", "Unfällen", "ein"),
];
const participles = [
  "gestoppt",
  "durchgelassen",
  "zur Prüfung vorgelegt",
  "nicht angerufen",
  "ungeprüft bewilligt",
];

/** Random words of a plan, with every form that German needs. */
export const germanWords: fc.Arbitrary<SpokenWords> = fc
  .tuple(
    fc.shuffledSubarray([...nouns], { minLength: 3, maxLength: 3 }),
    fc.shuffledSubarray(participles, { minLength: 3, maxLength: 3 }),
  )
  .map(([chosen, [flagged = "", missed = "", unflagged = ""]]) => {
    const at = (index: number): GermanNoun => chosen[index] ?? noun("", "", "", "", "ein");
    const pair = (index: number): [string, string] => [at(index).one, at(index).many];
    const of = (index: number): [string, string] => [at(index).ofOne, at(index).ofMany];
    const a = (index: number): string => `${at(index).article} ${at(index).one}`;
    return {
      case: pair(0),
      positive: pair(1),
      negative: pair(2),
      flagged,
      missed,
      unflagged,
      given: true,
      declined: {
        of: { case: of(0), positive: of(1), negative: of(2) },
        a: { case: a(0), positive: a(1), negative: a(2) },
        groups: {},
      },
    };
  });
