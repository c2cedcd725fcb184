import type { ColumnUse, CountQuery, Expression, GroupQuery, Key } from "../query/count-query.js";

/**
 * The SQL of a count query: the part that every database shares.
 *
 * A database differs in how it reads a cell (`Dialect`); keys, sums and extremes are plain SQL over what it read.
 * Names of columns are quoted by the dialect and checked against the table before; nothing else of the user's
 * gets in but numbers, which are written as JavaScript writes them.
 */
export interface Dialect {
  /** Letters of a cell; blank or missing may come as they are, `merge-groups.ts` makes both null. */
  readonly text: (column: string) => string;
  /** A finite double, null for a cell that is blank, not finite, or no number. */
  readonly number: (use: ColumnUse) => string;
  /** Of a number or decimal column: 0 usable, 1 blank, 2 not finite, 3 no number, 4 outside its range. */
  readonly status: (use: ColumnUse) => string;
  /** A decimal column in whole ten-thousandths, null for a blank cell. */
  readonly decimal: (use: ColumnUse) => string;
  /** A number as a literal of type double. */
  readonly double: (value: number) => string;
  /** A small whole double as an integer of 32 bits: such keys are grouped fastest; as it is when not given. */
  readonly small?: (expression: string) => string;
  /** A whole double as the widest integer there is. */
  readonly integer: (expression: string) => string;
  /** A sum or a count on its way home, so that none of its digits is lost. */
  readonly home: (expression: string) => string;
  /** True where a text is blank, given one that is not missing. */
  readonly blank: (text: string) => string;
  /** Product of two doubles; `a * b` when not given. */
  readonly times?: (a: string, b: string) => string;
}

/** One column of an answer, and the group part it fills. */
export interface AnswerColumn {
  readonly part: "key" | "sum" | "lowest" | "low" | "high" | "distinct";
  readonly name: string;
  readonly isText: boolean;
  readonly sql: string;
}

/** Columns of one group, in the order of the query: keys, then sums, lowest values, extremes and distinct counts. */
export function answerColumns(
  group: GroupQuery,
  query: CountQuery,
  dialect: Dialect,
  names: Cells = namesOf(query),
): AnswerColumn[] {
  const keys = Object.entries(group.keys).map(([name, key]): AnswerColumn => ({
    part: "key",
    name,
    isText: key.key === "text",
    sql: keySql(key, names, dialect),
  }));
  const sums = Object.entries(group.sums ?? {}).map(([name, sum]): AnswerColumn => {
    const scaled = `floor((${expressionSql(sum.of, names, dialect)}) * ${dialect.double(2 ** sum.bits)})`;
    const whole = isDecimal(sum.of) ? expressionSql(sum.of, names, dialect) : dialect.integer(scaled);
    return { part: "sum", name, isText: false, sql: dialect.home(`coalesce(sum(${whole}), 0)`) };
  });
  const lowest = Object.entries(group.lowest ?? {}).map(([name, expression]): AnswerColumn => ({
    part: "lowest",
    name,
    isText: false,
    sql: `min(${expressionSql(expression, names, dialect)})`,
  }));
  const extremes = Object.entries(group.extremes ?? {}).flatMap(([name, expression]): AnswerColumn[] => {
    const sql = expressionSql(expression, names, dialect);
    return [
      { part: "low", name, isText: false, sql: `min(${sql})` },
      { part: "high", name, isText: false, sql: `max(${sql})` },
    ];
  });
  const distinct = Object.entries(group.distinct ?? {}).map(([name, column]): AnswerColumn => ({
    part: "distinct",
    name,
    isText: false,
    sql: dialect.home(`count(distinct ${names.text(column)})`),
  }));
  return [...keys, ...sums, ...lowest, ...extremes, ...distinct];
}

/** Cells as every group uses them: t0 texts, x0 doubles, s0 their status, m0 decimals. */
export function readColumns(query: CountQuery, dialect: Dialect): string[] {
  const names = namesOf(query);
  return query.columns.flatMap((use) => {
    const { name } = use;
    if (use.as === "text") return [`${dialect.text(name)} as ${names.text(name)}`];
    const status = `${dialect.status(use)} as ${statusName(query, use)}`;
    if (use.as === "decimal") return [`${dialect.decimal(use)} as ${names.decimal(name)}`, status];
    return [`${dialect.number(use)} as ${names.number(name)}`, status];
  });
}

/** The status of every number column as keys of one more group: it is small, counts all rows, and shows faults. */
export function statusColumns(query: CountQuery): AnswerColumn[] {
  return query.columns
    .filter(({ as }) => as !== "text")
    .map((use) => ({ part: "key", name: use.name, isText: false, sql: statusName(query, use) }));
}

