/** What is wrong with a drawing: as "Unexpected ..., expected ...", and what to do. */
export interface SpecFault {
  readonly found: string;
  readonly wanted: string;
  readonly hint: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Faults of a Vega-Lite specification that bend what it shows: bars that do not start at zero, pies of many slices,
 * a class told by colour alone.
 */
export function specFaults(spec: Json): SpecFault[] {
  const views = viewsOf(spec, {}, spec.data);
  const told = new Set(views.flatMap(({ encoding }) => otherFields(encoding)));
  const faults = views.flatMap((view) => [
    ...barFaults(view),
    ...pieFaults(view),
    ...colourFaults(view, told),
  ]);
  return faults.filter((fault, index) => faults.findIndex(({ found }) => found === fault.found) === index);
}

interface View {
  readonly mark: string;
  readonly encoding: Json;
  readonly data: unknown;
}

/** The marks of a specification, each with what it inherits from the views around it. */
function viewsOf(spec: Json, outer: Json, outerData: unknown): View[] {
  const encoding = { ...outer, ...objectOf(spec.encoding) };
  const data = spec.data ?? outerData;
  const parts = ["layer", "hconcat", "vconcat", "concat"].flatMap((key) =>
    Array.isArray(spec[key]) ? (spec[key] as unknown[]) : [],
  );
  const inner = [...parts, ...(spec.spec === undefined ? [] : [spec.spec])];
  const mark = typeof spec.mark === "string" ? spec.mark : objectOf(spec.mark).type;
  return [
    ...(typeof mark === "string" ? [{ mark, encoding, data }] : []),
    ...inner.flatMap((part) => viewsOf(objectOf(part), encoding, data)),
  ];
}

/** The channel of a bar's length has to start at zero: half the length is then half the value. */
function barFaults({ mark, encoding }: View): SpecFault[] {
  if (mark !== "bar" && mark !== "area") return [];
  return ["x", "y"].flatMap((channel) => {
    const { type, scale, bin } = objectOf(encoding[channel]);
    // With a second end the channel places the bar: a bin, a span of time.
    if (type !== "quantitative" || `${channel}2` in encoding || bin === true || bin === "binned") return [];
    const { zero, domain } = objectOf(scale);
    const low: unknown = Array.isArray(domain) ? domain[0] : 0;
    return zero === false || (typeof low === "number" && low > 0)
      ? [
          {
            found: `${mark} scale that does not start at zero`,
            wanted: "one from zero",
            hint: "Use points with ranges where zero is far away.",
          },
        ]
      : [];
  });
}

/** Most slices of a pie that can be told apart by angle. */
const mostSlices = 2;

function pieFaults({ mark, data }: View): SpecFault[] {
  const values = objectOf(data).values;
  if (mark !== "arc" || (Array.isArray(values) && values.length <= mostSlices)) return [];
  return [
    {
      found: `pie of more than ${mostSlices} slices`,
      wanted: "bars on one scale",
      hint: "Angles are compared badly; draw bars or dots on one scale.",
    },
  ];
}

function colourFaults({ encoding }: View, told: ReadonlySet<string>): SpecFault[] {
  return ["color", "fill", "stroke"].flatMap((channel) => {
    const { field, type } = objectOf(encoding[channel]);
    if (typeof field !== "string" || type === "quantitative" || told.has(field)) return [];
    return [
      {
        found: `class "${field}" told by colour alone`,
        wanted: "a shape, a dash, a place or a label beside it",
        hint: "One reader in twelve cannot tell the colours; add shape, strokeDash or text.",
      },
    ];
  });
}

/** Fields that something other than colour shows. */
function otherFields(encoding: Json): string[] {
  return Object.entries(encoding).flatMap(([channel, value]) => {
    const { field } = objectOf(value);
    return ["color", "fill", "stroke", "tooltip", "detail", "order"].includes(channel) ||
      typeof field !== "string"
      ? []
      : [field];
  });
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
