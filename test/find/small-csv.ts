/** A run of like rows of a small table. */
export interface Block {
  readonly times: number;
  readonly cells: readonly (string | number)[];
}

/** A CSV file from runs of like rows. */
export function csvOf(header: readonly string[], blocks: readonly Block[]): string {
  const rows = blocks.flatMap(({ times, cells }) => Array.from({ length: times }, () => cells.join(",")));
  return `${[header.join(","), ...rows].join("\n")}\n`;
}

/** Rows with a label, a score and one group: counts of caught, missed, false alarms and left alone. */
export function groupBlocks(
  group: string,
  { tp, fn, fp, tn }: { tp: number; fn: number; fp: number; tn: number },
): Block[] {
  return [
    { times: tp, cells: [1, 0.9, group] },
    { times: fn, cells: [1, 0.1, group] },
    { times: fp, cells: [0, 0.9, group] },
    { times: tn, cells: [0, 0.1, group] },
  ];
}

export function groupsCsv(groups: Readonly<Record<string, Parameters<typeof groupBlocks>[1]>>): string {
  const blocks = Object.entries(groups).flatMap(([group, counts]) => groupBlocks(group, counts));
  return csvOf(["y", "s", "group"], blocks);
}
