import type { Finding, Slice } from "../../model/assessment.js";
import { parseSliceId } from "../../model/slice-id.js";
import type { CheckedDocument, CheckedSentence } from "../checked-document.js";
import { pageOne } from "../page-one.js";
import type { Rule } from "../rule.js";

/** An overall rate is nobody's rate; the group it hides is told on the same page. */
export const averageHidesGroup: Rule = {
  id: "average-hides-group",
  alias: "L46",
  severity: "error",
  summary:
    "Where the first page gives a rate over all cases, it names the group for which it is clearly worse.",
  why: "121 errors of 1,000 overall were 347 of 1,000 for darker-skinned women. Who reads the average alone decides for people it does not describe.",
  exceptions:
    "Of several weak groups the gravest must be named, by the errors it has beyond all others. Editions that withhold what a search found have nothing to name.",
  source: "Buolamwini and Gebru 2018, Gender Shades",
  examples: {
    in: "apart",
    ok: [
      'It is worse for older phones: :rate{ref="recall@group=older phone"} fakes are stopped there, :rate{ref="recall@all"} overall.',
      "It sorts documents.",
    ],
    notOk: ['It stops :rate{ref="recall@all"} fakes.'],
  },
  claims: (document) => {
    const page = pageOne(document);
    const overall = page.find(({ numbers }) =>
      numbers.some(({ datum }) => {
        const own = document.estimate(datum.ref);
        return own?.slice === "all" && overallMetrics.has(own.metric);
      }),
    );
    const gravest = gravestOf(document);
    if (overall === undefined || gravest === undefined || isNamed(gravest, page, document)) return [];
    const name = nameOf(gravest, document.assessment.slices);
    return [
      {
        sentence: overall,
        text: `Unexpected rate over all cases without "${name}", expected the group for which it is clearly worse on the same page.`,
        hint: `Name it: ::finding{id="${gravest.id}"}, or :rate{ref="${gravest.estimates[0] ?? ""}"} in a sentence.`,
      },
    ];
  },
};

const overallMetrics = new Set(["recall", "false-alarms", "accuracy", "accuracy-test", "specificity"]);

/** The weak group with the most errors beyond those of all others. */
function gravestOf({ assessment, estimate, plan }: CheckedDocument): Finding | undefined {
  const subject = plan.evaluation ?? assessment.evaluations[0]?.id;
  const harm = ({ size }: Finding): number => (size === null ? 0 : (estimate(size)?.interval?.low ?? 0));
  return assessment.findings
    .filter(
      ({ rule, evaluation }) => rule === "weak-slice" && (evaluation === null || evaluation === subject),
    )
    .sort((a, b) => harm(b) - harm(a))[0];
}

/** Named by a number of its own, or by a word of its name: "licences" for "driving licence". */
function isNamed(
  { slice }: Finding,
  page: readonly CheckedSentence[],
  { assessment, estimate }: CheckedDocument,
): boolean {
  if (page.some(({ numbers }) => numbers.some(({ datum }) => estimate(datum.ref)?.slice === slice)))
    return true;
  const { words, slices } = assessment;
  const general = [...words.case, ...words.positive, ...words.negative].join(" ").toLowerCase();
  const own = slices.find(({ id }) => id === slice);
  const parts = parseSliceId(slice ?? "");
  const names = `${own?.name ?? ""} ${own?.column_name ?? ""} ${parts?.value ?? ""} ${parts?.column ?? ""}`;
  const content = names
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 4 && !general.includes(word));
  const text = page.map((sentence) => sentence.text.toLowerCase()).join(" ");
  return content.some((word) => text.includes(word.replace(/s$/, "")));
}

function nameOf({ slice }: Finding, slices: readonly Slice[]): string {
  const own = slices.find(({ id }) => id === slice);
  return own?.name ?? own?.value ?? slice ?? "";
}
