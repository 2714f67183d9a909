import { actionsOf, type Integration, requiredPermissions } from '../../data-action';
import { definedAt } from '../definitions/words';
import type { Rule } from '../rule';

/**
 * Whoever gets hold of the client's secret may do whatever its role allows. Nothing is said where the data actions of the
 * integration are not at hand, or call an endpoint of which nobody here knows what it requires.
 */
export const permissionNotNeeded: Rule = {
  name: 'permission-not-needed',
  family: 'definitions',
  severity: 'warning',
  protectsFrom: 'an OAuth client that may do more than its data actions ask for',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const integration of new Set(definitions)) {
        if (!hasPermissions(integration)) continue;
        const actions = actionsOf(integration, definitions);
        const { permissions: required, unknown } = requiredPermissions(actions);
        if (actions.length === 0 || unknown.length > 0) continue;
        const superfluous = integration.permissions.filter((permission) => !required.includes(permission));
        if (superfluous.length === 0) continue;
        report({
          message: `no data action of the integration needs ${superfluous.join(', ')}`,
          help: 'Leave `permissions` out: the role then holds what the data actions need.',
          path: `integration ${integration.name}`,
          at: definedAt(integration),
        });
      }
    },
  }),
};

type WithPermissions = Integration & Required<Pick<Integration, 'permissions'>>;

const hasPermissions = (definition: object): definition is WithPermissions =>
  'integration' in definition && 'permissions' in definition && Array.isArray(definition.permissions);
