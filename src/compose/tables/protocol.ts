import type { Grid, GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import type { ExceptionProtocolPlan } from "../../model/exception-protocol-plan.js";
import { suggestName } from "../../model/nearest-name.js";
import { text } from "../../phrasing/inline.js";
import { visibleText } from "../../visible-text.js";
import type { DocumentContext } from "../context.js";
import { limitationTitle } from "../limitation-title.js";
import { ruleRows, triedSentences, triggerPieces } from "../protocol-sentences.js";
import type { TableKind } from "../table-kind.js";

type Part = (context: DocumentContext, protocol: ExceptionProtocolPlan) => readonly GridRow[];

const parts: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: Part }>> = {
  triggers: {
    columns: ["trigger", "tried", "level"],
    rows: (context, { triggers = [] }) =>
      triggers.map((trigger) => ({
        cells: [
          { pieces: triggerPieces(context, trigger) },
          { pieces: joined(triedSentences(context, trigger)) },
          { pieces: words(context, trigger.level) },
        ],
      })),
  },
  levels: {
    columns: ["level", "when", "act", "within"],
    rows: (context, { levels = [] }) =>
      levels.map(({ name, when, act, within }) => row(context, [name, when, act, within])),
  },
  authority: {
    columns: ["role", "may", "tells", "within"],
    rows: (context, { authority = [] }) =>
      authority.map(({ role, may, tells, within }) => row(context, [role, may, tells, within])),
  },
  rules: { columns: ["rule", "what"], rows: ruleRows },
  communication: {
    columns: ["to", "message", "within"],
    rows: (context, { communication = [] }) =>
      communication.map(({ to, what, within }) => row(context, [to, what, within])),
  },
  exit: {
    columns: ["test", "signed"],
    rows: (context, { exit = [] }) => exit.map(({ test, signed_by: by }) => row(context, [test, by])),
  },
  limitations: { columns: ["limitation", "what"], rows: limitationRows },
};

/** One part of an exception protocol: `::table{id="protocol" of="triggers"}`. */
export const protocol: TableKind = {
  id: "protocol",
  summary:
    "one part of an exception protocol: triggers, levels, authority, rules, communication, exit, limitations",
  build: (context, { of = "triggers" }): Grid | null => {
    const { voice, document } = context;
    const part = parts[of];
    if (document.protocol === undefined || part === undefined) return null;
    return {
      id: `protocol-${of}`,
      caption: voice.say(`protocol.${of}.caption`),
      note: of === "triggers" ? voice.say("protocol.triggers.note") : [],
      columns: part.columns.map((name) => ({ label: voice.say(`protocol.column-${name}`), align: "start" })),
      rows: part.rows(context, document.protocol),
      foot: [],
    };
  },
};

/** Limitations it answers to, by their titles; one that this edition may not know keeps its id alone. */
function limitationRows(
  context: DocumentContext,
  { limitations = [] }: ExceptionProtocolPlan,
): readonly GridRow[] {
  return limitations.map((id) => {
    const found = context.assessment.limitations.find((one) => one.id === id);
    // Where this edition knows every record, one that it does not find does not exist.
    if (found === undefined && context.withheld === 0)
      context.report({
        code: "dangling-reference",
        severity: "error",
        place: context.places[`documents.${context.index}.protocol.limitations`] ?? {
          file: "forthright.yaml",
        },
        text: `There is no limitation "${id}".`,
        hint: suggestName(
          id,
          context.assessment.limitations.map((one) => one.id),
        ),
      });
    return {
      cells: [
        { pieces: [text(visibleText(id))] },
        {
          pieces:
            found === undefined
              ? context.voice.say("protocol.limitation-held")
              : limitationTitle(context, found),
        },
      ],
    };
  });
}

/** Values that were agreed, as monitoring prints its own: a rule is no claim about the evidence. */
function row(context: DocumentContext, values: readonly string[]): GridRow {
  return {
    cells: values.map((value) => ({ pieces: words(context, value) })),
  };
}

function words({ voice }: DocumentContext, value: string | undefined): readonly Inline[] {
  return value === undefined ? voice.say("table.not-given") : [text(visibleText(value))];
}

function joined(sentences: readonly (readonly Inline[])[]): readonly Inline[] {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [text(" "), ...sentence]));
}
