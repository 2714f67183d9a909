import type { ActionNode } from '../../architect/actions';
import type { Org } from '../state/org';
import type { ContractSchema, DataAction } from '../state/tables/data-action';
import type { Flow } from '../state/tables/flow';
import { listed } from './unknown-name';

export type DataActionCall = ActionNode<'callData'> | ActionNode<'callDataSecure'>;
export type CommonModuleCall = ActionNode<'callCommonModule'>;

interface ContractProblem {
  readonly message: string;
  readonly help: string;
}

/** The inputs and outputs of a call that the contract of the data action does not have. A nested output has dots. */
export function dataActionProblems({ name: called, contract }: DataAction, action: DataActionCall): ContractProblem[] {
  const call = action.category?.content.dataAction?.content;
  return [
    ...strangers(called, 'input', call?.inputs, propertiesOf(contract.input.inputSchema)),
    ...strangers(called, 'output', call?.successOutputs, propertiesOf(contract.output.successSchema)),
  ];
}

function strangers(
  called: string,
  side: 'input' | 'output',
  bindings: ReadonlyMap<string, unknown> | undefined,
  known: readonly string[] | undefined,
): ContractProblem[] {
  if (!known) return [];
  return [...(bindings?.keys() ?? [])]
    .filter((name) => !known.includes(name.split(/[.[]/)[0] ?? name))
    .map((name) => ({
      message: `the data action '${called}' has no ${side} '${name}'`,
      help: listed(known, `the ${side}s `),
    }));
}

/** The properties of an object. Undefined where the schema accepts any. */
function propertiesOf({ type, properties }: ContractSchema): readonly string[] | undefined {
  return type === 'object' && properties ? Object.keys(properties) : undefined;
}

/** The common module that an action calls; undefined if the org has none of that name. */
export const moduleOf = (org: Org, { commonModule }: CommonModuleCall): Flow | undefined =>
  org.all('flow').find(({ type, name }) => type === 'COMMONMODULE' && name === commonModule?.name);

/** The inputs and outputs of a call that the common module does not have. Their names have the scope `Common.`. */
export function moduleProblems(module: Flow, { commonModule }: CommonModuleCall): ContractProblem[] {
  const call = commonModule?.content.content;
  return (['input', 'output'] as const).flatMap((side) => {
    const names = [...((side === 'input' ? call?.inputs : call?.outputs)?.keys() ?? [])];
    const known = parametersOf(module, side);
    return names
      .filter((name) => !known.some((parameter) => parameter.toLowerCase() === name.toLowerCase()))
      .map((name) => ({
        message: `the common module '${module.name}' has no ${side} '${name}'`,
        help: listed(known, `the ${side}s `),
      }));
  });
}

const parametersOf = ({ variables }: Flow, side: 'input' | 'output'): readonly string[] =>
  variables
    .filter(({ isInput, isOutput }) => (side === 'input' ? isInput : isOutput))
    .map(({ name }) => `Common.${name}`);

/** The type of an input of a module or bot, named with its scope: `queue`, `stringCollection`. */
export const typeOfInput = ({ variables }: Flow, input: string): string | undefined => {
  const bare = input.replace(/^(common|flow|slot)\./i, '').toLowerCase();
  return variables.find(({ name, isInput }) => isInput && name.toLowerCase() === bare)?.type;
};
