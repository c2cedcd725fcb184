import { describe, expect, it } from "vitest";

import { checkText } from "../../src/check/check.js";
import { sentencesOf } from "../../src/check/sentences-of.js";
import { parseNote } from "../../src/compose/parse-markdown.js";

/** What the rules that read German say about a German text, by id. */
function saidAbout(text: string): string[] {
  const sentences = sentencesOf(parseNote(text), "x.md");
  return checkText({ lang: "de", kind: null, sentences }).map(({ code }) => code);
}

describe("rules that read German words", () => {
  it.each([
    ["percentage-without-denominator", "Die Genauigkeit beträgt 85 %."],
    ["probability-word-without-number", "Das ist sehr wahrscheinlich."],
    ["mixed-scales", "Das ist wahrscheinlich (66–100 %), mit hohem Vertrauen."],
    ["absolute-claim", "Das System eliminiert Betrug."],
    ["absolute-claim", "Das Modell übersieht nie einen Betrug."],
    ["model-agency", "Das Modell weiß, wer geht."],
    ["model-agency", "Es ist ein revolutionäres Modell."],
    ["one-in-x", "Jeder zehnte Kunde geht."],
    ["unqualified-false-positive-rate", "Die Falsch-Positiv-Rate ist klein."],
    ["significant", "Das ist signifikant besser."],
  ])("%s speaks about %j", (id, text) => {
    expect(saidAbout(text)).toContain(id);
  });

  it.each([
    "85 % der Kunden bleiben.",
    "Von 100 Anträgen gleicher Art fielen 15 aus.",
    "Das ist sehr wahrscheinlich (90–100 %).",
    "Ältere Geräte werden mit größerer Wahrscheinlichkeit abgelehnt.",
    "Der Score weiß davon nichts.",
    "Eine Sachbearbeiterin entscheidet immer selbst.",
    "Eingespielte Videos wurden nie getestet.",
    "Das garantiert nicht, dass es so bleibt.",
    "Es ist sicher, dass das Gerät läuft.",
    "Er kam erst am zehnten Tag.",
  ])("all are silent on %j", (text) => {
    expect(saidAbout(text)).toEqual([]);
  });
});
