import { fieldsOf } from '../../state/json';
import type { RunAction } from '../action-context';
import { bound } from '../flow/bound';
import { fromJson } from '../flow/from-json';
import { ANY, STRING } from '../flow/types';
import { fail } from './failure';
import { way } from '../flow/jump';

/**
 * Reads the row with a key from the data table. Upper and lower case of the key matter (believed). A column without a
 * value leaves its variable NOT_SET. The action fails if the key is NOT_SET or if the table was deleted (assumed).
 */
export const dataTableLookup: RunAction<'dataTableLookup'> = (action, run) => {
  const { lookupValue, dataTable, outputs } = action;
  const { foundOutputs, failureOutputs } = dataTable?.content ?? {};
  const canFail = { ...(failureOutputs ? { failureOutputs } : {}), ...(outputs ? { outputs } : {}) };
  const table = bound(run, 'datatable', dataTable?.name);
  if (!table) {
    return fail(run, canFail, 'dataTable.not.found', `The data table '${dataTable?.name}' is not there any more.`);
  }
  const key = run.text(lookupValue, STRING);
  if (key === undefined) return fail(run, canFail, 'lookupValue.not.set', 'The key to look up is NOT_SET.');
  const row = run.runtime.org.get('datatableRow', `${table.id}/${key}`);
  if (!row) return way('notFound', outputs?.notFound);
  const columns = fieldsOf(row.row);
  for (const [column, node] of foundOutputs ?? []) {
    if (node.kind !== 'variable') continue;
    run.bind(node, fromJson(columns[column], run.typeOf(node.name) ?? ANY, run.runtime.names));
  }
  return way('found', outputs?.found);
};