/** Cells in place, for a statement without a subquery. */
export function cellsOf({ columns }: CountQuery, dialect: Dialect): Cells {
  const use = (name: string, as: ColumnUse["as"]): ColumnUse => {
    const found = columns.find((column) => column.name === name && column.as === as);
    if (found === undefined) throw new Error(`Column "${name}" is used as ${as} and not declared so`);
    return found;
  };
  return {
    text: (name) => dialect.text(use(name, "text").name),
    number: (name) => dialect.number(use(name, "number")),
    status: (name) => dialect.status(use(name, "number")),
    decimal: (name) => dialect.decimal(use(name, "decimal")),
  };
}

function statusName({ columns }: CountQuery, use: ColumnUse): string {
  return `s${columns.indexOf(use)}`;
}

/** How an expression names the cells of a row. */
export interface Cells {
  readonly text: (column: string) => string;
  readonly number: (column: string) => string;
  readonly status: (column: string) => string;
  readonly decimal: (column: string) => string;
}

/** Short names of the columns that were read; a column the query did not declare is our mistake. */
export function namesOf({ columns }: CountQuery): Cells {
  const place = (letter: string, as: ColumnUse["as"]) => (column: string) => {
    const index = columns.findIndex((use) => use.name === column && use.as === as);
    if (index < 0) throw new Error(`Column "${column}" is used as ${as} and not declared so`);
    return `${letter}${index}`;
  };
  return {
    text: place("t", "text"),
    number: place("x", "number"),
    status: place("s", "number"),
    decimal: place("m", "decimal"),
  };
}

function keySql(key: Key, names: Cells, dialect: Dialect): string {
  if (key.key === "text") return names.text(key.column);
  if (key.key === "blank")
    return `case when ${dialect.blank(`coalesce(${names.text(key.column)}, '')`)} then 1 else 0 end`;
  if (key.key === "highest") return highestSql(key.columns.map(names.number));
  const x = names.number(key.column);
  switch (key.key) {
    case "number":
      return x;
    case "bin": {
      const { double } = dialect;
      // The order of these operations is the same everywhere, so that a score falls into the same bin.
      const place = `floor((${x} - ${double(key.low)}) / ${double(key.high - key.low)} * ${double(key.bins)})`;
      return dialect.small?.(place) ?? place;
    }
    case "band": {
      const steps = key.cuts.map((cut, index) => `when ${x} < ${dialect.double(cut)} then ${index}`);
      return `case when ${x} is null then null ${steps.join(" ")} else ${key.cuts.length} end`;
    }
    case "flagged": {
      const sign = key.flag === "below" ? "<" : ">=";
      return `case when ${x} is null then null when ${x} ${sign} ${dialect.double(key.threshold)} then 1 else 0 end`;
    }
    case "status":
      return names.status(key.column);
  }
}

/** Plain comparisons, since what `greatest` does with a missing number differs from database to database. */
function highestSql(numbers: readonly string[]): string {
  const missing = numbers.map((x) => `${x} is null`).join(" or ");
  const steps = numbers.map((x, place) => {
    const rest = numbers.filter((_, other) => other > place).map((other) => `${x} >= ${other}`);
    return `when ${["1 = 1", ...rest].join(" and ")} then ${place}`;
  });
  return `case when ${missing} then null ${steps.join(" ")} end`;
}

function expressionSql(expression: Expression, names: Cells, dialect: Dialect): string {
  const sql = (inner: Expression): string => expressionSql(inner, names, dialect);
  if ("column" in expression) return names.number(expression.column);
  if ("decimal" in expression) return names.decimal(expression.decimal);
  if ("constant" in expression) return dialect.double(expression.constant);
  if ("minus" in expression) return `(${sql(expression.minus[0])} - ${sql(expression.minus[1])})`;
  if ("times" in expression) {
    const [a, b] = expression.times.map(sql) as [string, string];
    return dialect.times === undefined || isDecimal(expression) ? `(${a} * ${b})` : dialect.times(a, b);
  }
  if ("divide" in expression)
    return `(${sql(expression.divide[0])} / nullif(${sql(expression.divide[1])}, 0))`;
  if ("abs" in expression) return `abs(${sql(expression.abs)})`;
  const [a, b] = expression.atMost.map(sql);
  return `case when ${a} is null or ${b} is null then null when ${a} <= ${b} then ${dialect.double(1)} else ${dialect.double(0)} end`;
}

/** True for a decimal column or a product of such: already whole, and exact where doubles would not be. */
function isDecimal(expression: Expression): boolean {
  if ("decimal" in expression) return true;
  return "times" in expression && expression.times.every(isDecimal);
}
