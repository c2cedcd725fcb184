import type { Inline } from "../../model/inline.js";
import type { Labelling } from "../../model/labelling-plan.js";
import { noun } from "../../phrasing/counted.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatDecimal } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { measureRange, measureValue } from "../../phrasing/measure-number.js";
import type { Voice } from "../../phrasing/voice.js";
import { planCount, planRate } from "../acceptance/plan-number.js";
import { factsGrid } from "../facts-grid.js";
import type { TableKind } from "../table-kind.js";

/** How cases get their labels: classes and rules, double labels, agreement against its target, the unbiased sample. */
export const labelling: TableKind = {
  id: "labelling",
  summary: "labelling plan with agreement against its target, cases needed and the random sample",
  build: (context) => {
    const { voice, assessment } = context;
    const plan = assessment.labelling;
    if (plan === null) return null;
    const grid = factsGrid(context, "labelling", [
      ["question", plan.question],
      ["classes", classesOf(plan)],
      ["guideline", guidelineOf(voice, plan)],
      ["labellers", plan.labellers],
      ["double", doubleOf(voice, plan)],
      ["adjudication", plan.adjudication],
      ["kappa", kappaOf(voice, plan)],
      ["pass-through", sampleOf(voice, plan)],
      ["delay", plan.delay],
      ["feedback", plan.feedback],
      ["owner", plan.owner],
    ]);
    return { ...grid, caption: voice.say("acceptance.labelling.caption") };
  },
};

function classesOf({ classes }: Labelling): readonly Inline[] {
  return classes.flatMap(({ name, means }, index) => [
    ...(index === 0 ? [] : [text("; ")]),
    { type: "strong" as const, children: [text(name)] },
    text(`: ${means.replace(/\.$/, "")}`),
  ]);
}

function guidelineOf(voice: Voice, { guideline }: Labelling): readonly Inline[] | null {
  if (guideline === undefined) return null;
  return voice.say("acceptance.labelling.version", {
    version: guideline.version,
    dated: guideline.date === undefined ? "no" : "yes",
    date: guideline.date === undefined ? "" : formatDate(guideline.date, voice.lang),
  });
}

function doubleOf(voice: Voice, { double, doubled, cases }: Labelling): readonly Inline[] | null {
  if (double === undefined) return null;
  return voice.say("acceptance.labelling.doubled", {
    share: planRate(voice, "labelling.double", double),
    counted: doubled === null ? "no" : "yes",
    n: doubled === null ? "" : planCount(voice, "labelling.double", doubled),
    per: cases?.per ?? "none",
  });
}

/** The target, what was measured, and how many cases labelled twice would show it. */
function kappaOf(voice: Voice, plan: Labelling): readonly Inline[] | null {
  const { kappa, kappa_estimate: id, kappa_verdict: verdict, kappa_needed: needed } = plan;
  if (kappa === undefined || verdict === null) return null;
  const estimate = id === null ? undefined : voice.estimate(id);
  const target = formatDecimal(kappa.at_least, 2, voice.lang);
  const known = estimate?.value == null ? "not-measured" : verdict;
  const told = voice.say(`acceptance.labelling.kappa-${known}`, {
    target,
    value: estimate === undefined ? "" : measureValue(voice, estimate),
    range: estimate === undefined ? "" : measureRange(voice, estimate, "ends"),
  });
  if (known === "pass" || known === "fail") return told;
  return [
    ...told,
    text(" "),
    ...(needed === null
      ? voice.say("acceptance.labelling.needs-expected")
      : voice.say("acceptance.labelling.needed", {
          n: planCount(voice, "labelling.kappa.needed", needed),
          expected: estimate?.value == null ? formatDecimal(kappa.expected ?? 0, 2, voice.lang) : "",
          measured: estimate?.value == null ? "no" : "yes",
        })),
  ];
}

/** The random sample, and how many positives may be expected in it: so few that a bound says more than a rate. */
function sampleOf(
  voice: Voice,
  { pass_through: sample, passed_through: counts }: Labelling,
): readonly Inline[] | null {
  if (sample === undefined) return null;
  return voice.say("acceptance.labelling.sample", {
    share: planRate(voice, "labelling.pass_through.share", sample.share),
    counted: counts === null ? "no" : "yes",
    n: counts === null ? "" : planCount(voice, "labelling.pass_through.cases", counts.cases),
    per: counts?.per ?? "none",
    expected: counts?.positives == null ? "no" : "yes",
    found:
      counts?.positives == null ? "" : planCount(voice, "labelling.pass_through.positives", counts.positives),
    fraud: noun(voice.words.positive, Math.round(counts?.positives ?? 0)),
    approved: sample.approved_by === undefined ? "no" : "yes",
    role: sample.approved_by ?? "",
    limited: sample.limits === undefined ? "no" : "yes",
    limits: sample.limits ?? "",
  });
}
