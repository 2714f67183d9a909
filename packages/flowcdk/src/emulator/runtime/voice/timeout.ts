import { DurationValue } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { DURATION } from '../flow/types';

/** Bounds of a time, milliseconds. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * The first time that is set, within its bounds (documented; that a time outside of them counts as the nearest one is
 * assumed, for Architect lets none be published).
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
