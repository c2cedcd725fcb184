import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import type { Audience } from "../../src/model/plan.js";
import { redact } from "../../src/redact/redact.js";
import { csvOf } from "../find/small-csv.js";
import { assessFiles, planFile, type ProjectFiles } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

/** Words that stand for an attack, a layer or a kind of document, and occur nowhere else. */
const secrets = [
  "Zwiebelmaske",
  "Xylobild",
  "Qualmdruck",
  "Wurmkanal",
  "Kristallpass",
  "Erstwall",
  "Zweitwall",
];
const outside: readonly Audience[] = ["executive", "customer", "public"];
const kinds = ["briefing", "limitation-portfolio", "model-card"];

/** A model with a binary evaluation, attacks that slip, cells that nobody tested, and layers that fail together. */
function project(): ProjectFiles {
  const attack = (times: number, name: string, said: string, device: string, a: string, b: string) => ({
    times,
    cells: [name, said, said === "stop" ? 0.9 : 0.1, device, "DE", a, b],
  });
  return {
    "attacks.csv": csvOf(
      ["what", "said", "score", "device", "country", "Erstwall", "Zweitwall"],
      [
        attack(40, "Zwiebelmaske", "go", "Tiefgeraet", "go", "go"),
        attack(10, "Zwiebelmaske", "go", "phone", "go", "stop"),
        attack(80, "Zwiebelmaske", "stop", "phone", "stop", "stop"),
        attack(4, "Xylobild", "go", "phone", "go", "stop"),
        attack(3, "Xylobild", "stop", "phone", "stop", "go"),
        attack(300, "live", "go", "phone", "go", "go"),
        attack(12, "live", "stop", "Tiefgeraet", "stop", "go"),
      ],
    ),
    "volume.csv": "country,checks\nDE,900\nKristallpass,100\n",
    "forthright.yaml": planFile({
      model: { name: "Document check", provider: "Team" },
      deployment: { threshold: 0.5, base_rate: 0.02 },
      use: { intended: ["Test"], out_of_scope: ["Anything else"] },
      evaluations: [
        { id: "cases", counts: { tp: 90, fn: 10, fp: 20, tn: 880 }, kind: "held-out" },
        {
          id: "attacks",
          task: "attack-detection",
          check: "document",
          data: "attacks.csv",
          label: "what",
          bona_fide: "live",
          score: "score",
          slices: ["device"],
          in_scope: { what: ["Zwiebelmaske", "Xylobild", "Qualmdruck", "Wurmkanal"] },
          coverage: { columns: ["country"], volume: "volume.csv", volume_column: "checks" },
        },
        {
          id: "walls",
          task: "layers",
          data: "attacks.csv",
          label: "what",
          bona_fide: "live",
          stops: "stop",
          layers: ["Erstwall", "Zweitwall"],
        },
      ],
      criteria: [{ id: "AC-1", metric: "recall", at_least: 0.99, title: "No Zwiebelmaske" }],
      documents: kinds.map((kind) => ({
        kind,
        headline: ["attacks/dfar[Zwiebelmaske]@all"].slice(kind === "briefing" ? 0 : 1),
      })),
    }),
    "limitations/LIM-0001.md": limitation("DEP", ["walls/phi[Erstwall..Zweitwall..Zwiebelmaske]@all"]),
    "limitations/LIM-0002.md": limitation("ADV", ["attacks/dfar[Zwiebelmaske]@all"]),
  };
}

function limitation(type: string, evidence: readonly string[]): string {
  const record = {
    id: type === "DEP" ? "LIM-0001" : "LIM-0002",
    title: "Some attacks get through",
    type,
    disclosure: "public",
    evidence,
  };
  return `---\n${JSON.stringify(record)}\n---\n\nAn open limitation.\n`;
}

/** Secrets a text holds, in letters or as an id writes them. */
function toldIn(text: string): string[] {
  return secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
}

let assessment: Assessment;
beforeAll(async () => {
  const measured = await assessFiles(project());
  const named = {
    metric: "dfar[Zwiebelmaske]",
    estimate: "attacks/dfar[Zwiebelmaske]@all",
    evaluation: "attacks",
  };
  assessment = { ...measured, criteria: measured.criteria.map((criterion) => ({ ...criterion, ...named })) };
});

describe("the whole Assessment", () => {
  it("holds every secret, so that the editions have something to hold back", () => {
    expect(toldIn(JSON.stringify(assessment))).toEqual(secrets);
  });
  it("is told to the auditor, too", () => {
    const names = [
      "Zwiebelmaske",
      "Xylobild",
      "Qualmdruck",
      "Wurmkanal",
      "Erstwall",
      "Zweitwall",
      "Kristallpass",
    ];
    expect(toldIn(JSON.stringify(redact(assessment, "auditor")))).toEqual(expect.arrayContaining(names));
  });
});

