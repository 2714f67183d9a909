import { type Definition, identityOf } from '../architect/definition';

/** An order of definitions that does not depend on where they are listed: what is written must not either. */
export function byKindAndName(a: Definition, b: Definition): number {
  const [left, right] = [identity(a), identity(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What tells a definition from all others of an organisation, as a text. */
export const identity = (definition: Definition): string => JSON.stringify(identityOf(definition));
