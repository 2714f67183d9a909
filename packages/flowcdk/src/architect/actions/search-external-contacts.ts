import { action, actionForm, type NodeOf } from '../action';
import { binding, paths, required, value } from '../forms';
import type { ExternalContact } from '../types';
import { type Assignable, bindingNode, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

export const searchExternalContactsForm = actionForm({
  evidence: 'inferred',
  fields: {
    searchTerm: required(value('string')),
    externalResults: binding('externalContactCollection'),
    outputs: paths('matchExact', 'matchMultiple', 'notFound'),
  },
});

export type SearchExternalContactsAction = NodeOf<'searchExternalContacts', typeof searchExternalContactsForm>;

/** The search term, the variable for the contacts, and the paths after the search. */
export interface SearchExternalContactsOptions {
  /** A telephone number or an e-mail address. */
  readonly searchTerm: Value<string>;
  /** The variable for the matching contacts. */
  readonly externalResults?: Assignable<readonly ExternalContact[]> | undefined;
  /** Runs when exactly one contact matches. */
  readonly onMatchExact?: Actions | undefined;
  readonly onMatchMultiple?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
}

/**
 * Search External Contacts: searches contacts by a number or an address (inferred).
 *
 * @example
 * ```ts
 * searchExternalContacts('Known?', {
 *   searchTerm: '+331',
 *   externalResults: contacts,
 *   onMatchExact: [loopExit()],
 *   onMatchMultiple: [loopNext()],
 *   onNotFound: [disconnect()],
 * })
 * ```
 * ```yaml
 * searchExternalContacts:
 *   name: Known?
 *   searchTerm: { lit: +331 }
 *   externalResults: { var: Flow.contacts }
 *   outputs:
 *     matchExact: { actions: [{ loopExit: { name: Exit Loop } }] }
 *     matchMultiple: { actions: [{ loopNext: { name: Next Loop } }] }
 *     notFound: { actions: [{ disconnect: { name: Disconnect } }] }
 * ```
 */
export function searchExternalContacts(
  name: string,
  options: SearchExternalContactsOptions,
): SearchExternalContactsAction {
  return action(searchExternalContacts, 'searchExternalContacts', searchExternalContactsForm, {
    name,
    searchTerm: valueNode(options.searchTerm),
    externalResults: bindingNode(options.externalResults),
    outputs: pathsOf({
      matchExact: branchOf(options.onMatchExact),
      matchMultiple: branchOf(options.onMatchMultiple),
      notFound: branchOf(options.onNotFound),
    }),
  });
}
