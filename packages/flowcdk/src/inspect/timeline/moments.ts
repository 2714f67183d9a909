import type { EventOf, LoggedEvent } from '../../emulator/runtime/events';
import { callbackText, messageText, sentimentText } from './outgoing';
import { silencesOf } from './silence';

/** Whose side of the story something belongs to. */
export type Lane = 'caller' | 'data' | 'workflow';

/** One line of the story of a call. */
export interface Moment {
  /** Milliseconds since the call began. */
  readonly at: number;
  readonly lane: Lane;
  readonly text: string;
  readonly tone: 'plain' | 'heard' | 'good' | 'bad' | 'quiet';
}

/** The silences that a caller notices. */
const NOTICED = 500;

/**
 * The story of a call, in order: what the caller heard and did, what participant data became visible, and what the
 * workflows did meanwhile. Everything is taken from the event log.
 *
 * @example
 * ```ts
 * const org = await localOrg();
 * const call = org.call({ from: '+33142685300', to: '+442079460101' });
 * await call.end();
 * momentsOf(org.events, call.conversationId).filter(({ lane }) => lane === 'caller');
 * ```
 */
export function momentsOf(events: readonly LoggedEvent[], conversationId: string): readonly Moment[] {
  const callbacks = new Set(createdIn(events).map(({ callback }) => callback));
  const ofStory = conversationsOf(events, conversationId);
  const own = events.filter((event) => event.conversationId !== undefined && ofStory.has(event.conversationId));
  const start = own[0]?.at ?? 0;
  const callFlows = new Set(
    own.flatMap((event) => (event.type === 'flow.started' && event.kind !== 'workflow' ? [event.executionId] : [])),
  );
  const silences = silencesOf(events, conversationId)
    .filter(({ from, to }) => to - from >= NOTICED)
    .map(({ from, to }): Moment => ({
      at: from - start,
      lane: 'caller',
      text: `(${inSeconds(to - from)} s of silence)`,
      tone: 'bad',
    }));
  const reasons = reasonsIn(own);
  const moments = own.flatMap((event) => {
    const inWorkflow = event.executionId !== undefined && !callFlows.has(event.executionId);
    const isCallback = callbacks.has(event.conversationId ?? '');
    const moment = (isCallback ? tellOfCallback(event) : undefined) ?? tell(event, inWorkflow, reasons);
    return moment ? [{ at: event.at - start, ...moment }] : [];
  });
  return [...moments, ...silences].sort((a, b) => a.at - b.at);
}

/**
 * Milliseconds as seconds with one decimal.
 *
 * @example
 * ```ts
 * inSeconds(1_234); // 1.2
 * ```
 */
export const inSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

const createdIn = (events: readonly LoggedEvent[]) => events.filter((event) => event.type === 'callback.created');

/**
 * The conversation of a call, and those of the callbacks that come from it. A callback is a conversation of its own, and
 * belongs to the story of the call.
 *
 * @example
 * ```ts
 * const org = await localOrg();
 * const call = org.call({ from: '+33142685300', to: '+442079460101' });
 * await call.end();
 * conversationsOf(org.events, call.conversationId).size; // 1 where nobody calls back
 * ```
 */
export const conversationsOf = (events: readonly LoggedEvent[], conversationId: string): ReadonlySet<string> =>
  new Set([
    conversationId,
    ...createdIn(events).flatMap((event) => (event.conversationId === conversationId ? [event.callback] : [])),
  ]);

type MomentText = Omit<Moment, 'at'>;

/**
 * Why data actions failed, by call, where the status does not say it: no answer came, or the answer could not be used.
 */
function reasonsIn(events: readonly LoggedEvent[]): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'http.answered' && event.problem !== undefined) reasons.set(event.call, event.problem);
    if (event.type === 'dataAction.step' && event.error !== undefined && event.step !== SENT)
      reasons.set(event.call, event.error);
  }
  return reasons;
}

const SENT = 'Send the request';

/** @param reasons why data actions failed, by their calls */
const tell = (event: LoggedEvent, inWorkflow: boolean, reasons: ReadonlyMap<string, string>): MomentText | undefined =>
  tellOfCaller(event) ?? tellOfFlows(event, inWorkflow, reasons);

