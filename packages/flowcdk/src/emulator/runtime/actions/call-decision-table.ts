import { JsonValue, readJson, writeJson } from '../../../architect/expressions';
import { jsonIn } from '../../state/json';
import type { RunAction } from '../action-context';
import { bound } from '../flow/bound';
import { decide } from '../flow/decide';
import { way } from '../flow/jump';
import { JSON_VALUE } from '../flow/types';
import { fail } from './failure';

/**
 * Gives the results of the first row that fits (documented). Where none fits the output is NOT_SET and the action takes
 * its success path (assumed). It fails without the table and without an input; the types of errors are our own.
 */
export const callDecisionTable: RunAction<'callDecisionTable'> = (action, run) => {
  const name = action.decisionTable?.name ?? '';
  const table = bound(run, 'decisionTable', name);
  if (!table)
    return fail(run, action, 'decisionTable.not.found', `The decision table '${name}' is not there any more.`);
  const input = run.value(action.input, JSON_VALUE);
  if (!(input instanceof JsonValue)) return fail(run, action, 'input.not.set', 'The input is NOT_SET.');
  const json = jsonIn(writeJson(input.data)) ?? null;
  const decision = decide(table, json, new Date(run.runtime.clock.now()));
  run.bind(action.output, decision ? new JsonValue(readJson(JSON.stringify(decision.output))) : null);
  run.log('decisionTable.called', { table: table.name, ...(decision ? { row: decision.row } : {}) });
  return way('success', action.outputs?.success);
};
