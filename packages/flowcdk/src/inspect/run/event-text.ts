import type { LoggedEvent } from '../../emulator/runtime/events';
import type { Json } from '../../emulator/state/json';
import { callbackText, messageText, sentimentText } from '../timeline/outgoing';

/** Where something of a run is shown, beside the columns of the flows. */
export type RunLane = 'caller' | 'data' | 'services' | 'events' | 'flow';

/** How a step looks. */
export type StepTone = 'plain' | 'heard' | 'bad' | 'good' | 'quiet' | 'silence' | 'saved';

/** An event in words. */
export interface EventText {
  readonly lane: RunLane;
  readonly text: string;
  readonly tone: StepTone;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** What an event says to a reader of the timeline. */
export const eventText = (event: LoggedEvent): EventText =>
  ofOutgoing(event) ?? ofConversation(event) ?? ofFlow(event) ?? ofServices(event) ?? ofOthers(event);

/** Callbacks, messages and sentiments. */
function ofOutgoing(event: LoggedEvent): EventText | undefined {
  const callback = callbackText(event);
  if (callback) return { lane: 'caller', ...callback };
  const message = messageText(event);
  if (message) return { lane: event.type === 'message.received' ? 'caller' : 'services', ...message };
  if (event.type === 'conversation.ended') return said('caller', `the conversation is over (${event.by})`);
  return event.type === 'sentiment.ready' ? said('data', sentimentText(event.score)) : undefined;
}

const said = (lane: RunLane, text: string, tone: StepTone = 'plain'): EventText => ({ lane, text, tone });

/** What people hear, do and meet. */
function ofConversation(event: LoggedEvent): EventText | undefined {
  switch (event.type) {
    case 'call.offered':
      return said('caller', `${event.from} calls ${event.to}`);
    case 'call.ended':
      return said('caller', event.by === 'caller' ? 'hangs up' : `the call is over (${event.by})`);
    case 'call.refused':
      return said('caller', `${event.to} is refused: ${event.reason}`, 'bad');
    case 'audio.started':
      return event.kind === 'silence'
        ? said('caller', `${seconds(event.milliseconds)} of blank audio`, 'quiet')
        : said('caller', `hears “${event.text}”`, 'heard');
    case 'audio.ended':
      return said(
        'caller',
        event.cutOffBy === undefined ? 'it ends' : `cut off by ${event.cutOffBy} after ${seconds(event.heard)}`,
        'quiet',
      );
    case 'audio.queued':
      return said('caller', `queued: “${event.text}”`, 'quiet');
    case 'digits.pressed':
      return said('caller', `presses ${event.digits}`, 'good');
    case 'caller.spoke':
      return said('caller', `speaks for ${seconds(event.milliseconds)}`, 'good');
    case 'menu.entered':
      return said('caller', `menu ${event.menu}: keys ${event.keys.join(', ')}`);
    case 'menu.chosen':
      return said('caller', `chooses ${event.choice}`, 'good');
    case 'menu.notChosen':
      return said('caller', 'chooses nothing', 'bad');
    case 'input.awaited':
      return said('caller', `keys are awaited, at most ${seconds(event.atMost)}`, 'quiet');
    case 'input.taken':
      return said('caller', event.complete ? `typed ${event.digits}` : 'no answer', event.complete ? 'plain' : 'bad');
    case 'queue.entered':
      return said('caller', `waits in the queue ${event.queue}, position ${event.position}`);
    case 'queue.left':
      return said(
        'caller',
        `leaves the queue ${event.queue} (${event.outcome}) after ${seconds(event.waited)}`,
        event.outcome === 'ABANDON' ? 'bad' : 'plain',
      );
    default:
      return /^(agent|transfer|voicemail|language|uuiData|utilizationLabel|recording|postFlow)\./.test(event.type)
        ? said(
            'caller',
            named(event),
            event.type === 'agent.answered' ? 'good' : event.type === 'transfer.failed' ? 'bad' : 'plain',
          )
        : undefined;
  }
}

/** What a flow does. */
function ofFlow(event: LoggedEvent): EventText | undefined {
  switch (event.type) {
    case 'flow.started':
      return said('flow', `begins (version ${event.version})`, 'good');
    case 'flow.ended':
      return said('flow', `ends: ${event.exitReason ?? event.reason}`, event.reason === 'error' ? 'bad' : 'good');
    case 'flow.failed':
      return said('flow', `breaks: ${event.problem}`, 'bad');
    case 'action.started':
      return said('flow', event.action);
    case 'action.took':
      return said('flow', `${event.action}: ${event.path}`, /fail|time|error/i.test(event.path) ? 'bad' : 'plain');
    case 'action.ended':
      return said('flow', `${event.action} is over`, 'quiet');
    case 'action.notEmulated':
      return said('flow', `${event.action} is not emulated: ${event.why}`, 'bad');
    case 'expression.failed':
      return said('flow', `${event.expression}: ${event.problem}`, 'bad');
    case 'variable.set':
      return said('flow', `${event.variable} = ${short(event.value)}`, 'quiet');
    case 'decisionTable.called':
    case 'outcome.set':
    case 'milestone.reached':
    case 'notification.sent':
      return said('flow', named(event));
    default:
      return undefined;
  }
}

/** Participant data, data actions and HTTP. */
function ofServices(event: LoggedEvent): EventText | undefined {
  switch (event.type) {
    case 'attributes.written':
      return said('data', `written: ${pairs(event.attributes)}`, 'quiet');
    case 'attributes.visible':
      return said('data', `visible: ${pairs(event.attributes)}`, 'good');
    case 'attributes.read':
      return said('data', `read: ${pairs(event.attributes)}`);
    case 'dataAction.started':
      return said('services', `${event.dataAction} begins`);
    case 'dataAction.step':
      return said(
        'services',
        event.success ? event.step : `${event.step}: ${event.error ?? 'failed'}`,
        event.success ? 'quiet' : 'bad',
      );
    case 'dataAction.ended':
      return said(
        'services',
        `${event.dataAction}: ${event.outcome}${event.status === undefined ? '' : ` (${event.status})`} after ${seconds(event.milliseconds)}`,
        event.outcome === 'success' ? 'good' : 'bad',
      );
    case 'http.requested':
      return said('services', `${event.method} ${event.url}`);
    case 'http.answered':
      return said(
        'services',
        event.problem ?? `answer ${event.status ?? ''} after ${seconds(event.milliseconds)}`,
        event.problem === undefined ? 'plain' : 'bad',
      );
    default:
      return undefined;
  }
}

function ofOthers(event: LoggedEvent): EventText {
  switch (event.type) {
    case 'event.published':
      return said('events', event.topic);
    case 'trigger.matched':
      return said('events', `the trigger ${event.trigger} matches`, 'good');
    case 'trigger.skipped':
      return said('events', `the trigger ${event.trigger} launches nothing: ${event.why}`, 'bad');
    case 'trigger.launched':
      return said('events', `the trigger ${event.trigger} launches ${event.flow}`, 'good');
    case 'fault.applied':
      return said('services', `on purpose: ${event.what}`, 'bad');
    case 'limit.reached':
      return said('events', `limit ${event.limit} (${event.value}) reached`, 'bad');
    default:
      return said('events', named(event));
  }
}

const pairs = (attributes: Readonly<Record<string, string | null>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} = ${value ?? 'NOT_SET'}`)
    .join(', ');

const short = (value: Json): string => {
  if (value === null) return 'NOT_SET';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

const notContent: ReadonlySet<string> = new Set(['number', 'at', 'type', 'conversationId', 'executionId', 'flow']);

/** The fields of an event that say more than where and when. */
export const contentOf = (event: LoggedEvent): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(event).filter(([name]) => !notContent.has(name))) as Readonly<Record<string, Json>>;

/** The kind of an event with what it says, for events without a sentence of their own. */
function named(event: LoggedEvent): string {
  const content = Object.entries(contentOf(event)).map(([name, value]) => `${name}: ${short(value)}`);
  return [event.type.replace('.', ' '), ...content].join(', ');
}
