import { actionsOf, callOf, hasDerivedRole, type Integration, requiredPermissions } from '../../data-action';
import { permissionsUnknown } from '../errors';
import type { Finding } from '../../ground/finding';
import type { StackDefinitions } from './stack-definitions';
import { definedAt } from './words';

/** A role can follow from the endpoints that data actions call only where it is known what each endpoint requires. */
export function permissions(stacks: readonly StackDefinitions[]): Finding[] {
  const all = stacks.flatMap(({ definitions }) => definitions);
  return integrationsIn(all)
    .filter(hasDerivedRole)
    .flatMap((integration) =>
      requiredPermissions(actionsOf(integration, all)).unknown.map((action) =>
        permissionsUnknown(
          `data action ${action.name}`,
          `${action.request.method} ${callOf(action)}`,
          integration.name,
          definedAt(integration),
        ),
      ),
    );
}

const integrationsIn = (definitions: StackDefinitions['definitions']): readonly Integration[] =>
  [...new Set(definitions)].filter(
    (definition): definition is Integration => definition.definition === 'integration' && 'integration' in definition,
  );
