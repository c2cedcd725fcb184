import type { Scenario } from "../../model/assessment.js";
import type { GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { formatMoney } from "../../phrasing/format-number.js";
import { plainText, text } from "../../phrasing/inline.js";
import { casesSlots } from "../../phrasing/subject-words.js";
import type { DocumentContext } from "../context.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** Ways to act, counted on the same cases, with money against doing nothing where costs are given. */
export const options: TableKind = {
  id: "options",
  summary: "options of the document in counts and money",
  build: (context) => {
    const { voice, assessment } = context;
    const own = assessment.scenarios.filter(({ document }) => document === context.index);
    const [first] = own;
    if (first === undefined) return null;
    const priced = own.some(({ net }) => net !== null);
    const slice = context.slice(first.slice) ?? null;
    const slots = {
      n: counted(voice, `option:${first.id}`, "n", Math.round(first.total)),
      per: first.per ?? "none",
      based:
        assessment.deployment.base_rate?.low != null && first.slice === "all" && first.per !== null
          ? "yes"
          : "no",
      ...casesSlots(voice, slice),
      today: nameInUse(context, own),
    };
    const label = (phrase: string): readonly Inline[] => voice.say(`table.options.${phrase}`, slots);
    return {
      id: "options",
      caption: captionOf(context, own),
      note: label("note"),
      columns: [
        { label: label("option"), align: "start" },
        { label: label("flagged"), align: "end" },
        { label: label("caught"), align: "end" },
        { label: label("false-alarms"), align: "end" },
        ...(priced ? [{ label: label("net"), align: "end" as const }] : []),
      ],
      rows: own.map((option) => ({
        strong: option.ask,
        cells: [
          { pieces: [text(visibleText(option.name))] },
          flaggedCell(context, option),
          number(context, option, option.tp),
          number(context, option, option.fp),
          ...(priced ? [netCell(context, option)] : []),
        ],
      })),
      foot: [
        ...(priced ? label("foot-money") : label("foot-counts")),
        ...(own.some(isUnclearNet) ? label("unclear") : []),
        ...overCapacity(context, own),
      ],
    };
  },
};

function captionOf(context: DocumentContext, own: readonly Scenario[]): readonly Inline[] {
  const { voice } = context;
  const asked = own.find(({ ask }) => ask);
  if (asked?.net == null) return voice.say("table.options.caption");
  const slots = {
    net: money(context, asked, Math.abs(asked.net.value)),
    per: asked.per ?? "none",
    name: visibleText(asked.name),
    today: nameInUse(context, own),
  };
  const [nearer, further] = [asked.net.low, asked.net.high].map((end) =>
    money(context, asked, Math.abs(end)),
  );
  const ends = { low: nearer ?? "", high: further ?? "" };
  // A range with nothing inside it is no gain and no loss.
  if (asked.net.low < 0 && asked.net.high > 0)
    return voice.say("table.options.caption-unclear", { ...slots, ...ends });
  // A loss is told without its sign, the smaller end first.
  return asked.net.value < 0
    ? voice.say("table.options.caption-loses", { ...slots, low: ends.high, high: ends.low })
    : voice.say("table.options.caption-gains", { ...slots, ...ends });
}

/** What the others are compared with: the option at the threshold in use, or what is done today without one. */
function nameInUse({ voice }: DocumentContext, own: readonly Scenario[]): string {
  const name = own.find(({ current }) => current)?.name;
  return name === undefined ? plainText(voice.say("table.options.today")) : visibleText(name);
}

function number({ voice }: DocumentContext, option: Scenario, value: number): GridCell {
  return { pieces: [counted(voice, `option:${option.id}`, "n", Math.round(value))] };
}

/** How many are flagged, and that it is more than people can handle. */
function flaggedCell(context: DocumentContext, option: Scenario): GridCell {
  const flagged = option.tp + option.fp;
  const plain = number(context, option, flagged);
  if (option.capacity === null || flagged <= option.capacity) return plain;
  return { ...plain, tone: "wrong" };
}

/** What the colour of a number of flagged cases means, where one has it. */
function overCapacity({ voice }: DocumentContext, own: readonly Scenario[]): readonly Inline[] {
  const over = own.find(({ capacity, tp, fp }) => capacity !== null && tp + fp > capacity);
  if (over?.capacity == null) return [];
  return voice.say("table.options.over-capacity", {
    n: counted(voice, "plan:deployment.capacity", "n", Math.round(over.capacity)),
    per: over.per ?? "",
  });
}

/** No gain and no loss is clear where the range holds zero, whatever its middle says. */
function isUnclearNet({ net }: Scenario): boolean {
  return net !== null && net.low < 0 && net.high > 0;
}

function netCell(context: DocumentContext, option: Scenario): GridCell {
  const { voice } = context;
  const { net } = option;
  if (net === null)
    return { pieces: voice.say(option.current ? "table.options.in-use" : "table.not-measured") };
  return {
    pieces: [
      money(context, option, net.value),
      text(" ("),
      money(context, option, net.low),
      ...voice.say("table.to"),
      money(context, option, net.high),
      text(")"),
      ...(isUnclearNet(option) ? voice.say("table.options.unclear-mark") : []),
    ],
  };
}

function money({ voice, assessment }: DocumentContext, option: Scenario, value: number): Inline {
  return {
    type: "datum",
    ref: `option:${option.id}`,
    part: "value",
    value: Number(value.toPrecision(2)),
    text: formatMoney(value, assessment.costs?.currency ?? "EUR", voice.lang),
  };
}
