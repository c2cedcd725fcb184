import { csvOf, type Block } from "../find/small-csv.js";
import { planFile, type ProjectFiles } from "../measure/project-folder.js";
import { audiences, type Audience } from "../../src/model/plan.js";

/** A word that stands in one part of one level and nowhere else. */
export function canary(level: string, part: string): string {
  return `Zz${part}${level}Qq`;
}

/** A number of the same kind: five digits that nothing else of the project has. */
export function canaryNumber(level: Audience, part: number): number {
  return 71_003 + audiences.indexOf(level) * 1_010 + part * 101;
}

/** Fields of a record that hold words, each with its canary. */
export const wordParts = [
  "title", "population", "harmed", "how", "severity", "likelihood", "attempts", "signal", "alarm", "delay",
  "workaround", "fix", "fixer", "effect", "left", "accepter", "use", "settle", "owner", "question", "never",
  "link", "history", "body",
] as const; // prettier-ignore

/** Sentences of a note, of a body, of the ask and of a field, one for each level and below. */
export const spans = ["inNote", "inBlock", "inBody", "inAsk", "inField"] as const;

/** Attack species, the last one never tried; their names tell where to try. */
export const species = ["Zzspeciesflat", "Zzspeciesmask", "Zzspecieslatex"];

/** Ids, titles and metrics of criteria about attacks: that they failed, or were never tried, tells where to try. */
export const attackCriteria = ["AC-7101", "AC-7102", "AC-7103", "ZzfewpassQq", "ZzbothpassQq"] as const;

/** Words and numbers of the plan that nobody outside may know. */
export const planCanaries = {
  monitoring: "ZzwatchQq",
  alarm: "ZzalarmQq",
  control: "ZzcontrolQq",
  trigger: "ZztriggerQq",
  costSource: "ZzcostQq",
  option: "ZzoptionQq",
  file: "Zzfilename",
  cutOff: 0.4873,
  miss: 7_123.45,
} as const;

function span(level: Audience, part: string): string {
  return `:only[${canary(level, part)} stands here.]{audience="${level}"}`;
}

function everySpan(part: string): string {
  return audiences.map((level) => span(level, part)).join(" ");
}

function record(level: Audience, type: string, number: number): [string, string] {
  const word = (part: string): string => canary(`${level}${type}`, part);
  const front = {
    id: `LIM-${String(number).padStart(4, "0")}`,
    title: `${word("title")} is weak`,
    type,
    affected: { population: `${word("population")} people`, persons_per_month: canaryNumber(level, 1) },
    harmed: `${word("harmed")} people`,
    harm_class: 4,
    appeal: { possible: false, how: word("how") },
    severity: { level: 4, reason: word("severity") },
    likelihood: { level: 4, reason: word("likelihood") },
    attempts_per_month: {
      low: canaryNumber(level, 2),
      high: canaryNumber(level, 3),
      source: word("attempts"),
    },
    evidence: type === "ADV" ? [`a/apcer[${species[1] ?? ""}]@all`] : ["e/recall@all"],
    grade: "E2",
    detection: { signal: word("signal"), threshold: `above 5 ${word("alarm")}`, delay: word("delay") },
    workaround: `${word("workaround")} first. ${everySpan(`inField${type}`)}`,
    mitigation: { do: word("fix"), owner: word("fixer"), by: "2026-12-01", effect: word("effect") },
    residual: { statement: word("left"), accepted_by: word("accepter"), until: "2026-01-01" },
    use_restriction: `not for ${word("use")}`,
    would_settle: word("settle"),
    owner: word("owner"),
    question: `${word("question")}?`,
    not_to_say: word("never"),
    links: [word("link")],
    history: [{ date: "2026-02-01", change: word("history") }],
    disclosure: level,
    wording: Object.fromEntries(
      audiences.map((reader) => [reader, canary(`${level}${type}`, `said${reader}`)]),
    ),
  };
  const body = `${word("body")} stands in the text. ${everySpan(`inBody${type}`)}`;
  return [`limitations/${front.id}.md`, `---\n${JSON.stringify(front)}\n---\n\n${body}\n`];
}

/** Kinds that are made of it. */
export const canaryKinds = ["briefing", "limitation-portfolio", "model-card"];

