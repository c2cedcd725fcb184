import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** A score ranks; it does not know, think or decide. */
export const modelAgency: Rule = {
  id: "model-agency",
  alias: "L27",
  severity: "error",
  summary: "A model does not understand, know, think, believe or decide.",
  why: "Words of the mind promise judgement where there is a pattern, and move the responsibility from a person to a thing. Readers of them expect sense in cases that were never in the data.",
  exceptions:
    "People as the subject; denials (“the score knows none of this”, “does not decide”); names of products in quotation marks; the owner, team or card of a model.",
  source: "Kapoor and Narayanan, 18 pitfalls in reporting on AI",
  languages: ["en", "de"],
  examples: {
    ok: [
      "The score ranks customers by past patterns.",
      "The reviewer knows the customer and decides.",
      "Those your policy names; the score knows none.",
      "The model ranks; a person decides.",
      "The system owner decides by Friday.",
      "The model does not understand sarcasm.",
    ],
    notOk: [
      "The model knows who will churn.",
      "Our AI really understands documents.",
      "It is a revolutionary model.",
      "The classifier reaches human-level accuracy.",
      "The system is intelligent.",
    ],
  },
  text: ({ own, annex }, { lang }) => {
    if (annex) return [];
    for (const pattern of patterns[lang] ?? []) {
      const found = pattern.exec(own);
      if (found === null) continue;
      const before = own.slice(Math.max(0, found.index - 25), found.index);
      const after = own.slice(found.index + found[0].length);
      if (
        denial.test(before) ||
        denial.test(found[0]) ||
        /^ (?:none|nothing|no|little|only|nur)\b|^(?: \p{L}+){0,2} (?:nichts|nicht|kein\p{L}*)(?!\p{L})/iu.test(
          after,
        )
      )
        continue;
      return [
        atMatch(
          found,
          `Unexpected "${found[0]}", expected what it computes from what.`,
          "Say: the score ranks cases by past patterns.",
        ),
      ];
    }
    return [];
  },
};

const thing =
  "(?:models?|scores?|systems?|AI|algorithms?|classifiers?|networks?|engines?|software|platforms?|machines?|detectors?|chatbots?|assistants?|LLMs?)";
const grand =
  "(?:human-level|superhuman|super-human|revolutionary|intelligent|game-changing|groundbreaking|ground-breaking|magical|self-aware|thinking)";
const patterns: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    new RegExp(
      `\\b${thing} (?:(?:\\p{L}+ly|also|just|already|now|then|can|will|could|often|even|itself) )*(?:understands?|knows?|thinks?|believes?|decides?|learns? to (?:think|see|reason|understand|know|judge)|comprehends?|reasons about)\\b`,
      "iu",
    ),
    new RegExp(
      `\\b${grand}(?: \\p{L}+)? (?:${thing}|accuracy|performance|technology|solution|understanding|check)\\b`,
      "iu",
    ),
    new RegExp(`\\b${thing} (?:is|are) (?:\\p{L}+ly )?${grand}\\b`, "iu"),
  ],
  de: [
    /\b(?:Modelle?|Scores?|Systeme?|KI|Algorithm(?:us|en)|Netz(?:e|werk)?|Software|Maschinen?|Plattform(?:en)?) (?:(?:wirklich|auch|bereits|selbst|schon) )*(?:versteht|verstehen|weiß|wissen|denkt|denken|glaubt|glauben|entscheidet|entscheiden|begreift|begreifen)(?!\p{L})/iu,
    /\b(?:revolutionär|intelligent|bahnbrechend|übermenschlich|menschenähnlich)(?:e[rmns]?)? (?:Modelle?|Systeme?|KI|Software|Lösung|Technik|Prüfung|Genauigkeit)\b/iu,
    /\b(?:Modell|System|KI|Software|Score) ist (?:revolutionär|intelligent|bahnbrechend)\b/iu,
  ],
};
const denial = /\b(?:nor?|not|nothing|nobody|never|neither|cannot|whether|kein\w*|weder|nicht|ob)\b/i;
