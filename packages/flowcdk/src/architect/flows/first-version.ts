import { disconnect } from '../actions/disconnect';
import { endTask } from '../actions/end-task';
import { endWorkflow } from '../actions/end-workflow';
import { holdMusic } from '../actions/hold-music';
import { apiType, type FlowKind, flowKinds } from '../../ground/flow-kinds';
import type { Declarations } from '../types';
import { inboundCall, secureCall } from './call-flows';
import { commonModule } from './common-module';
import { task } from './containers';
import type { FlowDefinition } from './definition';
import { inqueueCall } from './in-queue-flows';
import { workflow } from './workflow';

/** A flow as others name it. */
type NamedFlow = Pick<FlowDefinition, 'kind' | 'name' | 'inputs' | 'tree'> & { readonly outputs?: Declarations };

interface Identity {
  readonly name: string;
  readonly division?: string | undefined;
}

/** A version of each kind that says nothing and ends. */
const versions: Readonly<Partial<Record<FlowKind, (flow: NamedFlow, identity: Identity) => FlowDefinition>>> = {
  inboundCall: (_, identity) => inboundCall({ ...identity, startUp: () => task('Nothing', [disconnect()]) }),
  secureCall: (_, identity) => secureCall({ ...identity, startUp: () => task('Nothing', [disconnect()]) }),
  inqueueCall: (_, identity) => inqueueCall({ ...identity, actions: () => [holdMusic()] }),
  workflow: ({ inputs, outputs = {} }, identity) =>
    workflow({ ...identity, inputs, outputs, actions: () => [endWorkflow()] }),
  commonModule: ({ inputs, outputs = {}, tree }, identity) =>
    commonModule({ ...identity, inputs, outputs, compatibleFlowTypes: callersOf(tree), actions: () => [endTask()] }),
};

/** The kinds of flow that have a first version. */
export const firstVersionKinds = Object.keys(versions) as readonly FlowKind[];

/**
 * A version of a flow under its name, with its inputs and outputs, that says nothing. Flows that name each other in a
 * circle need it: each of them can be published only when the others are there. Undefined for other kinds of flow.
 */
export const firstVersion = (flow: NamedFlow): FlowDefinition | undefined =>
  versions[flow.kind]?.(flow, { name: flow.name, ...divisionOf(flow) });

const divisionOf = ({ tree: { division } }: NamedFlow): Pick<Identity, 'division'> =>
  division === undefined ? {} : { division };

/** The kinds of flow that may call a common module. */
function callersOf({ settingsCommonModule }: FlowDefinition['tree']): readonly [FlowKind, ...FlowKind[]] {
  const types = (settingsCommonModule?.compatibleFlowTypes ?? []).map(({ flowType }) => flowType);
  const [first = 'inboundCall', ...others] = flowKinds.filter((kind) => types.includes(apiType(kind)));
  return [first, ...others];
}
