import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { bound } from '../flow/bound';
import { programOf } from '../flow/program';

/**
 * Runs a common module on the call of the flow and comes back with its outputs. It has variables of its own; inputs and
 * outputs go by value, under the names they have in the module. Always the version that was published last; what ends
 * the module otherwise than by its end (a disconnect, a transfer) ends the flow.
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
