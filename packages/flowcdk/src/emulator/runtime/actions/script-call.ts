import type { ActionNode } from '../../../architect/actions';
import type { Json, JsonObject } from '../../state/json';
import type { Run } from '../action-context';
import { shown } from '../flow/shown';
import { STRING } from '../flow/types';

type Script = NonNullable<ActionNode<'setScreenPop'>['screenPopScript']>;

/** A script with the current values of its inputs. */
export function scriptCall(
  run: Run,
  { name, content }: Script,
): { readonly script: string; readonly inputs: JsonObject } {
  const inputs: Record<string, Json> = {};
  for (const [input, node] of content.inputs ?? []) inputs[input] = shown(run.value(node, STRING));
  return { script: name, inputs };
}
