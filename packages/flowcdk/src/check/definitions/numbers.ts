import type { Definition } from '../../architect/definition';
import { didPoolsOverlap, numberOfTwoRoutes } from '../errors';
import type { Finding } from '../../ground/finding';
import type { CallRouteDefinition } from '../../routing';
import { type DidPoolDefinition, isDidPool } from '../../routing/did-pool';
import { definedAt } from './words';
import type { StackDefinitions } from './stack-definitions';

const isCallRoute = (definition: Definition): definition is CallRouteDefinition =>
  definition.definition === 'callRoute' && 'numbers' in definition;

/** A number leads to one place, and lies in one pool. */
export function numbers(stacks: readonly StackDefinitions[]): Finding[] {
  const definitions = stacks.flatMap((stack) => stack.definitions);
  return [...numbersTaken(definitions.filter(isCallRoute)), ...overlappingPools(definitions.filter(isDidPool))];
}

function numbersTaken(routes: readonly CallRouteDefinition[]): Finding[] {
  const taken = new Map<string, CallRouteDefinition>();
  const findings: Finding[] = [];
  for (const route of routes) {
    for (const number of route.numbers) {
      const earlier = taken.get(number);
      if (earlier) findings.push(numberOfTwoRoutes(`call route ${route.name}`, number, earlier.name, definedAt(route)));
      else taken.set(number, route);
    }
  }
  return findings;
}

const overlappingPools = (pools: readonly DidPoolDefinition[]): Finding[] =>
  pools.flatMap((pool, i) => {
    const other = pools.slice(0, i).find((earlier) => overlap(earlier, pool));
    return other ? [didPoolsOverlap(`DID pool ${pool.name}`, other.name, definedAt(pool))] : [];
  });

/** Numbers with as many digits compare as texts. */
const overlap = (a: DidPoolDefinition, b: DidPoolDefinition): boolean =>
  a.first.length === b.first.length && a.first <= b.last && b.first <= a.last;
