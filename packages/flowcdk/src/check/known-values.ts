import { DurationValue } from '../architect/expressions';
import { inMilliseconds } from '../architect/types';
import { literalDuration, literalScalar, type ValueNode } from '../architect/values';
import { constantOf, expressionIn, readExpression } from './expressions';
import type { Place } from './rule';

/** The value of a field where it is known without running the flow: a literal, or an expression without variables. */
function knownValue(value: ValueNode | undefined, place: Place): unknown {
  const node = value && expressionIn(value);
  if (!node) return literalScalar(value);
  const { root } = readExpression(node, place);
  return root && constantOf(root)?.value;
}

/** A known number; undefined for others. */
export function knownNumber(value: ValueNode | undefined, place: Place): number | undefined {
  const known = knownValue(value, place);
  return typeof known === 'number' ? known : undefined;
}

/** A known text. */
export function knownText(value: ValueNode | undefined, place: Place): string | undefined {
  const known = knownValue(value, place);
  return typeof known === 'string' ? known : undefined;
}

/** A known duration in milliseconds. */
export function knownDuration(value: ValueNode | undefined, place: Place): number | undefined {
  const literal = literalDuration(value);
  if (literal) return inMilliseconds(literal);
  const known = knownValue(value, place);
  return known instanceof DurationValue ? known.milliseconds : undefined;
}

/** A length of time in words: `90 seconds`, `1.5 seconds`. */
export function inWords(milliseconds: number): string {
  for (const [unit, size] of units) {
    if (Math.abs(milliseconds) >= size && milliseconds % size === 0) return counted(milliseconds / size, unit);
  }
  return counted(milliseconds / 1000, 'second');
}

const units = [
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const counted = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
