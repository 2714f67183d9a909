import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { bound } from '../flow/bound';
import { programOf } from '../flow/program';

/**
 * Runs a common module on the call of the flow and comes back with its outputs. The module has its own variables.
 * Inputs and outputs are passed by value, under their names in the module. The version that was published last runs. If
 * a disconnect or a transfer ends the module, the flow ends too.
 */
export const callCommonModule: RunAction<'callCommonModule'> = function* ({ commonModule }, run) {
  const { runtime } = run;
  const name = commonModule?.name ?? '';
  const flow = bound(run, 'flow', name, ({ type }) => type === 'COMMONMODULE');
  const version = flow && runtime.org.get('flowVersion', `${flow.id}/${flow.versions}.0`);
  if (!version) throw new FlowProblem(`the common module '${name}' is not there any more`);
  const program = programOf(version);
  const { inputs: inputNodes, outputs } = commonModule?.content.content ?? {};
  const inputs = new Map(
    [...(inputNodes ?? [])].map(([input, node]) => {
      const type = program.typeOf(input);
      if (!type) throw new FlowProblem(`the common module '${name}' has no input '${input}' any more`);
      return [input, run.value(node, type)] as const;
    }),
  );
  const module = run.module(program, inputs);
  const end = yield* module.run();
  if (end.reason !== 'returned') return end;
  for (const [output, node] of outputs ?? []) {
    if (node.kind !== 'variable') continue;
    const value = module.variables.get(output);
    if (value === undefined) throw new FlowProblem(`the common module '${name}' has no output '${output}' any more`);
    run.bind(node, value);
  }
  return undefined;
};