/** A project with a canary at every level and in every field. */
export function canaryProject(): ProjectFiles {
  const rows: Block[] = Array.from({ length: 400 }, (_, row) => {
    const positive = row % 4 === 0;
    return {
      times: 1,
      cells: [positive ? 1 : 0, (((row * 37) % 500) / 1_000 + (positive ? 0.4 : 0.05)).toFixed(4)],
    };
  });
  const attacks: Block[] = [
    ...species.slice(0, 2).flatMap((name, index): Block[] => [
      { times: 40 - index, cells: [name, 0.9] },
      { times: 3 + index, cells: [name, 0.1] },
    ]),
    { times: 60, cells: ["bona fide", 0.1] },
  ];
  const block = audiences.map(
    (level) => `:::only{audience="${level}"}\n${canary(level, "inBlock")} stands here.\n:::`,
  );
  const records = ["ADV", "COV"].flatMap((type, place) =>
    audiences.map((level, index) => record(level, type, 1 + place * audiences.length + index)),
  );
  return {
    [`${planCanaries.file}.csv`]: csvOf(["y", "s"], rows),
    "attacks.csv": csvOf(["truth", "score"], attacks),
    "notes/limitation-portfolio/rule.md": `Read it first. ${everySpan("inNote")}\n\n${block.join("\n\n")}\n`,
    ...Object.fromEntries(records),
    "forthright.yaml": planFile({
      model: { name: "Canaries", provider: "Team" },
      words: { case: "case / cases", positive: "hit / hits", negative: "pass / passes", flagged: "flagged" },
      use: { intended: ["Test"], out_of_scope: ["Anything else"] },
      deployment: {
        threshold: planCanaries.cutOff,
        base_rate: 0.2,
        volume: { cases: 9_000, per: "month" },
      },
      costs: {
        currency: "EUR",
        miss: { value: planCanaries.miss, source: planCanaries.costSource },
        action: 5,
      },
      monitoring: [
        { signal: planCanaries.monitoring, threshold: `above 3 ${planCanaries.alarm}`, owner: "Somebody" },
      ],
      controls: [{ name: planCanaries.control, step: "one notch" }],
      evaluations: [
        {
          id: "e",
          data: `${planCanaries.file}.csv`,
          label: "y",
          positive: 1,
          score: "s",
          collected: "2026-01-01/2026-03-31",
        },
        {
          id: "a",
          task: "attack-detection",
          data: "attacks.csv",
          label: "truth",
          bona_fide: "bona fide",
          score: "score",
          threshold: 0.5,
          in_scope: { truth: species },
        },
      ],
      criteria: [
        {
          id: "AC-1",
          metric: "recall",
          evaluation: "e",
          at_least: 0.9,
          title: `Few ${species[2] ?? ""}es missed`,
        },
        { id: "AC-2", metric: "bpcer", evaluation: "a", at_most: 0.05, title: "ZzhonestQq" },
        { id: "AC-7101", metric: "apcer", evaluation: "a", at_most: 0.01, title: "ZzfewpassQq" },
        { id: "AC-7102", metric: "iapar", evaluation: "a", at_most: 0.01, title: "ZzbothpassQq" },
        {
          id: "AC-7103",
          metric: `apcer[${species[2] ?? ""}]`,
          evaluation: "a",
          exists: true,
          importance: "should",
          title: `${species[2] ?? ""}es tested`,
        },
      ],
      rollback: {
        text: "Back to the older version.",
        triggers: [
          {
            signal: planCanaries.trigger,
            threshold: `above 4 ${planCanaries.alarm}`,
            action: "rollback",
            target: { version: "0.9" },
          },
        ],
      },
      acceptance: {
        may_accept: "Somebody",
        accepted: [
          {
            criterion: "AC-7102",
            by: "Somebody",
            on: "2026-04-01",
            until: "2026-12-01",
            restriction: `until ${species[2] ?? ""}es are stopped`,
          },
        ],
      },
      documents: canaryKinds.map((kind) => ({
        kind,
        decision: { ask: `Read this. ${everySpan("inAsk")}` },
        options: [
          { id: "now", name: `${planCanaries.option} now`, ask: true },
          { id: "then", name: `${planCanaries.option} then`, threshold: 0.6 },
        ],
      })),
    }),
  };
}
