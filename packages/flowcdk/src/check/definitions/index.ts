import type { Finding } from '../../ground/finding';
import { addresses } from './addresses';
import { attributeOwners } from './attribute-owners';
import { cycles } from './cycles';
import { emergencyRoutes } from './emergency-routes';
import { names } from './names';
import { notDeployed } from './not-deployed';
import { numbers } from './numbers';
import { permissions } from './permissions';
import { promptLanguages } from './prompt-languages';
import { recordings } from './recordings';
import type { StackDefinitions } from './stack-definitions';

export type { StackDefinitions } from './stack-definitions';

const rules: readonly ((stacks: readonly StackDefinitions[]) => Finding[])[] = [
  names,
  addresses,
  numbers,
  emergencyRoutes,
  notDeployed,
  permissions,
  cycles,
  attributeOwners,
  recordings,
  promptLanguages,
];

/**
 * Checks what is deployed together: each definition by itself, then names, references and owners across all stacks. All
 * findings come at once, in a stable order.
 */
export function checkDefinitions(stacks: readonly StackDefinitions[]): Finding[] {
  const own = stacks.flatMap(({ definitions }) => definitions).flatMap((definition) => definition.problems ?? []);
  return [...new Set(own), ...rules.flatMap((rule) => rule(stacks))];
}
