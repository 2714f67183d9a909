import { action, actionForm, type NodeOf } from '../action';
import { botFlows } from './bot-flows';
import { listOf, objectNamed, required } from '../forms';

export const clearSlotForm = actionForm({
  evidence: 'seen',
  flows: botFlows,
  fields: { slots: required(listOf('slot', objectNamed('slot'))) },
});

export type ClearSlotAction = NodeOf<'clearSlot', typeof clearSlotForm>;

/**
 * Clear Slot: empties slots of a bot.
 *
 * @example
 * ```ts
 * clearSlot('Again', ['Day', 'Time'])
 * ```
 * ```yaml
 * clearSlot: { name: Again, slots: [{ slot: { name: Day } }, { slot: { name: Time } }] }
 * ```
 */
export const clearSlot = (name: string, slots: readonly string[]): ClearSlotAction =>
  action(clearSlot, 'clearSlot', clearSlotForm, { name, slots: slots.map((slot) => ({ name: slot })) });
