import { mapOf, type Named, named, struct, type StructNode, type Form, value } from '../forms';
import { type Value, type ValueNode, valueNode } from '../values';

type ScriptInputs = StructNode<{ readonly inputs: Form<ReadonlyMap<string, ValueNode>> }>;

/**
 * A script for an agent with its inputs: `{<name of the script>: {inputs: {…}}}` (inferred from the form of called
 * flows).
 */
export const script: Form<Named<ScriptInputs>> = named('script', struct({ inputs: mapOf(value()) }));

/** A script with its inputs. */
export interface ScriptCall {
  readonly name: string;
  /** The inputs, by the names of the script's input variables. */
  readonly inputs?: Readonly<Record<string, Value<string>>> | undefined;
}

export function scriptCall({ name, inputs = {} }: ScriptCall): Named<ScriptInputs> {
  const entries = Object.entries(inputs).map(([key, value]) => [key, valueNode(value)] as const);
  return { name, content: entries.length > 0 ? { inputs: new Map(entries) } : { none: true } };
}
