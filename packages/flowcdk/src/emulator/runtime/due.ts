/** A function that is due at a moment. */
export interface Due {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of two that are due at the same moment, the lower one runs first. */
  readonly order: number;
  /** Undefined: it was cancelled. */
  run: (() => void) | undefined;
}

const isSooner = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Adds to a binary heap. The soonest entry is first. */
export function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as Due;
    if (!isSooner(due, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = due;
}

/** Removes the first entry of a binary heap. */
export function pop(heap: Due[]): void {
  const last = heap.pop() as Due;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isSooner(heap[child + 1] as Due, heap[child] as Due)) child += 1;
    const below = heap[child] as Due;
    if (!isSooner(below, last)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
}
