import type { Definition } from '../definition';
import type { InputValues, OutputBindings } from '../data-action-contract';
import { binding, type Form, mapOf, type Named, named, struct, type StructNode, value } from '../forms';
import type { Declarations } from '../types';
import { type Assignable, bindingNode, type ValueNode, valueNode } from '../values';

/** A flow that other flows can call and that comes back: a common module or a bot. */
export interface CallableFlow<
  In extends Declarations = Declarations,
  Out extends Declarations = Declarations,
> extends Definition {
  readonly definition: 'flow';
  readonly inputs: In;
  readonly outputs: Out;
}

/** The inputs of a called flow, and the variables for its outputs. */
export interface FlowCallOptions<In extends Declarations, Out extends Declarations> {
  readonly inputs: InputValues<In>;
  /** The variables for the outputs. A missing output is written as `noValue`. */
  readonly outputs?: OutputBindings<Out> | undefined;
}

const call = struct({ inputs: mapOf(value()), outputs: mapOf(binding()) });

type Call = StructNode<{
  readonly inputs: Form<ReadonlyMap<string, ValueNode>>;
  readonly outputs: Form<ReadonlyMap<string, ValueNode>>;
}>;

/** `{<name of the flow>: {ver_latestPublished: {inputs, outputs}}}` */
export const flowCall: Form<Named<Named<Call>>> = named('flow', named('flowVersion', call));

/** The call of the latest published version. Names get the scope that they have in the called flow: `Common.`. */
export function flowCallOf<In extends Declarations, Out extends Declarations>(
  flow: CallableFlow<In, Out>,
  options: FlowCallOptions<In, Out>,
  scope: string,
): Named<Named<Call>> {
  const entries = Object.entries(options.inputs as Readonly<Record<string, unknown>>).filter(
    ([, v]) => v !== undefined,
  );
  const bound = (options.outputs ?? {}) as Readonly<Record<string, Assignable<never> | undefined>>;
  const inputs = new Map(entries.map(([key, v]) => [`${scope}${key}`, valueNode(v)] as const));
  const outputs = new Map(Object.keys(flow.outputs).map((key) => [`${scope}${key}`, bindingNode(bound[key])] as const));
  const content: Call = {
    ...(inputs.size > 0 ? { inputs } : {}),
    ...(outputs.size > 0 ? { outputs } : {}),
    ...(inputs.size + outputs.size === 0 ? { none: true } : {}),
  };
  return { name: flow.name, definition: flow, content: { name: 'ver_latestPublished', content } };
}
