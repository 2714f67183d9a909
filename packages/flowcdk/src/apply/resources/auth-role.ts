import type { Attributes } from '../attributes';
import { collection } from '../resource-kind';

export const authRole = collection({
  path: '/api/v2/authorization/roles',
  body: (given) => ({
    name: given.text('name'),
    description: given.text('description') ?? '',
    permissions: given.texts('permissions'),
    permissionPolicies: given.blocks('permission_policies').map((policy) => ({
      ...policy.fields('domain', 'entity_name', 'action_set'),
      resourceConditionNode: conditionsOf(policy),
    })),
  }),
});

function conditionsOf(policy: Attributes) {
  const conditions = policy.block('conditions');
  return (
    conditions && {
      conjunction: conditions.text('conjunction'),
      terms: conditions.blocks('terms').map((term) => ({
        ...term.fields('variable_name', 'operator'),
        operands: term.blocks('operands').map((operand) => ({
          ...operand.fields('value', 'type'),
          queue: operand.reference('queue_id'),
          user: operand.reference('user_id'),
        })),
      })),
    }
  );
}
