import type { Definition } from '../architect/definition';

/** An order of definitions that does not depend on where they are listed: what is written must not either. */
export function byKindAndName(a: Definition, b: Definition): number {
  const [left, right] = [`${a.definition} ${a.name}`, `${b.definition} ${b.name}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
