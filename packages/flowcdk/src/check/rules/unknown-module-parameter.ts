import type { FlowTree } from '../../architect/flow-tree';
import { didYouMean } from '../../ground/did-you-mean';
import type { Project } from '../project';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/**
 * A common module is called with its inputs, and gives its outputs. Architect refuses a call with others. The module has
 * to be checked together with its caller.
 */
export const unknownModuleParameter: Rule = {
  name: 'unknown-module-parameter',
  family: 'variables',
  severity: 'error',
  protectsFrom: 'a call of a common module with inputs or outputs that it does not have',
  start: (report, project) => ({
    actions: {
      callCommonModule: (action, { file, path }) => {
        const { commonModule } = action;
        const module = moduleNamed(commonModule?.name, project);
        if (!module) return;
        const { inputs, outputs } = commonModule?.content.content ?? {};
        for (const [side, used] of [
          ['input', inputs],
          ['output', outputs],
        ] as const) {
          const known = parametersOf(module, side);
          const isKnown = (name: string): boolean => known.some((each) => each.toLowerCase() === name.toLowerCase());
          for (const name of [...(used?.keys() ?? [])].filter((each) => !isKnown(each))) {
            const near = didYouMean(name, known);
            const meant = near === undefined ? '' : `Did you mean ${near}? `;
            report({
              message: `the common module ${JSON.stringify(module.name)} has no ${side} ${JSON.stringify(name)}`,
              help: `${meant}Its ${side}s: ${known.join(', ') || 'none'}.`,
              file,
              path,
              yaml: yamlOf(used?.get(name)) ?? yamlOf(action),
            });
          }
        }
      },
    },
  }),
};

function moduleNamed(name: string | undefined, { files }: Project): FlowTree | undefined {
  const flows = files.flatMap(({ flow }) => (flow && flow.kind === 'commonModule' ? [flow] : []));
  return flows.find((flow) => flow.name === name);
}

const parametersOf = ({ variables = [] }: FlowTree, side: 'input' | 'output'): readonly string[] =>
  variables.flatMap(({ content }) => {
    const isOfSide = (side === 'input' ? content?.isInput : content?.isOutput) === true;
    return isOfSide && content?.name !== undefined ? [content.name] : [];
  });
