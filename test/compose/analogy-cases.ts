import type { Assessment, Estimate } from "../../src/model/assessment.js";
import type { evidence } from "./analogy-evidence.js";
import { type Telling } from "./tell-analogy.js";

/* For each analogy evidence that carries it, and changes of that evidence that must silence it. */

/** One fact of an Assessment made otherwise. */
export type Change = (assessment: Assessment) => Assessment;

/** The evidence it may be told about, and per condition one change that breaks it, with words of the message. */
export interface Case {
  readonly id: string;
  readonly on: keyof typeof evidence;
  readonly how?: Telling;
  /** What it says, from the counts of the evidence by hand. */
  readonly says: RegExp;
  readonly broken: Readonly<Record<string, readonly [Change, RegExp]>>;
}

export const without =
  (metric: string): Change =>
  (assessment) => ({ ...assessment, estimates: assessment.estimates.filter((one) => one.metric !== metric) });

export const withEstimate =
  (metric: string, change: Partial<Estimate>): Change =>
  (assessment) => ({
    ...assessment,
    estimates: assessment.estimates.map((one) =>
      one.metric === metric && one.slice === "all" ? { ...one, ...change } : one,
    ),
  });

export const withEvaluation =
  (change: Partial<Assessment["evaluations"][number]>): Change =>
  (assessment) => ({
    ...assessment,
    evaluations: assessment.evaluations.map((one) => ({ ...one, ...change })),
  });

export const withDeployment =
  (change: Partial<Assessment["deployment"]>): Change =>
  (assessment) => ({ ...assessment, deployment: { ...assessment.deployment, ...change } });

export const fewerOptions =
  (count: number): Change =>
  (assessment) => ({ ...assessment, scenarios: assessment.scenarios.slice(0, count) });

export const closedGate: Change = (assessment) => ({
  ...assessment,
  calibration: assessment.calibration.map((gate) => ({
    ...gate,
    passes: false,
    reasons: [{ message: "calibration.few-positives", slots: { n: 12 } }],
  })),
});

export const noHistogram: Change = (assessment) => ({ ...assessment, distributions: [] });

export const withControl =
  (change: Partial<Assessment["controls"][number]>): Change =>
  (assessment) => ({
    ...assessment,
    controls: assessment.controls.map((control) => ({ ...control, ...change })),
  });

export const withFinding =
  (rule: string): Change =>
  (assessment) => ({
    ...assessment,
    findings: [
      ...assessment.findings,
      {
        id: rule,
        rule,
        type: "DRF",
        message: `finding.${rule}`,
        slots: {},
        evaluation: assessment.evaluations[0]?.id ?? null,
        slice: null,
        estimates: [],
        size: null,
        severity: null,
        likelihood: null,
        gap: false,
        disclosure: "public",
      },
    ],
  });

export const decided = {
  "both-error-rates": [without("recall"), /recall not measured/],
  "stated-base-rate": [without("deployment-base-rate"), /no base rate/],
  "enough-cases": [withEvaluation({ positives: 29 }), /29 cases, and it takes 30/],
} as const;

export const calibrated = {
  "calibrated-scores": [closedGate, /not shown to be probabilities: It takes 100 defaulters.*has 12/],
  "hundred-alike": [noHistogram, /near the cut-off/],
} as const;

