import { action, actionForm, type NodeOf } from '../action';
import { binding, paths, required, value } from '../forms';
import type { ExternalOrganization } from '../types';
import { type Assignable, bindingNode, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

export const getExternalOrganizationForm = actionForm({
  evidence: 'inferred',
  fields: {
    externalResult: binding('externalOrganization'),
    externalId: required(value('string')),
    outputs: paths('found', 'notFound'),
  },
});

export type GetExternalOrganizationAction = NodeOf<'getExternalOrganization', typeof getExternalOrganizationForm>;

/** The id of an organisation of external contacts, and the variable for the organisation. */
export interface GetExternalOrganizationOptions {
  readonly externalId: Value<string>;
  /** The variable for the organisation. */
  readonly externalResult?: Assignable<ExternalOrganization> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
}

/**
 * Get External Organization: reads the organisation of external contacts with an id (inferred from
 * `getExternalContact`).
 *
 * @example
 * ```ts
 * getExternalOrganization('Which company?', { externalId: 'abc', externalResult: organization })
 * ```
 * ```yaml
 * getExternalOrganization:
 *   name: Which company?
 *   externalResult: { var: Flow.organization }
 *   externalId: { lit: abc }
 * ```
 */
export function getExternalOrganization(
  name: string,
  options: GetExternalOrganizationOptions,
): GetExternalOrganizationAction {
  return action(getExternalOrganization, 'getExternalOrganization', getExternalOrganizationForm, {
    name,
    externalResult: bindingNode(options.externalResult),
    externalId: valueNode(options.externalId),
    outputs: pathsOf({ found: branchOf(options.onFound), notFound: branchOf(options.onNotFound) }),
  });
}
