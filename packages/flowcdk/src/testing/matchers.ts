import { type DurationLiteral, inMilliseconds } from '../architect/types';
import { inSeconds } from '../inspect/timeline';
import { ServiceLog } from './local-org';
import { TestCall } from './test-call';

/** What a matcher answers, to jest and whoever else extends an `expect`. */
interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What jest gives a matcher. */
interface Context {
  readonly equals: (a: unknown, b: unknown) => boolean;
}

const verdict = (pass: boolean, what: string, found: string, call?: TestCall): Verdict => ({
  pass,
  message: () => `expected ${pass ? 'not ' : ''}${what}\n\n${found}${call ? `\n\n${call.timeline()}` : ''}`,
});

function callIn(given: unknown): TestCall {
  if (given instanceof TestCall) return given;
  throw new TypeError('this matcher is for a call: expect(org.call({ from, to }))');
}

function serviceIn(given: unknown): ServiceLog {
  if (given instanceof ServiceLog) return given;
  throw new TypeError("this matcher is for a service: expect(org.service('name'))");
}

const says = (text: string, what: string | RegExp): boolean =>
  typeof what === 'string' ? text.toLowerCase().includes(what.toLowerCase()) : what.test(text);

const quoted = (texts: readonly string[]): string =>
  texts.length === 0 ? '  nothing' : texts.map((text) => `  “${text}”`).join('\n');

/** Whether every field of `wanted` is in `found` with that value; lists and values are compared as they are. */
function contains(found: unknown, wanted: unknown, equals: Context['equals']): boolean {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return equals(found, wanted);
  if (typeof found !== 'object' || found === null) return equals(found, wanted);
  if ('asymmetricMatch' in wanted) return equals(found, wanted);
  return Object.entries(wanted).every(([key, value]) =>
    contains((found as Record<string, unknown>)[key], value, equals),
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
  toHaveHeard(given: unknown, what: string | RegExp): Verdict {
    const call = callIn(given);
    const pass = call.heard.some((text) => says(text, what));
    return verdict(pass, `the caller to have heard ${String(what)}; they heard`, quoted(call.heard), call);
  },

  /** Everybody sees these attributes of the caller's participant data. */
  toHaveParticipantData(this: Context, given: unknown, wanted: Readonly<Record<string, unknown>>): Verdict {
    const call = callIn(given);
    const pass = contains(call.participantData, wanted, this.equals);
    const found = JSON.stringify(call.participantData, undefined, 2);
    return verdict(pass, `participant data ${JSON.stringify(wanted)}; it is`, found, call);
  },

  /** No silence of the call, until a queue or an agent took it, was longer. */
  toHaveBeenSilentAtMost(given: unknown, longest: DurationLiteral): Verdict {
    const call = callIn(given);
    const most = inMilliseconds(longest);
    const pass = call.longestSilence <= most;
    const found = `the longest silence lasted ${inSeconds(call.longestSilence)} s`;
    return verdict(pass, `no silence longer than ${inSeconds(most)} s;`, found, call);
  },

  /** The call came into this queue. */
  toHaveReachedQueue(given: unknown, queue: string): Verdict {
    const call = callIn(given);
    const queues = call.eventsOf('queue.entered').map((event) => event.queue);
    return verdict(queues.includes(queue), `the call to reach the queue '${queue}'; it reached`, quoted(queues), call);
  },

  /** At least one request had this in its JSON. */
  toHaveReceived(this: Context, given: unknown, wanted: unknown): Verdict {
    const service = serviceIn(given);
    const pass = service.requests.some(({ json }) => contains(json, wanted, this.equals));
    return verdict(pass, `${service.name} to have received ${JSON.stringify(wanted)}; it received`, bodies(service));
  },

  /** Exactly one request had this in its JSON. */
  toHaveReceivedOnce(this: Context, given: unknown, wanted: unknown): Verdict {
    const service = serviceIn(given);
    const count = service.requests.filter(({ json }) => contains(json, wanted, this.equals)).length;
    const what = `${service.name} to have received ${JSON.stringify(wanted)} once, not ${count} times; it received`;
    return verdict(count === 1, what, bodies(service));
  },
};
