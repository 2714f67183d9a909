/**
 * The circles of a graph: every set of files in which each one reaches each other one (strongly connected, by Tarjan's
 * algorithm). Files and circles are in the order of their names.
 *
 * @param graph which files a file imports
 */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  const visit = (file: string): number => {
    const number = numbers.size;
    numbers.set(file, number);
    open.push(file);
    let low = number;
    for (const next of graph.get(file) ?? []) {
      if (!numbers.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? numbers.get(next) ?? low);
    }
    lowest.set(file, low);
    if (low === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort());
    }
    return low;
  };

  for (const file of graph.keys()) if (!numbers.has(file)) visit(file);
  return circles.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}
