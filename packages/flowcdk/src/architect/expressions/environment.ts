/** Everything outside that an expression uses while it runs. All other code in this folder is pure. */
import { type Decimal } from './decimal';
import { type DurationValue, type ReferenceKind, type ReferenceValue, type Value } from './values';

/** Look-ups in the org. The case of names does not matter. The org decides what "unique" means. */
export interface ExpressionOrg {
  /** The only thing of a kind with a name. Users are found by e-mail address or user name as well. */
  findByName(kind: ReferenceKind, name: string): ReferenceValue | undefined;
  findById(kind: ReferenceKind, id: string): ReferenceValue | undefined;
  findPrompt(origin: 'user' | 'system', name: string): ReferenceValue | undefined;
  /** Language tag, such as `en-us`. */
  defaultLanguage(): string;
  supportedLanguages(): readonly string[];
  /** The two-letter code of the language of a text. */
  detectLanguage(text: string): string | undefined;
  /** The price of a unit of the destination currency in units of the source currency. */
  exchangeRate(sourceCode: string, destinationCode: string): Decimal | undefined;
  estimatedWaitTime(queue: ReferenceValue, mediaType: string | null): DurationValue | undefined;
}

export interface Environment {
  /** The value of a variable, or `undefined` where there is none of that name. Names are spelt as in the expression. */
  variable(name: string): Value | undefined;
  readonly org: ExpressionOrg;
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A number from 0 up to but not including 1. */
  random(): number;
}

/** Looks up values by name, as flows look up variables: case does not matter. */
export function variableLookup<V>(entries: Iterable<readonly [string, V]>): (name: string) => V | undefined {
  const byName = new Map<string, V>();
  for (const [name, value] of entries) byName.set(name, value);
  const byFoldedName = new Map([...byName].map(([name, value]) => [name.toLowerCase(), value] as const));
  return (name) => {
    const exact = byName.get(name);
    return exact === undefined ? byFoldedName.get(name.toLowerCase()) : exact;
  };
}
