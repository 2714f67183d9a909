import { type Definition, identityOf } from '../architect/definition';

/** An order of definitions that does not depend on the order in the list, because the output must not depend on it. */
export function byKindAndName(a: Definition, b: Definition): number {
  const [left, right] = [identity(a), identity(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The identity of a definition in an organisation, as a text. */
export const identity = (definition: Definition): string => JSON.stringify(identityOf(definition));
