import { type CallAction, isDataActionCall } from '../../../../src/check/data-action-calls';
import { graphOf } from '../../../../src/check/graph';
import { flowIn } from './edges';
import { call } from './flows';

/** The call of the data action `Find` in `CRM`, or of another name. */
export function calling(fields = '', name = 'Find', kind = 'callData', category = 'CRM'): CallAction {
  const flow = flowIn(
    call(`- ${kind}: { name: Ask, ${fields} category: { ${category}: { dataAction: { ${name}: { inputs: {} } } } } }`),
  );
  const action = graphOf(flow).nodes.find((node) => isDataActionCall(node.action))?.action;
  if (!isDataActionCall(action)) throw new Error('no call of a data action');
  return action;
}
