/**
 * Prepares items, some at once, and finishes them one after the other in their order.
 *
 * What is prepared is held for `atOnce` items at most, so that a long list takes no more memory than a short one.
 * A preparation that fails is thrown where its item would be finished, to `fail`.
 *
 * @param atOnce - items in preparation or waiting to be finished; at least 1
 */
export async function inOrder<Item, Ready>(
  items: readonly Item[],
  atOnce: number,
  steps: {
    readonly prepare: (item: Item) => Promise<Ready>;
    readonly finish: (ready: Ready, item: Item) => Promise<void>;
    readonly fail: (cause: unknown, item: Item) => void;
  },
): Promise<void> {
  const queue = items.values();
  const started: { readonly item: Item; readonly ready: Promise<Ready> }[] = [];
  const startNext = (): void => {
    const { value: item, done } = queue.next();
    if (done === true) return;
    const ready = steps.prepare(item);
    ready.catch(() => undefined); // Heard when its turn comes.
    started.push({ item, ready });
  };
  for (let count = 0; count < atOnce; count += 1) startNext();
  for (let first = started.shift(); first !== undefined; first = started.shift()) {
    try {
      await steps.finish(await first.ready, first.item);
    } catch (cause) {
      steps.fail(cause, first.item);
    }
    startNext();
  }
}
