import type { FlowKind } from '../../ground/flow-kinds';

/** The flows in which a bot converses. They are read and written, not defined, so their actions have no question of place. */
export const botFlows = ['botFlow', 'digitalBot'] as const satisfies readonly FlowKind[];
