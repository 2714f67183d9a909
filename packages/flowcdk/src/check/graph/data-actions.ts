import type { Action } from '../../architect/actions';
import type { CallableDataAction } from '../../architect/data-action-contract';
import { inMilliseconds } from '../../architect/types';
import { literalDuration } from '../../architect/values';
import { dataActionNamed, type Project } from '../project';

/** The call of a data action. */
export type DataActionCall = Action & { readonly kind: 'callData' | 'callDataSecure' };

export const isDataActionCall = (action: Action | undefined): action is DataActionCall =>
  action?.kind === 'callData' || action?.kind === 'callDataSecure';

/** What a definition says besides the contract, where it is one of Flowcdk's own. */
interface OwnDataAction {
  readonly timeoutSeconds?: number;
  readonly request?: {
    readonly method?: string;
    readonly url?: { readonly parts?: readonly { readonly text?: string }[] };
  };
}

/** The definition of the data action that is called, where it is at hand. */
export function definitionOf(call: DataActionCall, project: Project): (CallableDataAction & OwnDataAction) | undefined {
  const { category } = call;
  const name = category?.content.dataAction?.name;
  return category && name !== undefined ? dataActionNamed(project, category.name, name) : undefined;
}

/** The platform's, where neither the flow nor the action says how long (documented). */
const LONGEST_SECONDS = 60;

/** How long the caller may have to wait for it at worst, in milliseconds; the earlier timeout counts. */
export function worstTime(call: DataActionCall, project: Project): number {
  const own = literalDuration(call.timeout);
  const action = (definitionOf(call, project)?.timeoutSeconds ?? LONGEST_SECONDS) * 1000;
  return Math.min(own ? inMilliseconds(own) : action, action);
}

/**
 * Whether it launches a workflow and comes back at once: its request tells, where its definition is at hand, and its
 * name elsewhere (`Launch identification`, `Start workflow`).
 */
export function launches(call: DataActionCall, project: Project): boolean {
  const request = definitionOf(call, project)?.request;
  if (request) {
    const url = (request.url?.parts ?? []).map(({ text = '' }) => text).join('');
    return request.method === 'POST' && /\/flows\/executions\b/.test(url);
  }
  return /\blaunch|\b(?:start|execute|trigger|run)\b.*\b(?:work)?flow/i.test(
    call.category?.content.dataAction?.name ?? '',
  );
}
