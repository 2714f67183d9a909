/**
 * An org in which every name exists, so that an expression can be tried without a real org. Ids are made from names, so
 * that a name always gives the same thing.
 */
import { detectLanguage } from './detect-language';
import { type Environment, type ExpressionOrg } from './environment';
import { Failure } from './expression-error';
import { ReferenceValue, type ReferenceKind } from './values';

export const openOrg: ExpressionOrg = Object.freeze({
  findByName: (kind: ReferenceKind, name: string) => inventedReference(kind, name),
  findById: (kind: ReferenceKind, id: string) => inventedReference(kind, id),
  findPrompt: (_: 'user' | 'system', name: string) => inventedReference('prompt', name),
  defaultLanguage: () => 'en-us',
  supportedLanguages: () => ['en-us'],
  detectLanguage,
  exchangeRate: () => undefined,
  estimatedWaitTime: () => undefined,
});

/** An environment without variables, clock or chance. Their use fails with a message that says so. */
export const openEnvironment: Environment = Object.freeze({
  variable: () => undefined,
  org: openOrg,
  now: () => {
    throw new Failure('no clock was given to evaluate with');
  },
  random: () => {
    throw new Failure('no source of chance was given to evaluate with');
  },
});

function inventedReference(kind: ReferenceKind, name: string): ReferenceValue | undefined {
  const bare = name.trim();
  if (bare === '') return undefined;
  return new ReferenceValue(kind, bare.toLowerCase(), bare, kind === 'user' ? { username: bare, email: bare } : {});
}
