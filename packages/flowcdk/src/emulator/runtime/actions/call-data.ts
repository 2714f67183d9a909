import { DurationValue, parseTypedValue, type Value } from '../../../architect/expressions';
import type { Json, JsonObject } from '../../state/json';
import type { RunAction } from '../action-context';
import type { DataActionFailure, DataActionResult } from '../data-actions/data-action-runner';
import { bound } from '../flow/bound';
import { shown } from '../flow/shown';
import { ANY, DURATION } from '../flow/types';
import { atMost, type Wait } from '../steps';
import { askWhilePlaying } from '../voice/ask-while-playing';
import { fromJson } from '../flow/from-json';
import { way } from '../flow/jump';

/**
 * Plays the queued audio, runs the data action, and takes the path of its result. The timer of the flow leads to the
 * timeout path. Every failure of the data action leads to the failure path.
 */
export const callData: RunAction<'callData'> = function* ({ category, timeout, processingPrompt, outputs }, run) {
  const call = category?.content.dataAction;
  const dataAction = bound(run, 'dataAction', `${category?.name ?? ''} / ${call?.name ?? ''}`);
  const inputs: Record<string, Json> = {};
  for (const [name, node] of call?.content.inputs ?? []) {
    const value = run.value(node, ANY);
    if (value !== null) inputs[name] = shown(value);
  }
  const answer: Wait<DataActionResult | undefined> = run.runtime.dataActions.execute({
    actionId: dataAction?.id ?? '',
    inputs,
    place: run.place,
    isSecure: run.isSecure,
  });
  const limit = run.value(timeout, DURATION);
  const own = limit instanceof DurationValue ? limit.milliseconds : Infinity;
  const longest = Math.min(own, run.endsAt - run.runtime.clock.now());
  const inTime = longest === Infinity ? answer : atMost(run.runtime.clock, longest, answer);
  const result = yield* askWhilePlaying(run, processingPrompt, inTime);
  if (!result) {
    // The workflow may have taken too long, not the data action.
    run.checkTime();
    return way('timeout', outputs?.timeout);
  }
  if (result.outcome === 'failure') {
    for (const [name, node] of call?.content.failureOutputs ?? []) run.bind(node, failureValue(result.failure, name));
    return way('failure', outputs?.failure);
  }
  for (const [name, node] of call?.content.successOutputs ?? []) {
    if (node.kind !== 'variable') continue;
    run.bind(node, fromJson(result.outputs.get(name), run.typeOf(node.name) ?? ANY, run.runtime.names));
  }
  return way('success', outputs?.success);
};

function failureValue(failure: DataActionFailure, output: string): Value {
  const [list, field] = output.split('.');
  if (field === undefined) {
    const value = (failure as unknown as JsonObject)[output];
    return value === undefined ? null : (value as Value);
  }
  const items = (list === 'userParams' ? failure.userParams : list === 'details' ? failure.details : undefined) ?? [];
  return items.map((item) => {
    const value = (item as Readonly<Record<string, string | undefined>>)[field];
    return value === undefined ? null : parseTypedValue(`STRING:${value}`).value;
  });
}
