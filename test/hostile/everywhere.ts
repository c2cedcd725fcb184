import type { ProjectParts, RawPlan } from "./make-project.js";
import { csvOf, limitationFile, smallRows } from "./make-project.js";

/** A project in which one string stands in every place that takes a name. */
export interface Everywhere {
  readonly parts: ProjectParts;
  /** Marks of the places, each in front of the string: what a reader must be able to find. */
  readonly marks: readonly string[];
}

/** Puts a string, with a mark of its own in front, into every place that takes a name. */
export function everywhere(text: string): Everywhere {
  const marks: string[] = [];
  const put = (place: string): string => {
    marks.push(place);
    return `${place} ${text}`;
  };
  // These may not hold a slash, or no letter that cannot be seen.
  const flat = text.replaceAll("/", "-");
  const plain = flat.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, "-");
  const file = `data/${plain.slice(0, 60)}.csv`;
  const column = `Column ${plain}`;
  const value = `Value ${text}`;
  marks.push("Value", "Limit title", "Limit harm");
  const plan: RawPlan = {
    schema: 1,
    notice: put("Notice"),
    model: {
      name: put("Name"),
      version: put("Version"),
      provider: put("Provider"),
      owner: put("Model owner"),
      contact: put("Contact"),
      description: put("Description"),
      type: put("Type"),
      training_data: put("Training"),
      licence: put("Licence"),
    },
    use: {
      intended: [put("Intended")],
      users: [put("Users")],
      out_of_scope: [put("Scope")],
      affected: put("Affected"),
      oversight: put("Oversight"),
    },
    words: {
      case: `case ${flat} / cases ${flat}`,
      positive: `ill ${flat} / ills ${flat}`,
      negative: `well ${flat} / wells ${flat}`,
      flagged: put("flagged"),
      missed: put("missed"),
    },
    deployment: {
      base_rate: { value: 0.1, source: put("Base source"), window: "90 days" },
      threshold: 0.5,
      volume: { cases: 1000, per: "month" },
      capacity: { cases: 10, per: "day" },
    },
    costs: { currency: "EUR", action: { value: 4, source: put("Cost source") }, miss: { value: 300 } },
    evaluations: [
      {
        id: "rows",
        title: put("Evaluation title"),
        data: file,
        label: "y",
        positive: 1,
        score: "p",
        slices: [column],
        collected: "2026-07-01/2026-09-30",
        matured: put("Matured"),
        model_version: put("Tested version"),
        in_scope: { [column]: [value, `Untested ${text}`] },
      },
    ],
    criteria: [
      { id: put("AC"), title: put("Criterion"), metric: "recall", at_least: 0.5, owner: `Judge ${text}` },
    ],
    monitoring: [{ signal: put("Signal"), threshold: put("Alarm"), owner: put("Watcher") }],
    rollout: put("Rollout"),
    rollback: put("Rollback"),
    documents: ["briefing", "limitation-portfolio", "model-card"].map((kind) => ({
      kind,
      audience: "internal",
      id: `DOC ${text}`,
      readers: `Readers ${text}`,
      owner: `Holder ${text}`,
      decision: { ask: `Ask ${text}`, owner: `Decider ${text}`, by: "2026-12-01" },
      options: [
        { id: "today", name: `Today ${text}` },
        { id: "lower", name: `Lower ${text}`, threshold: 0.3, ask: true },
      ],
      actions: [{ do: `Act ${text}`, owner: `Actor ${text}`, by: "2026-12-01" }],
    })),
  };
  marks.push("Today", "Lower", "Actor", "Decider", "Readers", "Holder", "DOC", "Untested");
  const rows = smallRows().map(([id, y, p, group]) => [id, y, p, group === "north" ? value : "other"]);
  const limitation = limitationFile("LIM-0001", "The body.", {
    title: `Limit title ${text}`,
    harmed: `Limit harm ${text}`,
    owner: put("Limit owner"),
    workaround: put("Workaround"),
    use_restriction: put("Restriction"),
    would_settle: put("Settle"),
    wording: { customer: put("Wording") },
  });
  return {
    parts: {
      plan,
      data: null,
      files: {
        [file]: csvOf(rows, { header: ["id", "y", "p", column] }),
        "limitations/LIM-0001.md": limitation,
      },
    },
    marks,
  };
}
