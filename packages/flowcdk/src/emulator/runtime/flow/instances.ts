import type { JsonObject } from '../../state/json';
import { isCut } from '../event-bounds';
import type { LoggedEvent } from '../events';
import type { Runtime } from '../runtime';

/** One run of a flow, as the execution history shows it. Moments are milliseconds since 1970. */
export interface FlowInstance {
  readonly id: string;
  readonly flowName: string;
  /** `WORKFLOW` */
  readonly flowType: string;
  readonly flowId?: string;
  readonly flowVersion: string;
  readonly conversationId?: string;
  readonly startedAt: number;
  endedAt?: number;
  exitReason?: string;
  readonly errors: string[];
  readonly warnings: string[];
  readonly events: LoggedEvent[];
}

/** The runs of flows that the event log still has, oldest first. */
export function flowInstances({ log, org }: Runtime): readonly FlowInstance[] {
  const known = new Map<string, FlowInstance>();
  for (const event of log.events) {
    const { executionId: id } = event;
    if (id === undefined) continue;
    if (event.type === 'flow.started') {
      const flowType = event.kind.toUpperCase();
      const flow = org.all('flow').find((candidate) => candidate.name === event.flow && candidate.type === flowType);
      known.set(id, {
        id,
        flowName: event.flow ?? '',
        flowType,
        flowVersion: event.version,
        startedAt: event.at,
        errors: [],
        warnings: [],
        events: [],
        ...(flow ? { flowId: flow.id } : {}),
        ...(event.conversationId === undefined ? {} : { conversationId: event.conversationId }),
      });
    }
    known.get(id)?.events.push(event);
    const instance = known.get(id);
    if (instance) note(instance, event);
  }
  return [...known.values()];
}

function note(instance: FlowInstance, event: LoggedEvent): void {
  switch (event.type) {
    case 'flow.failed':
      instance.errors.push(event.problem);
      break;
    case 'action.notEmulated':
    case 'transfer.failed':
      instance.warnings.push(event.type === 'transfer.failed' ? event.problem : event.why);
      break;
    case 'flow.ended':
      instance.endedAt = event.at;
      instance.exitReason = event.exitReason ?? event.reason;
      break;
  }
}

/** The events of a run in the form of the execution history (documented field names; the items are our own). */
export const executionData = (instance: FlowInstance): JsonObject => ({
  executionId: instance.id,
  ...(instance.conversationId === undefined ? {} : { conversationId: instance.conversationId }),
  ...(instance.flowId === undefined ? {} : { flowId: instance.flowId }),
  flowName: instance.flowName,
  flowType: instance.flowType,
  flowVersion: instance.flowVersion,
  startDateTime: time(instance.startedAt),
  ...(instance.endedAt === undefined ? {} : { endDateTime: time(instance.endedAt) }),
  ...(instance.exitReason === undefined ? {} : { flowExitReason: instance.exitReason }),
  errors: instance.errors.map((message) => ({ message })),
  warnings: instance.warnings.map((message) => ({ message })),
  execution: instance.events.map((event) => ({ dateTime: time(event.at), ...(event as unknown as JsonObject) })),
  executionItemsTruncated: instance.events.some(isCut),
});

export const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
