import { builtInVariable } from '../../architect/expressions';
import { didYouMean } from '../../ground/did-you-mean';
import { nodePlace, type GraphNode } from '../graph';
import { type Variables, variablesOf } from '../graph/variables';
import type { FlowPlace, RuleProblem, Rule, ReportProblem } from '../rule';

/**
 * Architect refuses a flow that reads what was never declared. Archy creates a variable that a typed statement or
 * output writes (seen in real in-queue and email flows), so that case is only a warning.
 */
export const undeclaredVariable: Rule = {
  name: 'undeclared-variable',
  family: 'variables',
  severity: 'error',
  protectsFrom: 'a variable that is declared nowhere, which is misspelt more often than not',
  start: (report) => ({
    flowEnd: (place) => {
      const variables = variablesOf(place.flow);
      const known = declaredNames(variables);
      const created = new Set(variables.writes.map(({ key }) => key));
      const done = new Set<string>();
      const declared = new Set(variables.declared.map(({ name }) => name));
      const see = (name: string, key: string, node: GraphNode, where: Pick<RuleProblem, 'yaml' | 'within'>): void => {
        if (done.has(key) || known.has(key) || !isOwn(name, place) || builtInVariable(name)) return;
        done.add(key);
        tell(name, { ...nodePlace(node, place), ...where }, created.has(key), declared, report);
      };
      for (const { name, key, node, yaml } of variables.writes) see(name, key, node, yaml ? { yaml } : {});
      for (const { name, key, node, yaml, offset, length } of variables.reads) {
        see(name, key, node, yaml ? { yaml, within: { offset, length } } : {});
      }
    },
  }),
};

function tell(
  name: string,
  where: Partial<RuleProblem>,
  created: boolean,
  declared: ReadonlySet<string>,
  report: ReportProblem,
): void {
  const meant = didYouMean(name, declared);
  const hint = meant === undefined ? '' : `Did you mean ${meant}? `;
  report({
    message: `${name} is declared nowhere`,
    help: `${hint}${created ? 'Archy creates it from what writes it; d' : 'D'}eclare it under variables.`,
    ...(created ? { severity: 'warning' } : {}),
    ...where,
  });
}

/** Other scopes belong to the platform; a common module has its own. */
function isOwn(name: string, { flow }: FlowPlace): boolean {
  const [scope = ''] = name.toLowerCase().split('.');
  return (
    scope === 'flow' || scope === 'state' || scope === 'task' || (scope === 'common' && flow.kind === 'commonModule')
  );
}

const declaredNames = ({ declared }: Variables): ReadonlySet<string> =>
  new Set(declared.map(({ name }) => name.toLowerCase()));
