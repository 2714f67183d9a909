import { action, actionForm, type NodeOf } from '../action';
import { binding, paths, required, value } from '../forms';
import type { ExternalContact } from '../types';
import { type Assignable, bindingNode, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

export const getExternalContactForm = actionForm({
  evidence: 'seen',
  fields: {
    externalId: required(value('string')),
    externalResult: binding('externalContact'),
    outputs: paths('found', 'notFound'),
  },
});

export type GetExternalContactAction = NodeOf<'getExternalContact', typeof getExternalContactForm>;

/** The id of a contact, and the variable for the contact. */
export interface GetExternalContactOptions {
  readonly externalId: Value<string>;
  /** The variable for the contact. */
  readonly externalResult?: Assignable<ExternalContact> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
}

/**
 * Get External Contact: reads the contact with an id, such as `Call.ExternalContactId`.
 *
 * @example
 * ```ts
 * getExternalContact('Who?', {
 *   externalId: exp<string>`Call.ExternalContactId`,
 *   externalResult: contact,
 *   onFound: [loopExit()],
 * })
 * ```
 * ```yaml
 * getExternalContact:
 *   name: Who?
 *   externalId: { exp: Call.ExternalContactId }
 *   externalResult: { var: Flow.contact }
 *   outputs: { found: { actions: [{ loopExit: { name: Exit Loop } }] } }
 * ```
 */
export function getExternalContact(name: string, options: GetExternalContactOptions): GetExternalContactAction {
  return action(getExternalContact, 'getExternalContact', getExternalContactForm, {
    name,
    externalResult: bindingNode(options.externalResult),
    externalId: valueNode(options.externalId),
    outputs: pathsOf({ found: branchOf(options.onFound), notFound: branchOf(options.onNotFound) }),
  });
}