describe.each(outside)("the %s edition", (audience) => {
  it("holds no name of an attack, a layer or an untested document in any byte of its JSON", () => {
    expect(toldIn(JSON.stringify(redact(assessment, audience)))).toEqual([]);
  });
  it("tells of no group how attacks fare on it", () => {
    const told = redact(assessment, audience).estimates.filter(({ evaluation }) => evaluation === "attacks");
    expect(told.filter(({ of, slice }) => of === "positives" && slice !== "all")).toEqual([]);
    expect(told.some(({ id }) => id.startsWith("attacks/dfrr@device="))).toBe(true);
  });
  it("holds none in any byte of its documents", async () => {
    const documents = await publishAssessment(assessment, { audience });
    expect(documents).toHaveLength(kinds.length);
    for (const { html, markdown, data, pictures } of documents) {
      expect(toldIn([html, markdown, data, ...Object.values(pictures)].join("\n"))).toEqual([]);
    }
  });
  it("tells how much was never tested, in numbers", () => {
    const { findings, estimates } = redact(assessment, audience);
    const said = Object.fromEntries(findings.map(({ message, slots }) => [message, slots]));
    expect(said["finding.unmeasured-attack.untested-held"]).toEqual({ count: 2, of: 4, needed: 59 });
    expect(said["finding.empty-cells.matrix-held"]).toEqual({ count: 1, of: 2 });
    expect(estimates.find(({ id }) => id === "attacks/volume-share[untested]@all")?.value).toBe(0.1);
  });
});

describe("the executive edition", () => {
  it("tells how bad the worst attack is, with its counts and without its name", () => {
    const { estimates } = redact(assessment, "executive");
    const worst = estimates.find(({ id }) => id === "attacks/dfar@all");
    expect([worst?.numerator, worst?.denominator, worst?.worst]).toEqual([4, 7, undefined]);
    expect(estimates.find(({ id }) => id === "walls/joint-slip@all")?.worst).toBeUndefined();
  });
  it("does not hide that a criterion on one attack failed", () => {
    const edition = redact(assessment, "executive");
    expect(edition.criteria).toMatchObject([
      { id: "AC-1", metric: "dfar", verdict: "fail", title: null, estimate: null },
    ]);
    expect(edition.criteria_held).toBe(0);
  });
});

describe.each(["customer", "public"] as const)("outside the house, the %s edition", (audience) => {
  it("tells no rate of attacks, and that each is held", () => {
    const told = redact(assessment, audience).estimates.filter(({ of, evaluation }) => {
      return evaluation !== "cases" && of === "positives";
    });
    expect(told.length).toBeGreaterThan(1);
    for (const { value, numerator, denominator, interval, worst, reason } of told)
      expect([value, numerator, denominator, interval, worst, reason]).toEqual([
        null,
        null,
        null,
        null,
        undefined,
        "held",
      ]);
  });
  it("counts a criterion about an attack, and tells nothing of it", () => {
    const { criteria, criteria_held: held, findings, release } = redact(assessment, audience);
    expect([criteria, held]).toEqual([[], 1]);
    expect(findings.filter(({ rule }) => rule === "criteria-not-met")).toEqual([]);
    expect(release?.failed ?? []).toEqual([]);
    expect(release?.verdict).toBe(assessment.release?.verdict);
  });
  it("holds the title of another criterion where it names an attack, however it is written", () => {
    const [first] = assessment.criteria;
    for (const title of [
      "No ZWIEBELMASKEN",
      "Zwiebelmasken-Test",
      "Xylobilder und mehr",
      "Few Qualmdrucke",
    ]) {
      const whole = {
        ...assessment,
        criteria: [{ ...first, metric: "recall", evaluation: "cases", estimate: null, title }],
      };
      const [criterion] = redact({ ...whole, release: null } as Assessment, audience).criteria;
      expect([criterion?.id, criterion?.title]).toEqual(["AC-1", null]);
    }
  });
});

describe("small numbers of tries", () => {
  it("lose their counts outside the internal edition, and stay told as thin", () => {
    const { tables, estimates } = redact(assessment, "auditor");
    const matrix = tables.find(({ kind }) => kind === "attack-matrix");
    expect(matrix?.rows.find(({ label }) => label === "Xylobild")?.cells).toEqual([null, null, 1]);
    expect(matrix?.rows.find(({ label }) => label === "Zwiebelmaske")?.cells).toEqual([50, 130, 0]);
    expect(estimates.find(({ id }) => id === "attacks/dfar[Xylobild]@all")).toMatchObject({
      value: null,
      reason: "small-cell",
    });
  });
});
