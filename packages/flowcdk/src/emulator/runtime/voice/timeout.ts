import { DurationValue } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { DURATION } from '../flow/types';

/** The allowed range of a time, in milliseconds. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * The first time that is set. A time outside of the bounds counts as the nearest bound (documented bounds; the rounding
 * is assumed, because Architect publishes no such time).
 */
export function timeOf(
  run: Run,
  nodes: readonly (ValueNode | undefined)[],
  otherwise: number,
  { least, most }: Bounds,
): number {
  for (const node of nodes) {
    const value = run.value(node, DURATION);
    if (value instanceof DurationValue) return Math.min(Math.max(value.milliseconds, least), most);
  }
  return otherwise;
}
