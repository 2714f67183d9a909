import type { Definition } from '../architect/definition';
import type { DataAction } from './data-action';
import { permissionsOfCall } from './endpoint-permissions';
import type { Integration, Permission } from './integration';
import { render } from './template/template';

/** What data actions need in order to call Genesys Cloud. */
export interface RequiredPermissions {
  /** Each once, in the order of the alphabet. */
  readonly permissions: readonly Permission[];
  /** The actions that call an endpoint whose permissions are not known. */
  readonly unknown: readonly CallingAction[];
}

/** A data action as far as its call goes. */
export type CallingAction = Pick<DataAction, 'name' | 'request'>;

/**
 * The permissions that data actions of Genesys Cloud's own API need, from the endpoints they call (documented with each
 * endpoint). An integration without `permissions` gets a role with just these.
 *
 * @example
 * ```ts
 * const mark = dataAction({
 *   name: 'Mark conversation',
 *   integration: genesysCloud({ name: 'Marks' }),
 *   input: { conversationId: string() },
 *   output: {},
 *   request: ({ conversationId }) => ({
 *     method: 'PUT',
 *     url: url`/api/v2/conversations/${conversationId}/tags`,
 *     body: { externalTag: '' },
 *   }),
 * });
 * requiredPermissions([mark]).permissions; // ['conversation:externalTag:edit']
 * ```
 */
export function requiredPermissions(actions: readonly CallingAction[]): RequiredPermissions {
  const calls = actions.map((action) => ({
    action,
    permissions: permissionsOfCall(action.request.method, callOf(action)),
  }));
  return {
    permissions: [...new Set(calls.flatMap(({ permissions = [] }) => permissions))].sort(),
    unknown: calls.filter(({ permissions }) => permissions === undefined).map(({ action }) => action),
  };
}

/** The URL that a data action calls, as its template has it. */
export const callOf = ({ request }: CallingAction): string => render(request.url, () => ':id');

/** Whether an integration calls Genesys Cloud with a role that follows from the endpoints its data actions call. */
export const hasDerivedRole = ({ integration, permissions, existing, role }: Integration): boolean =>
  integration === 'genesysCloud' && existing !== true && permissions === undefined && role === undefined;

/** The data actions among definitions that belong to an integration. */
export const actionsOf = (integration: Integration, definitions: readonly Definition[]): readonly DataAction[] =>
  [...new Set(definitions)].filter(
    (definition): definition is DataAction =>
      definition.definition === 'dataAction' && 'integration' in definition && definition.integration === integration,
  );
