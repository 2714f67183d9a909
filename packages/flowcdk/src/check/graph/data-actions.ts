import type { CallableDataAction } from '../../architect/data-action-contract';
import { inMilliseconds } from '../../architect/types';
import { literalDuration } from '../../architect/values';
import { type CallAction, calledDataAction } from '../data-action-calls';
import type { Project } from '../project';

/** What a definition of Flowcdk's own has besides the contract. */
interface OwnDataAction {
  readonly timeoutSeconds?: number;
  readonly request?: {
    readonly method?: string;
    readonly url?: { readonly parts?: readonly { readonly text?: string }[] };
  };
}

/** The definition of the called data action; undefined if it is not at hand. */
const definitionOf = (call: CallAction, project: Project): (CallableDataAction & OwnDataAction) | undefined =>
  calledDataAction(call, project);

/** The platform's timeout, if neither the flow nor the action has one (documented). */
const LONGEST_SECONDS = 60;

/** The longest time a caller may wait for the data action, in milliseconds. The earlier timeout counts. */
export function worstTime(call: CallAction, project: Project): number {
  const own = literalDuration(call.timeout);
  const action = (definitionOf(call, project)?.timeoutSeconds ?? LONGEST_SECONDS) * 1000;
  return Math.min(own ? inMilliseconds(own) : action, action);
}

/**
 * Whether a data action launches a workflow and returns at once. Its request shows that if its definition is at hand,
 * otherwise its name (`Launch identification`, `Start workflow`).
 */
export function launches(call: CallAction, project: Project): boolean {
  const request = definitionOf(call, project)?.request;
  if (request) {
    const url = (request.url?.parts ?? []).map(({ text = '' }) => text).join('');
    return request.method === 'POST' && /\/flows\/executions\b/.test(url);
  }
  return /\blaunch|\b(?:start|execute|trigger|run)\b.*\b(?:work)?flow/i.test(
    call.category?.content.dataAction?.name ?? '',
  );
}
