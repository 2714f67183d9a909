import type { Finding } from '../../finding';
import {
  actionNotInFlow,
  actionNameTooLong,
  failureOutputsInVoiceFlow,
  flowNameEmpty,
  illegalVariableName,
  variableDeclaredTwice,
} from '../../errors';
import { type Action, actionForms } from '../actions';
import type { ActionTraits } from '../action';
import { type FlowKind, isVoiceFlow } from '../flow-kinds';
import { ORIGIN, type SourceLine, sourceLine } from '../origin';
import type { Declarations } from '../types';

const LONGEST_ACTION_NAME = 200;

/** What can be seen of the flow itself. */
export function flowProblems(flow: { readonly name: string }, at: SourceLine | undefined): Finding[] {
  return flow.name.trim() === '' ? [flowNameEmpty(at)] : [];
}

/** What can be seen of one action, without its neighbours. */
export function actionProblems(kind: FlowKind, action: Exclude<Action, { kind: 'unknown' }>, path: string): Finding[] {
  const at = sourceLine(action[ORIGIN]);
  const found: Finding[] = [];
  const { flows }: ActionTraits = actionForms[action.kind];
  if (flows && !flows.includes(kind)) found.push(actionNotInFlow(path, action.kind, kind, flows, at));
  if ((action.name?.length ?? 0) > LONGEST_ACTION_NAME) found.push(actionNameTooLong(path, action.name ?? '', LONGEST_ACTION_NAME, at));
  if (action.kind === 'callData' && isVoiceFlow(kind) && action.category?.content.dataAction?.content.failureOutputs) {
    found.push(failureOutputsInVoiceFlow(path, kind, at));
  }
  return found;
}

const legalName = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Names that Architect would not take, and names declared twice in one scope (case does not tell them apart). */
export function variableProblems(path: string, scopes: readonly Declarations[], at: SourceLine | undefined): Finding[] {
  const found: Finding[] = [];
  const seen = new Map<string, string>();
  for (const name of scopes.flatMap((scope) => Object.keys(scope))) {
    if (!legalName.test(name)) found.push(illegalVariableName(path, name, at));
    const earlier = seen.get(name.toLowerCase());
    if (earlier !== undefined) found.push(variableDeclaredTwice(path, earlier, name, at));
    seen.set(name.toLowerCase(), name);
  }
  return found;
}
