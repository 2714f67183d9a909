import type { Definition } from '../../architect/definition';
import { numberOfTwoRoutes } from '../../ground/errors';
import type { Finding } from '../../ground/finding';
import type { CallRouteDefinition } from '../../routing';
import { definedAt } from './words';
import type { StackDefinitions } from './stack-definitions';

const isCallRoute = (definition: Definition): definition is CallRouteDefinition =>
  definition.definition === 'callRoute' && 'numbers' in definition;

/** A number leads to one place. */
export function numbers(stacks: readonly StackDefinitions[]): Finding[] {
  const routes = stacks.flatMap(({ definitions }) => definitions).filter(isCallRoute);
  const taken = new Map<string, CallRouteDefinition>();
  const found: Finding[] = [];
  for (const route of routes) {
    for (const number of route.numbers) {
      const earlier = taken.get(number);
      if (earlier) found.push(numberOfTwoRoutes(`call route ${route.name}`, number, earlier.name, definedAt(route)));
      else taken.set(number, route);
    }
  }
  return found;
}
