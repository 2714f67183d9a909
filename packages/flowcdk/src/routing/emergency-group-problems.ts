import type { SourceLine } from '../ground/source-line';
import { emergencyRouteTwice, emergencyWithoutRoutes, routingNameTooLong } from './errors';
import type { Finding } from '../ground/finding';
import type { EmergencyGroupDefinition } from './emergency-group';
import { nameProblems } from './name-problems';
import { kindProblems } from './references';

/** Documented: what flows can look a group up by. */
const LONGEST_NAME = 256;

export function emergencyGroupProblems(
  { name, callFlows }: Pick<EmergencyGroupDefinition, 'name' | 'callFlows'>,
  at: SourceLine | undefined,
): Finding[] {
  const path = `emergency group ${name}`;
  const routes = callFlows.flatMap((answer) => answer.routes.map((route) => route.name));
  const twice = new Set(routes.filter((route, i) => routes.indexOf(route) < i));
  return [
    ...nameProblems('emergency group', name, at),
    ...(name.length > LONGEST_NAME ? [routingNameTooLong(path, name, LONGEST_NAME, at)] : []),
    ...callFlows.flatMap(({ flow, routes: answered }) => [
      ...kindProblems(path, 'a flow of callFlows', flow, 'inboundCall', at),
      ...(answered.length === 0 ? [emergencyWithoutRoutes(path, flow.name, at)] : []),
    ]),
    ...[...twice].map((route) => emergencyRouteTwice(path, route, at)),
  ];
}
