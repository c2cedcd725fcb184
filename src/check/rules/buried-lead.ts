import { decisionKinds } from "../decision-kinds.js";
import type { Rule } from "../rule.js";

/** Words that count as the beginning. */
const first = 40;

/** Who decides reads the beginning; what was done in the workshop comes later. */
export const buriedLead: Rule = {
  id: "buried-lead",
  alias: "L34",
  severity: "error",
  summary: "The first 40 words say what happens or what to do, not how a model was made.",
  why: "Many readers decide on the first lines and stop there. Method and names of metrics in that place cost the decision.",
  exceptions:
    "Documents that are looked things up in: cards and portfolios. A metric in brackets behind its plain words. An impact told in counts.",
  source: "AR 25-50: conclusion first; Minto",
  examples: {
    ok: [
      "Stop using the score for the new segment. It misses most who leave.",
      "Sales fell below the forecast in April and stayed there.",
      "Of 1,000 applications, 10 of 12 frauds are caught.",
      "It finds most leavers (recall 0.8).",
      "We built it last year, and it still finds most leavers.",
    ],
    notOk: [
      "We trained a gradient-boosted model on two years of data.",
      "Recall is high.",
      "This document describes the evaluation and its data.",
    ],
    kind: "briefing",
  },
  whole: ({ sentences, kind }) => {
    if (kind === null || !decisionKinds.has(kind)) return [];
    const lead = sentences.filter(
      ({ block, where, annex }) => block === "lead" && where === "text" && !annex,
    );
    const [opening] = lead;
    // What stands there where no author wrote anything says what is missing.
    if (opening === undefined || !lead.some(({ byAuthor }) => byAuthor)) return [];
    const words = lead
      .map(({ own }) => own)
      .join(" ")
      .replace(/\([^)]*\)/g, " ")
      .split(/\s+/)
      .slice(0, first)
      .join(" ");
    const metric = metrics.exec(words);
    const isImpact = impact.test(words) || counts.test(words);
    if (metric === null && isImpact) return [];
    return [
      {
        sentence: opening,
        text:
          metric === null
            ? `Unexpected beginning without a decision or an effect, expected one in the first ${first} words.`
            : `Unexpected metric "${metric[0]}" in the first ${first} words, expected what happens and what to do.`,
        hint: "Begin with what to do, or with what happens to whom; method and metrics come later.",
      },
    ];
  },
};

const metrics =
  /\b(?:F1|AUC|AUROC|ROC|recall|precision|accuracy|sensitivity|specificity|log loss|RMSE|MAE|MAPE|WAPE|PSI|ECE|Brier|kappa|APCER|BPCER|FNMR|FMR|R²|mAP|BLEU|perplexity)\b/i;
const counts = /\b\d[\d,]* (?:of|in|per) |…|\bof (?:every )?\d[\d,]*\b/i;
/** Verbs of deciding, asking, and of what happens to people, cases and money. */
const impact = new RegExp(
  `\\b(?:${[
    "stop|use|keep|launch|approv|fund|sign|choos|choose|pause|call|order|refer|refus|reject|accept|hire|buy|sell|switch|replac|return|delay|start|end|clos|open|pay|spend|invest|send|read|review|check|ask|decid|recommend|propos|need|want|let|leav|miss|find|catch|block|pass|fail|reach|work|carr|cost|lose|gain|save|earn|waste|drop|ris|grow|shrink|increas|decreas|improv|worsen|harm|help|protect|arriv|break|overload|serv|wait|complain|filter|mistak|confus|expect|rank",
  ].join(
    "|",
  )})(?:e|es|s|ed|d|ped|ing|y|ies|ied)?\\b|\\b(?:fell|rose|grew|lost|left|caught|found|kept|sold|sent|paid|spent|broke|broken|went|come|came|comes|gets?|got|getting|stay|stays|stayed|face|faces|right|wrong|fit)\\b`,
  "i",
);
