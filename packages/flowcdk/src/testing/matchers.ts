import { type DurationLiteral, inMilliseconds } from '../architect/types';
import { inSeconds } from '../inspect/timeline';
import { ServiceLog } from './local-org';
import { TestCall } from './test-call';

/** The result of a matcher, for jest or any other `expect`. */
interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What jest passes to a matcher as `this`. */
interface Context {
  readonly equals: (a: unknown, b: unknown) => boolean;
}

const verdict = (pass: boolean, what: string, actual: string, call?: TestCall): Verdict => ({
  pass,
  message: () => `expected ${pass ? 'not ' : ''}${what}\n\n${actual}${call ? `\n\n${call.timeline()}` : ''}`,
});

function callIn(received: unknown): TestCall {
  if (received instanceof TestCall) return received;
  throw new TypeError('this matcher is for a call: expect(org.call({ from, to }))');
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

/** Matchers for calls and services, for `expect.extend`. Importing `flowcdk/testing/jest` does that. */
export const matchers = {
  /** The caller heard this: a part of it in any case, or a regular expression. */
  toHaveHeard(received: unknown, what: string | RegExp): Verdict {
    const call = callIn(received);
    const pass = call.heard.some((text) => says(text, what));
    return verdict(pass, `the caller to have heard ${String(what)}; they heard`, quoted(call.heard), call);
  },

  /** Everybody sees these attributes of the caller's participant data. */
  toHaveParticipantData(this: Context, received: unknown, expected: Readonly<Record<string, unknown>>): Verdict {
    const call = callIn(received);
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
    const call = callIn(received);
    const queues = call.eventsOf('queue.entered').map((event) => event.queue);
    return verdict(queues.includes(queue), `the call to reach the queue '${queue}'; it reached`, quoted(queues), call);
  },

  /** At least one request had this in its JSON. */
  toHaveReceived(this: Context, received: unknown, expected: unknown): Verdict {
    const service = serviceIn(received);
    const pass = service.requests.some(({ json }) => contains(json, expected, this.equals));
    return verdict(pass, `${service.name} to have received ${JSON.stringify(expected)}; it received`, bodies(service));
  },

  /** Exactly one request had this in its JSON. */
  toHaveReceivedOnce(this: Context, received: unknown, expected: unknown): Verdict {
    const service = serviceIn(received);
    const count = service.requests.filter(({ json }) => contains(json, expected, this.equals)).length;
    const what = `${service.name} to have received ${JSON.stringify(expected)} once, not ${count} times; it received`;
    return verdict(count === 1, what, bodies(service));
  },
};
