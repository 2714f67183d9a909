import type { FlowKind } from '../../ground/flow-kinds';

/**
 * The flows of bots. Flowcdk reads and writes them but does not define them, so it does not check which actions they
 * may have.
 */
export const botFlows = ['botFlow', 'digitalBot'] as const satisfies readonly FlowKind[];
