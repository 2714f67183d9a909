/** How deep lists and objects of JSON are nested, counted up to `most`. */
export function levels(data: unknown, most: number): number {
  if (typeof data !== 'object' || data === null) return 0;
  if (most === 1) return 1;
  let deepest = 0;
  for (const inner of Object.values(data)) deepest = Math.max(deepest, levels(inner, most - 1));
  return 1 + deepest;
}
