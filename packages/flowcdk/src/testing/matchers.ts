import { type DurationLiteral, inMilliseconds } from '../architect/types';
import { inSeconds } from '../inspect/timeline';
import { CallbackLog } from './callbacks';
import type { ScheduledCallback } from './flow-matchers';
import { ServiceLog } from './local-org';
import { MessageLog } from './messages';
import { TestCall } from './test-call';
import { TestThread } from './test-thread';

/** The result of a matcher, for jest or any other `expect`. */
interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What jest passes to a matcher as `this`. */
interface Context {
  readonly equals: (a: unknown, b: unknown) => boolean;
}

const verdict = (pass: boolean, what: string, actual: string, call?: TestCall | TestThread): Verdict => ({
  pass,
  message: () => `expected ${pass ? 'not ' : ''}${what}\n\n${actual}${call ? `\n\n${call.timeline()}` : ''}`,
});

function callIn(received: unknown): TestCall {
  if (received instanceof TestCall) return received;
  throw new TypeError('this matcher is for a call: expect(org.call({ from, to }))');
}

/** A call, or a conversation of messages: both have participant data and queues. */
function conversationIn(received: unknown): TestCall | TestThread {
  return received instanceof TestThread ? received : callIn(received);
}

function serviceIn(received: unknown): ServiceLog {
  if (received instanceof ServiceLog) return received;
  throw new TypeError("this matcher is for a service: expect(org.service('name'))");
}

const says = (text: string, what: string | RegExp): boolean =>
  typeof what === 'string' ? text.toLowerCase().includes(what.toLowerCase()) : what.test(text);

const quoted = (texts: readonly string[]): string =>
  texts.length === 0 ? '  nothing' : texts.map((text) => `  “${text}”`).join('\n');

/** Whether every field of `expected` is in `actual` with the same value. Lists and values are compared as a whole. */
function contains(actual: unknown, expected: unknown, equals: Context['equals']): boolean {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return equals(actual, expected);
  if (typeof actual !== 'object' || actual === null) return equals(actual, expected);
  if ('asymmetricMatch' in expected) return equals(actual, expected);
  return Object.entries(expected).every(([key, value]) =>
    contains((actual as Record<string, unknown>)[key], value, equals),
  );
}

const bodies = (service: ServiceLog): string =>
  service.requests.length === 0
    ? '  nothing'
    : service.requests
        .map(({ request, json }) => `  ${request.method} ${request.url} ${JSON.stringify(json ?? request.body ?? '')}`)
        .join('\n');

function callbacksIn(received: unknown): CallbackLog {
  if (received instanceof CallbackLog) return received;
  throw new TypeError('this matcher is for callbacks: expect(org.callbacks)');
}

const inFullSeconds = (date: Date | undefined): number | undefined => date && Math.floor(date.getTime() / 1000);

const callbacks = ({ all }: CallbackLog): string =>
  all.length === 0
    ? '  no callbacks'
    : all
        .map(({ number, queue, scheduledAt, state, outcome, agent }) => {
          const when = scheduledAt === undefined ? 'as soon as possible' : scheduledAt.toISOString();
          const by = agent === undefined ? '' : ` by ${agent}`;
          return `  to ${number} in the queue '${queue}', ${when}: ${outcome ?? state}${by}`;
        })
        .join('\n');

/** @param isRight whether so many messages that fit are what is expected */
function someMessage(
  log: MessageLog,
  address: unknown,
  text: string | RegExp | undefined,
  isRight: (count: number) => boolean,
  often: string,
): Verdict {
  if (typeof address !== 'string')
    throw new TypeError(`who got the message? expect(org.sms).toHaveReceived('+33142685300', /text/)`);
  const count = log.to(address).filter((message) => text === undefined || says(message.text, text)).length;
  const what = text === undefined ? `a message` : String(text);
  const times = often === '' ? '' : `${often}, not ${count} times`;
  return verdict(isRight(count), `${address} to have received ${what}${times} (${log.name}); there are`, messages(log));
}

