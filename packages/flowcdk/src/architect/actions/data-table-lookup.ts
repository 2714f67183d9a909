import { action, actionForm, type NodeOf } from '../action';
import type { Definition } from '../definition';
import type { OutputBindings } from '../data-action-contract';
import { binding, mapOf, named, paths, required, struct, value } from '../forms';
import type { Declarations } from '../types';
import { type Assignable, bindingNode, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const dataTableLookupForm = actionForm({
  evidence: 'seen',
  fields: {
    lookupValue: required(value('string')),
    dataTable: required(named('dataTable', struct({ foundOutputs: mapOf(binding()), failureOutputs }))),
    outputs: paths('found', 'notFound', 'failure'),
  },
});

export type DataTableLookupAction = NodeOf<'dataTableLookup', typeof dataTableLookupForm>;

/** A data table as a flow sees it, with its columns besides the key. */
export interface LookupTable<Columns extends Declarations = Declarations> extends Definition {
  readonly definition: 'dataTable';
  readonly columns: Columns;
}

/** The key of a row of a data table, and the variables for its columns. */
export interface DataTableLookupOptions<Columns extends Declarations> extends FailureOptions {
  /** The key of the row. */
  readonly lookupValue: Value<string>;
  /** The variables for the columns of the row. A missing column is written as `noValue`. */
  readonly foundOutputs?: OutputBindings<Columns> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
}

/**
 * Data Table Lookup: finds the row of a data table with a key.
 *
 * @example
 * ```ts
 * dataTableLookup('Opening hours', shops, { lookupValue: shopId, foundOutputs: { city }, onNotFound: [disconnect()] })
 * ```
 * ```yaml
 * dataTableLookup:
 *   name: Opening hours
 *   lookupValue: { exp: Flow.shopId }
 *   dataTable:
 *     Shops:
 *       foundOutputs: { city: { var: Flow.city } }
 *       failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { notFound: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function dataTableLookup<Columns extends Declarations>(
  name: string,
  table: LookupTable<Columns>,
  options: DataTableLookupOptions<Columns>,
): DataTableLookupAction {
  const bound = (options.foundOutputs ?? {}) as Readonly<Record<string, Assignable<never> | undefined>>;
  return action(dataTableLookup, 'dataTableLookup', dataTableLookupForm, {
    name,
    lookupValue: valueNode(options.lookupValue),
    dataTable: {
      name: table.name,
      definition: table,
      content: {
        foundOutputs: new Map(Object.keys(table.columns).map((key) => [key, bindingNode(bound[key])] as const)),
        failureOutputs: errorBindings(options.failureOutputs),
      },
    },
    outputs: pathsOf({
      found: branchOf(options.onFound),
      notFound: branchOf(options.onNotFound),
      failure: branchOf(options.onFailure),
    }),
  });
}
