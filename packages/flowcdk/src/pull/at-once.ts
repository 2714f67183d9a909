/** Requests that are under way at once: exports take seconds, and a limit of 300 requests a minute is soon reached. */
const AT_ONCE = 8;

/** Does some work for every item, in their order, for eight items at once. */
export async function forEachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
