import type { ActionDraft } from '../../state/tables/data-action';
import { contractChecks, type ContractChecks } from './contract';
import { flattening, type Flattening } from './flattened';
import { type RequestPlan, requestPlan } from './request';
import { type ResultPlan, resultPlan } from './result';

/** Seconds that a service has for its answer if the action does not say (documented). */
const DEFAULT_TIMEOUT = 60;

/** A prepared data action: everything that does not depend on its inputs is read once. */
export interface ReadyAction {
  readonly name: string;
  readonly contract: ContractChecks;
  readonly request: RequestPlan;
  readonly result: ResultPlan;
  readonly flattened: Flattening;
  /** Seconds that the service has for its answer. */
  readonly timeout: number;
}

const ready = new WeakMap<ActionDraft, ReadyAction>();

/** Prepares a data action. A changed data action is another object and is prepared again. */
export function readyAction(action: ActionDraft): ReadyAction {
  const known = ready.get(action);
  if (known) return known;
  const prepared: ReadyAction = {
    name: action.name,
    contract: contractChecks(action),
    request: requestPlan(action),
    result: resultPlan(action),
    flattened: flattening(action.contract?.output.successSchema),
    timeout: action.config?.timeoutSeconds ?? DEFAULT_TIMEOUT,
  };
  ready.set(action, prepared);
  return prepared;
}
