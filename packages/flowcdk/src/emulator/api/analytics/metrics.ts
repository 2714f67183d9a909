import type { Conversation } from '../../runtime/conversation/conversation';
import type { Participant } from '../../runtime/conversation/participant';
import type { JsonObject } from '../../state/json';
import type { Queue } from '../../state/tables/queue';

/** A figure about a session. Durations are milliseconds. */
export interface Metric extends JsonObject {
  readonly name: string;
  readonly value: number;
  /** When the figure was known, ISO 8601. */
  readonly emitDate: string;
}

type Emit = (name: string, value: number, at: number) => void;

/** The figures of a participant (documented names; which session has which, and when, is believed). */
export function metricsOf(of: Conversation, who: Participant): readonly Metric[] {
  const metrics: Metric[] = [];
  const emit: Emit = (name, value, at) => metrics.push({ name, value, emitDate: new Date(at).toISOString() });
  const { org } = of.runtime;
  if (who.purpose === 'acd') ofQueue(who, org.get('queue', who.queueId ?? ''), emit);
  if (who.purpose === 'agent' || who.purpose === 'user') ofPerson(of, who, emit);
  if (who.purpose === 'external') ofNumber(who, emit);
  if (who.purpose === 'ivr') ofIvr(who, emit);
  if (who.purpose === 'voicemail' && who.endedAt !== undefined) {
    emit('tVoicemail', who.endedAt - who.startedAt, who.endedAt);
  }
  ofFlows(who, emit);
  return metrics;
}

/** The figures of the call in a callback, from the side of its agent. */
export function callMetricsOf(call: Participant): readonly Metric[] {
  const metrics: Metric[] = [];
  const emit: Emit = (name, value, at) => metrics.push({ name, value, emitDate: new Date(at).toISOString() });
  const { connectedAt, endedAt } = call;
  emit('nOutbound', 1, call.startedAt);
  ofNumber(call, emit);
  if (connectedAt === undefined || endedAt === undefined) return metrics;
  emit('tTalk', endedAt - connectedAt, endedAt);
  emit('tTalkComplete', endedAt - connectedAt, endedAt);
  return metrics;
}

/** Milliseconds in which a call should be answered, where the queue does not say (the value of a new queue). */
const ANSWERED_WITHIN = 20_000;

/** The time in which calls of a queue should be answered, and the share that should be. */
export const serviceLevelOf = (
  queue: Queue | undefined,
): { readonly durationMs: number; readonly percentage: number } => {
  const { durationMs = 0, percentage = 0.8 } = queue?.mediaSettings?.call?.serviceLevel ?? {};
  return { durationMs: durationMs === 0 ? ANSWERED_WITHIN : durationMs, percentage };
};

const outcomes = { ANSWERED: 'tAnswered', ABANDON: 'tAbandon', FLOW_OUT: 'tFlowOut' } as const;

function ofQueue({ startedAt, endedAt, acdOutcome }: Participant, queue: Queue | undefined, emit: Emit): void {
  emit('nOffered', 1, startedAt);
  if (endedAt === undefined || acdOutcome === undefined) return;
  const waited = endedAt - startedAt;
  emit('tAcd', waited, endedAt);
  emit('tWait', waited, endedAt);
  // The agent's session has the answer.
  if (acdOutcome !== 'ANSWERED') emit(outcomes[acdOutcome], waited, endedAt);
  if (acdOutcome === 'FLOW_OUT') return;
  const inTime = acdOutcome === 'ANSWERED' && waited <= serviceLevelOf(queue).durationMs;
  if (acdOutcome === 'ANSWERED' && !inTime) emit('nOverSla', 1, endedAt);
  emit('oServiceLevel', inTime ? 1 : 0, endedAt);
}

function ofPerson(of: Conversation, who: Participant, emit: Emit): void {
  const { startedAt, connectedAt, endedAt, disconnectType, queueId } = who;
  const answered = connectedAt ?? endedAt;
  if (answered !== undefined) emit('tAlert', answered - startedAt, answered);
  if (connectedAt === undefined) {
    if (endedAt !== undefined && disconnectType === 'NO_ANSWER_TRANSFER') {
      emit('tNotResponding', endedAt - startedAt, endedAt);
    }
    return;
  }
  emit('nConnected', 1, connectedAt);
  const queued = of.participants.findLast((other) => other.queueId === queueId && other.acdOutcome === 'ANSWERED');
  if (queued?.endedAt === connectedAt) emit('tAnswered', connectedAt - queued.startedAt, connectedAt);
  const isCallback = of.mediaType === 'CALLBACK';
  if (endedAt !== undefined) ofTalk(who, { connectedAt, endedAt, isCallback }, emit);
}

/** A talk that is over, and the after-call work after it. */
function ofTalk(
  who: Participant,
  { connectedAt, endedAt, isCallback }: { connectedAt: number; endedAt: number; isCallback: boolean },
  emit: Emit,
): void {
  const { disconnectType, holds = [], acwStartedAt, acwEndedAt } = who;
  const held = holds.reduce((sum, { from, to }) => sum + to - from, 0);
  for (const { from, to } of holds) emit('tHeld', to - from, to);
  const talked = endedAt - connectedAt - held;
  // Agents who have a callback need not talk. Their call has figures of its own.
  const contact = isCallback ? 'tCallback' : 'tTalk';
  emit(contact, talked, endedAt);
  emit(`${contact}Complete`, talked, endedAt);
  if (holds.length > 0) emit('tHeldComplete', held, endedAt);
  if (disconnectType === 'TRANSFER') {
    emit('nTransferred', 1, endedAt);
    emit('nBlindTransferred', 1, endedAt);
  }
  if (acwStartedAt !== undefined && acwEndedAt === undefined) return;
  const wrappedUp = acwStartedAt === undefined ? 0 : (acwEndedAt ?? acwStartedAt) - acwStartedAt;
  if (acwStartedAt !== undefined) emit('tAcw', wrappedUp, acwEndedAt ?? endedAt);
  emit('tHandle', talked + held + wrappedUp, acwEndedAt ?? endedAt);
}

function ofNumber({ startedAt, connectedAt, endedAt }: Participant, emit: Emit): void {
  const answered = connectedAt ?? endedAt;
  if (answered !== undefined) emit('tDialing', answered - startedAt, answered);
  if (connectedAt !== undefined) emit('nConnected', 1, connectedAt);
}

function ofIvr({ startedAt, endedAt }: Participant, emit: Emit): void {
  if (endedAt !== undefined) emit('tIvr', endedAt - startedAt, endedAt);
}

function ofFlows({ flows = [] }: Participant, emit: Emit): void {
  for (const { startedAt, endedAt, exitReason, outcomes: reached = [] } of flows) {
    emit('nFlow', 1, startedAt);
    if (endedAt === undefined) continue;
    emit('tFlow', endedAt - startedAt, endedAt);
    // The caller or the flow ended the call, or the call went on elsewhere.
    const isOver = exitReason?.endsWith('DISCONNECT') === true;
    emit(isOver ? 'tFlowDisconnect' : 'tFlowExit', endedAt - startedAt, endedAt);
    for (const outcome of reached) {
      const at = outcome.endedAt ?? endedAt;
      emit('nFlowOutcome', 1, at);
      emit('tFlowOutcome', at - outcome.startedAt, at);
      if (outcome.value === 'FAILURE') emit('nFlowOutcomeFailed', 1, at);
    }
  }
}