export const cases: readonly Case[] = [
  {
    id: "screening-test",
    on: "credit",
    says: /Of 1,000 applicants, about 258 are defaulters\. .*169 of those 294 are defaulters/,
    broken: decided,
  },
  {
    id: "smoke-alarm",
    on: "credit",
    says: /Of 400 applicants a month, the keen setting gives 84 false alarms and misses 19 defaulters\. The calm one gives 32 and misses 48/,
    broken: {
      ...decided,
      "two-cut-offs": [fewerOptions(1), /compares 1 cut-offs, and it takes 2/],
      "stated-volume": [withDeployment({ volume: null }), /how many cases arrive/],
      "stated-capacity": [withDeployment({ capacity: null }), /people can handle/],
    },
  },
  {
    id: "weather-forecast",
    on: "credit",
    says: /with a score of about 0\.30, 37 of 100 \(range 29 to 47\) turned out to be defaulters\. That rests on 118 of them/,
    broken: calibrated,
  },
  {
    id: "umbrella",
    on: "credit",
    says: /Acting pays from about 7 of 100 on/,
    broken: {
      ...calibrated,
      "both-costs": [
        (assessment) => ({
          ...assessment,
          costs: assessment.costs === null ? null : { ...assessment.costs, miss: null },
        }),
        /costs of both kinds/,
      ],
    },
  },
  {
    id: "insurance-book",
    on: "credit",
    says: /A hundred of them lose about €34,000/,
    broken: {
      ...calibrated,
      "loss-amounts": [(assessment) => ({ ...assessment, costs: null }), /cost of a missed case/],
    },
  },
  {
    id: "bathroom-scale",
    on: "credit",
    says: /reads light every day.*expected 242 of 1,000 applicants to be defaulters, and 258 of 1,000/,
    broken: {
      "level-off": [
        withEstimate("calibration-in-the-large", {
          interval: { low: -0.1, high: 0.2, level: 0.95, method: "normal", side: "two-sided" },
        }),
        /not clearly off/,
      ],
    },
  },
  {
    id: "opinion-poll",
    on: "credit",
    says: /66 are referred \(range 61 to 70\).*521 answers.*from \d\d/,
    broken: {
      "real-sample": [withEvaluation({ kind: "selected" }), /kind selected, no sample/],
      "share-with-range": [withEstimate("recall", { interval: null }), /no share was counted with a range/],
      "group-sizes": [(assessment) => ({ ...assessment, slices: [] }), /no group with 30 cases/],
    },
  },
  {
    id: "fishing-net",
    on: "credit",
    says: /finest mesh catches 84 defaulters and lets 19 through.*coarsest catches 56, lets 48/,
    broken: { ...decided, "three-cut-offs": [fewerOptions(2), /compares 2 cut-offs, and it takes 3/] },
  },
  {
    id: "spell-checker",
    on: "reviewed",
    says: /Of applications, 110 of 1,000 .*Of frauds, 20 of 100 .*passed/,
    broken: {
      "both-error-rates": decided["both-error-rates"],
      "enough-cases": decided["enough-cases"],
      "person-decides": [
        (assessment) => ({ ...assessment, use: { decision_role: "replaces" } }),
        /the model decides alone/,
      ],
      "overrules-counted": [withEstimate("overruled", { n: 29 }), /on 29 cases, and it takes 30/],
    },
  },
  {
    id: "arrival-time",
    on: "forecast",
    says: /82 of 100 \(range \d\d to \d\d\) held/,
    broken: {
      "intervals-hold": [withEstimate("interval-coverage", { value: 0.74 }), /held 74 of 100.*promised 80/],
      "no-break": [withFinding("break"), /level of a series broke/],
    },
  },
  {
    id: "two-examiners",
    on: "labels",
    says: /same label to 85 of 100 .*that is 0\.70/,
    broken: { "two-labellers": [without("cohen-kappa"), /kappa/] },
  },
  {
    id: "doorman",
    on: "presentations",
    says: /among new phones, 5 of 100 .*Among old phones it is 20 of 100 .*fakes, 23 of 100/,
    broken: {
      "errors-by-kind": [
        (assessment) => ({
          ...assessment,
          estimates: assessment.estimates.filter(({ slice }) => slice !== "device=old"),
        }),
        /counted for 1 kinds/,
      ],
      "accepted-fakes": [withEstimate("apcer", { n: 29 }), /29 tries/],
      "every-attack-tested": [withFinding("unmeasured-attack.untested"), /never tried/],
    },
  },
  {
    id: "airport-security",
    on: "presentations",
    says: /most often, 23 of 100 .*honest tries, 13 of 100/,
    broken: {
      "attacks-by-class": [
        (assessment) => ({
          ...assessment,
          estimates: assessment.estimates.filter(({ facet }) => facet !== "mask"),
        }),
        /one kind alone/,
      ],
      "honest-stopped": [without("bpcer"), /no honest case/],
    },
  },
  {
    id: "layered-locks",
    on: "documents",
    says: /any one of them counted\. That way 31 of 100 \(range 21 to 41\) of the hardest attacks got through\. Of the honest documents, 68 of 1,000/,
    broken: { "joint-layers": [withEstimate("joint-slip", { numerator: null }), /not measured together/] },
  },
  {
    id: "old-street-map",
    on: "documents",
    says: /drawn on 30.September.2026.*kind nobody tested: 7 of 100/,
    broken: {
      "dated-evidence": [withEvaluation({ collected: null }), /no date/],
      "measured-change": [without("volume-share"), /no change since was measured/],
    },
  },
  {
    id: "empty-road",
    on: "documents",
    says: /This road was a test called “Document checks.*Nobody has tested it/,
    broken: {
      "benchmark-evidence": [withEvaluation({ kind: "selected" }), /no benchmark/],
      "no-own-test": [
        (assessment) => ({
          ...assessment,
          evaluations: assessment.evaluations.map((one, index) =>
            index === 0 ? one : { ...one, kind: "held-out" },
          ),
        }),
        /a test on own cases/,
      ],
    },
  },
  {
    id: "thermostat",
    on: "control",
    says: /the dial is the cut-off\. The head of fraud may turn it\..*25 of 100 \(range .*tried on 2.October.2026/,
    broken: {
      "documented-control": [(assessment) => ({ ...assessment, controls: [] }), /names no control/],
      "measured-response": [
        withEstimate("paired-recall-difference", {
          interval: { low: -0.01, high: 0.3, level: 0.95, method: "Newcombe", side: "two-sided" },
        }),
        /no clear difference/,
      ],
      "authorised-person": [withControl({ changed_by: undefined }), /who may turn/],
      "tested-rollback": [withControl({ rollback_tested: undefined }), /tried to turn the control back/],
    },
  },
];
