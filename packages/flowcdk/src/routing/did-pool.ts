import { defined } from '../ground/defined';
import type { Addressed, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { didPoolReversed, didPoolUneven, notANumber } from './errors';
import type { Finding } from '../ground/finding';
import type { SourceLine } from '../ground/source-line';
import { isE164 } from './e164';
import { nameProblems } from './name-problems';

/** What a user says of a DID pool. */
export interface DidPoolProps extends Addressed {
  /** What the pool is called. The organisation knows pools by their numbers only, and shows this as the description. */
  readonly name: string;
  /** The first number, E.164. */
  readonly first: string;
  /** The last number, E.164, with as many digits. */
  readonly last: string;
  /** What the numbers are for. @default the name */
  readonly description?: string | undefined;
  /** Notes for administrators. */
  readonly comments?: string | undefined;
  /** Who carries the calls: a carrier of the organisation's own, or Genesys Cloud Voice. @default 'PURE_CLOUD', by the platform */
  readonly provider?: 'PURE_CLOUD' | 'PURE_CLOUD_VOICE' | undefined;
}

/** A range of telephone numbers that the organisation may answer. */
export interface DidPoolDefinition extends Definition, HasOrigin, Omit<DidPoolProps, 'name'> {
  readonly definition: 'didPool';
  readonly problems: readonly Finding[];
}

/**
 * Defines a DID pool: the numbers call routes may have. It buys and assigns none; the carrier has to send their calls.
 *
 * @example
 * ```ts
 * didPool({ name: 'Support', first: '+442079460100', last: '+442079460199' });
 * ```
 *
 * Call routes of the same stack wait for the pools that hold their numbers.
 */
export function didPool(props: DidPoolProps): DidPoolDefinition {
  const origin = definedBy(didPool);
  return Object.freeze({
    definition: 'didPool',
    ...defined(props),
    problems: Object.freeze(didPoolProblems(props, sourceLine(origin))),
    [ORIGIN]: origin,
  });
}

function didPoolProblems({ name, first, last }: DidPoolProps, at: SourceLine | undefined): Finding[] {
  return [...nameProblems('DID pool', name, at), ...rangeProblems(`DID pool ${name}`, first, last, at)];
}

function rangeProblems(path: string, first: string, last: string, at: SourceLine | undefined): Finding[] {
  const wrong = [...new Set([first, last])].filter((number) => !isE164(number));
  if (wrong.length > 0) return wrong.map((number) => notANumber(path, number, at));
  if (first.length !== last.length) return [didPoolUneven(path, at)];
  return first > last ? [didPoolReversed(path, at)] : [];
}

export const isDidPool = (definition: Definition): definition is DidPoolDefinition =>
  definition.definition === 'didPool' && 'first' in definition;

/** Whether a pool holds a number. Numbers with as many digits compare as texts. */
export const holdsNumber = ({ first, last }: Pick<DidPoolProps, 'first' | 'last'>, number: string): boolean =>
  number.length === first.length && number >= first && number <= last;
