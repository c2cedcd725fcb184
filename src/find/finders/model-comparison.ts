import type { Estimate } from "../../model/assessment.js";
import type { EvaluationPlan } from "../../model/plan.js";
import type { Evidence } from "../../model/evidence.js";
import { fact, type Candidate, type Finder } from "../finder.js";

type ModelPlan = NonNullable<EvaluationPlan["models"]>[number];

/** Which of two models an interval of their difference favours; null where there is none. */
export type Verdict = "a-better" | "b-better" | "no-clear-difference";

export const modelComparison: Finder = {
  id: "model-comparison",
  summary:
    "Which of two models on the same cases is right more often, catches more, or flags fewer wrongly, by Newcombe's paired interval; or that it is too close to call.",
  find: (evidence) =>
    evidence.plan.evaluations.flatMap((evaluation) => {
      const { models = [] } = evaluation;
      return models.flatMap((a, index) =>
        models.slice(index + 1).flatMap((b) => ofPair(evidence, evaluation.id, a, b)),
      );
    }),
};

function ofPair(evidence: Evidence, evaluation: string, a: ModelPlan, b: ModelPlan): Candidate[] {
  const about: About = { evidence, evaluation, a, b };
  const overall = accuracyVerdict(about);
  const sides = [
    ["recall", "paired-recall-difference", "catches-more", 1],
    ["false-alarms", "paired-false-alarms-difference", "flags-fewer", -1],
  ] as const;
  const slices = evidence.slices.filter((slice) => slice.evaluation === evaluation && !slice.negated);
  return [
    ...(overall === null ? [] : [overall]),
    ...sides.flatMap(([metric, difference, message, better]) =>
      clear(about, "all", { metric, difference, message, better }),
    ),
    ...slices.flatMap(({ id }) =>
      clear(about, id, {
        metric: "accuracy-test",
        difference: "paired-accuracy-difference",
        message: "slice",
        better: 1,
      }),
    ),
  ];
}

interface About {
  readonly evidence: Evidence;
  readonly evaluation: string;
  readonly a: ModelPlan;
  readonly b: ModelPlan;
}

/** What is said over all cases in any case: who is right more often, or that nobody can tell. */
function accuracyVerdict(about: About): Candidate | null {
  const { evaluation, a, b } = about;
  const difference = estimateOf(about, "paired-accuracy-difference", `${a.id}-vs-${b.id}`, "all");
  const verdict = verdictOf(difference, 1);
  if (difference === undefined || verdict === null) return null;
  const [first, second] = verdict === "b-better" ? [b, a] : [a, b];
  const kinds = verdict === "no-clear-difference" ? clearKinds(about) : null;
  return fact(
    "model-comparison",
    "UNM",
    `finding.model-comparison.${kinds === null ? verdict : "kinds-differ"}`,
    {
      id: `model-comparison#${a.id}-vs-${b.id}`,
      evaluation,
      slots: {
        verdict,
        first: nameOf(first),
        second: nameOf(second),
        n: difference.n,
        ...(verdict === "no-clear-difference" ? stillOpen(about, difference) : {}),
        ...kinds,
      },
      estimates: [...ratesOf(about, "accuracy-test", [first, second], "all"), difference.id],
      gap: verdict === "no-clear-difference",
    },
  );
}

/** Which of the two errs clearly less, for each kind of error, where nobody can tell who is right more often. */
function clearKinds(about: About): { recall: Ahead; alarms: Ahead } | null {
  const { a, b } = about;
  const of = (metric: string, better: 1 | -1): Ahead => {
    const verdict = verdictOf(estimateOf(about, metric, `${a.id}-vs-${b.id}`, "all"), better);
    return verdict === "a-better" ? "first" : verdict === "b-better" ? "second" : "none";
  };
  const recall = of("paired-recall-difference", 1);
  const alarms = of("paired-false-alarms-difference", -1);
  return recall === "none" && alarms === "none" ? null : { recall, alarms };
}

type Ahead = "first" | "second" | "none";

/** How large the difference may be all the same, in cases of a thousand, and how many cases would settle it. */
function stillOpen(about: About, { interval }: Estimate): Candidate["slots"] {
  const { a, b } = about;
  const needed = estimateOf(about, "settling-cases", `${a.id}-vs-${b.id}`, "all")?.value ?? null;
  const most = Math.ceil(perThousand * Math.max(Math.abs(interval?.low ?? 1), Math.abs(interval?.high ?? 1)));
  return { most, of: perThousand, settled: needed === null ? "no" : "yes", needed };
}

const perThousand = 1_000;

interface Claim {
  readonly metric: string;
  readonly difference: string;
  readonly message: string;
  /** 1 where more is better, -1 where less is. */
  readonly better: 1 | -1;
}

/** A difference that is clear; silence where it is not. */
function clear(about: About, slice: string, { metric, difference, message, better }: Claim): Candidate[] {
  const { evaluation, a, b } = about;
  const found = estimateOf(about, difference, `${a.id}-vs-${b.id}`, slice);
  const verdict = verdictOf(found, better);
  if (found === undefined || verdict === null || verdict === "no-clear-difference") return [];
  const [first, second] = verdict === "b-better" ? [b, a] : [a, b];
  const where = slice === "all" ? "" : `@${slice}`;
  return [
    fact("model-comparison", "UNM", `finding.model-comparison.${message}`, {
      id: `model-comparison${where}#${a.id}-vs-${b.id}#${message}`,
      evaluation,
      slice: slice === "all" ? null : slice,
      slots: { verdict, first: nameOf(first), second: nameOf(second) },
      estimates: [...ratesOf(about, metric, [first, second], slice), found.id],
    }),
  ];
}

function verdictOf(difference: Estimate | undefined, better: 1 | -1): Verdict | null {
  if (difference?.interval == null) return null;
  const { low, high } = difference.interval;
  if (low > 0) return better === 1 ? "a-better" : "b-better";
  if (high < 0) return better === 1 ? "b-better" : "a-better";
  return "no-clear-difference";
}

function ratesOf(about: About, metric: string, models: readonly ModelPlan[], slice: string): string[] {
  return models.flatMap(({ id }) => estimateOf(about, metric, id, slice)?.id ?? []);
}

function estimateOf(
  { evidence, evaluation }: About,
  metric: string,
  facet: string,
  slice: string,
): Estimate | undefined {
  return evidence.estimates.find(
    (one) =>
      one.evaluation === evaluation && one.metric === metric && one.facet === facet && one.slice === slice,
  );
}

function nameOf({ id, name }: ModelPlan): string {
  return name ?? id;
}
