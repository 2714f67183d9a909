/** What an expression asks the world for while it runs. Everything else in this folder is pure. */
import { type Decimal } from './decimal';
import { type DurationValue, type ReferenceKind, type ReferenceValue, type Value } from './values';

/** Look-ups in the org. Names are compared without regard to case; the org decides what "unique" means. */
export interface ExpressionOrg {
  /** The one thing of that kind with that name (or, for a user, e-mail address or user name). */
  findByName(kind: ReferenceKind, name: string): ReferenceValue | undefined;
  findById(kind: ReferenceKind, id: string): ReferenceValue | undefined;
  findPrompt(origin: 'user' | 'system', name: string): ReferenceValue | undefined;
  /** Language tag, such as `en-us`. */
  defaultLanguage(): string;
  supportedLanguages(): readonly string[];
  /** Two-letter code of the language a text is in. */
  detectLanguage(text: string): string | undefined;
  /** How many units of the source currency one unit of the destination costs. */
  exchangeRate(sourceCode: string, destinationCode: string): Decimal | undefined;
  estimatedWaitTime(queue: ReferenceValue, mediaType: string | null): DurationValue | undefined;
}

export interface Environment {
  /** The value of a variable; `undefined` if there is none of that name. Names are written as in the expression. */
  variable(name: string): Value | undefined;
  readonly org: ExpressionOrg;
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A number from 0 up to but not including 1. */
  random(): number;
}

/** Values by name without regard to case, as flows look variables up. */
export function variableLookup<V>(entries: Iterable<readonly [string, V]>): (name: string) => V | undefined {
  const byName = new Map<string, V>();
  for (const [name, value] of entries) byName.set(name, value);
  const byFoldedName = new Map([...byName].map(([name, value]) => [name.toLowerCase(), value] as const));
  return (name) => {
    const exact = byName.get(name);
    return exact === undefined ? byFoldedName.get(name.toLowerCase()) : exact;
  };
}