/** What the caller hears and does, and who speaks to them. */
function tellOfCaller(event: LoggedEvent): MomentText | undefined {
  switch (event.type) {
    case 'call.offered':
      return caller(`${event.from} calls ${event.to}`);
    case 'audio.started':
      if (event.kind === 'silence') return undefined;
      return { lane: 'caller', tone: 'heard', text: event.kind === 'music' ? event.text : `“${event.text}”` };
    case 'audio.ended':
      return event.cutOffBy === undefined || event.text === ''
        ? undefined
        : caller(`(cut off after ${inSeconds(event.heard)} s)`, 'quiet');
    case 'digits.pressed':
      return caller(`presses ${event.digits}`);
    case 'input.taken':
      return event.complete ? undefined : caller('(no answer)', 'quiet');
    case 'queue.entered':
      return caller(`waits in the queue ${event.queue}`);
    case 'queue.left':
      return event.outcome === 'ABANDON' ? caller('leaves the queue', 'bad') : undefined;
    case 'agent.answered':
      return caller(`${event.agent} answers`, 'good');
    case 'agent.wrappedUp':
      return caller(
        `${event.agent} has wrapped up${event.wrapUpCode === undefined ? '' : `: ${event.wrapUpCode}`}`,
        'quiet',
      );
    case 'call.ended':
      return caller(event.by === 'caller' ? 'hangs up' : `the call is over (${event.by})`);
    case 'conversation.ended':
      return caller(`the conversation is over (${event.by})`);
    case 'transfer.failed':
      return caller(`the transfer to ${event.to} failed: ${event.problem}`, 'bad');
    default:
      return undefined;
  }
}

/** What happens to a callback, where a call has other words for it. */
function tellOfCallback(event: LoggedEvent): MomentText | undefined {
  switch (event.type) {
    case 'queue.entered':
      return caller(`the callback waits in the queue ${event.queue}`);
    case 'queue.left':
      return event.outcome === 'ABANDON' ? caller('the callback leaves the queue', 'bad') : undefined;
    case 'agent.answered':
      return caller(`${event.agent} takes the callback`);
    default:
      return undefined;
  }
}

/** What flows, their data actions and triggers do. */
function tellOfFlows(
  event: LoggedEvent,
  inWorkflow: boolean,
  reasons: ReadonlyMap<string, string>,
): MomentText | undefined {
  const lane: Lane = inWorkflow ? 'workflow' : 'caller';
  const outgoing = messageText(event) ?? callbackText(event);
  if (outgoing) return { lane, ...outgoing };
  switch (event.type) {
    case 'flow.started':
      return event.kind === 'workflow'
        ? { lane: 'workflow', tone: 'plain', text: `${event.flow ?? 'a workflow'} starts` }
        : undefined;
    case 'flow.ended':
      if (!inWorkflow) return undefined;
      return {
        lane: 'workflow',
        tone: event.reason === 'error' ? 'bad' : 'plain',
        text: `${event.flow ?? 'it'} ends${event.exitReason === undefined ? '' : `: ${event.exitReason}`}`,
      };
    case 'flow.failed':
      return { lane, tone: 'bad', text: `the flow broke: ${event.problem}` };
    case 'dataAction.ended':
      return {
        lane,
        tone: event.outcome === 'success' ? 'plain' : 'bad',
        text: `${event.dataAction}: ${outcome(event.outcome, event.status)} after ${inSeconds(event.milliseconds)} s${why(event, reasons)}`,
      };
    case 'attributes.visible':
      return {
        lane: 'data',
        tone: 'plain',
        text: Object.entries(event.attributes)
          .map(([k, v]) => `${k} = ${v}`)
          .join('\n'),
      };
    case 'sentiment.ready':
      return { lane: 'data', tone: 'plain', text: sentimentText(event.score) };
    case 'trigger.matched':
      return { lane: 'workflow', tone: 'plain', text: `the trigger ${event.trigger} fires` };
    case 'limit.reached':
      return { lane, tone: 'bad', text: `limit ${event.limit} (${event.value}) reached` };
    default:
      return undefined;
  }
}

const why = ({ outcome: what, call }: EventOf<'dataAction.ended'>, reasons: ReadonlyMap<string, string>): string => {
  const reason = reasons.get(call);
  return what === 'success' || reason === undefined ? '' : `: ${reason}`;
};

const caller = (text: string, tone: Moment['tone'] = 'plain'): MomentText => ({ lane: 'caller', text, tone });

const outcome = (what: string, status: number | undefined): string =>
  what === 'success' || status === undefined ? what : `${what} (${status})`;