const messages = ({ messages: all }: MessageLog): string =>
  all.length === 0
    ? '  no messages'
    : all
        .map(
          ({ to, text, status, problem }) =>
            `  to ${to} (${status}${problem === undefined ? '' : `: ${problem}`}) “${text}”`,
        )
        .join('\n');

/** Matchers for calls, services, messages and callbacks, for `expect.extend`. Importing `flowcdk/testing/jest` does that. */
export const matchers = {
  /** The caller heard this: a part of it in any case, or a regular expression. */
  toHaveHeard(received: unknown, what: string | RegExp): Verdict {
    const call = callIn(received);
    const pass = call.heard.some((text) => says(text, what));
    return verdict(pass, `the caller to have heard ${String(what)}; they heard`, quoted(call.heard), call);
  },

  /** Everybody sees these attributes of the caller's participant data. */
  toHaveParticipantData(this: Context, received: unknown, expected: Readonly<Record<string, unknown>>): Verdict {
    const call = conversationIn(received);
    const pass = contains(call.participantData, expected, this.equals);
    const actual = JSON.stringify(call.participantData, undefined, 2);
    return verdict(pass, `participant data ${JSON.stringify(expected)}; it is`, actual, call);
  },

  /** No silence of the call was longer, until a queue or an agent took the call. */
  toHaveBeenSilentAtMost(received: unknown, longest: DurationLiteral): Verdict {
    const call = callIn(received);
    const most = inMilliseconds(longest);
    const pass = call.longestSilence <= most;
    const actual = `the longest silence lasted ${inSeconds(call.longestSilence)} s`;
    return verdict(pass, `no silence longer than ${inSeconds(most)} s;`, actual, call);
  },

  /** The call came into this queue. */
  toHaveReachedQueue(received: unknown, queue: string): Verdict {
    const call = conversationIn(received);
    const queues = call.eventsOf('queue.entered').map((event) => event.queue);
    return verdict(queues.includes(queue), `the call to reach the queue '${queue}'; it reached`, quoted(queues), call);
  },

  /** At least one request had this in its JSON, or somebody got a message. */
  toHaveReceived(this: Context, received: unknown, expected: unknown, text?: string | RegExp): Verdict {
    if (received instanceof MessageLog) return someMessage(received, expected, text, (count) => count > 0, '');
    const service = serviceIn(received);
    const pass = service.requests.some(({ json }) => contains(json, expected, this.equals));
    return verdict(pass, `${service.name} to have received ${JSON.stringify(expected)}; it received`, bodies(service));
  },

  /** Exactly one request had this in its JSON, or exactly one such message was sent. */
  toHaveReceivedOnce(this: Context, received: unknown, expected: unknown, text?: string | RegExp): Verdict {
    if (received instanceof MessageLog) return someMessage(received, expected, text, (count) => count === 1, ' once');
    const service = serviceIn(received);
    const count = service.requests.filter(({ json }) => contains(json, expected, this.equals)).length;
    const what = `${service.name} to have received ${JSON.stringify(expected)} once, not ${count} times; it received`;
    return verdict(count === 1, what, bodies(service));
  },

  /** There is or was a callback to the number. */
  toHaveScheduled(received: unknown, number: string, { queue, at }: ScheduledCallback = {}): Verdict {
    const log = callbacksIn(received);
    const pass = log.to(number).some((callback) => {
      const isThen = at === undefined || inFullSeconds(callback.scheduledAt) === inFullSeconds(at);
      return isThen && (queue === undefined || callback.queue === queue);
    });
    const where = queue === undefined ? '' : ` in the queue '${queue}'`;
    const when = at === undefined ? '' : ` at ${at.toISOString()}`;
    return verdict(pass, `a callback to ${number}${where}${when}; there are`, callbacks(log));
  },

  /** An agent has called the number back, and the customer has answered. */
  toHaveReached(received: unknown, number: string): Verdict {
    const log = callbacksIn(received);
    const pass = log.to(number).some(({ attempts }) => attempts.some(({ outcome }) => outcome === 'answered'));
    return verdict(pass, `a callback to have reached ${number}; there are`, callbacks(log));
  },
};
