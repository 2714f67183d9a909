import { inCircle, noSuchAddress, unreadableTemplate } from './refusals';
import type { Element } from './stack';
import { referencesIn, TemplateProblem } from './templates';
import type { Values } from './values';

/** Every element after all it needs. Otherwise the order of the stack stays. */
export function inOrder(
  elements: readonly Element[],
  needs: ReadonlyMap<string, readonly string[]>,
): readonly Element[] {
  const byAddress = new Map(elements.map((element) => [element.address, element]));
  const done = new Set<string>();
  const order: Element[] = [];
  const visit = (element: Element, above: readonly string[]): void => {
    if (done.has(element.address)) return;
    const path = [...above, element.address];
    if (above.includes(element.address)) throw inCircle(path.slice(above.indexOf(element.address)));
    for (const address of needs.get(element.address) ?? []) {
      const needed = byAddress.get(address);
      if (needed) visit(needed, path);
    }
    done.add(element.address);
    order.push(element);
  };
  for (const element of elements) visit(element, []);
  return order;
}

/** The elements each element refers to or waits for. */
export function needsOf(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(elements.map(({ address }) => address));
  return new Map(
    elements.map(({ address, values, dependsOn }) => {
      const named = namesIn(address, values);
      const needed = [...new Set([...named, ...dependsOn])].filter((name) => !name.startsWith('var.'));
      const missing = needed.find((name) => !known.has(name));
      if (missing !== undefined) throw noSuchAddress(address, missing);
      return [address, needed] as const;
    }),
  );
}

function namesIn(address: string, values: Values): readonly string[] {
  try {
    return referencesIn(values).map((reference) => reference.address);
  } catch (problem) {
    if (problem instanceof TemplateProblem) throw unreadableTemplate(address, problem.message);
    throw problem;
  }
}
