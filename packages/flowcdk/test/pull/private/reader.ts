import { setImmediate } from 'node:timers/promises';
import { Connection, type Credentials, type OrgAnswer } from '../../../src/pull';
import type { OutgoingRequest } from '../../../src/pull/connection';
import type { LocalOrg } from '../../emulator/private/local-org';

/** What a fault does to a request. Undefined lets it pass. */
export type Fault = (request: OutgoingRequest, nth: number) => OrgAnswer | 'silence' | undefined;

export const answered = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): OrgAnswer => ({
  status,
  headers,
  body: JSON.stringify({ message, status }),
});

/** A connection to a local org without sockets. Where it waits, the time of the org passes. */
export function reader(
  org: LocalOrg,
  { fault = () => undefined, credentials = { token: 'local' } }: { fault?: Fault; credentials?: Credentials } = {},
) {
  const requests: string[] = [];
  const waits: number[] = [];
  let underWay = 0;
  /** Those who wait at the same time wait together. */
  let waiting = Promise.resolve();
  const connection = new Connection({
    address: { name: 'the org', api: 'http://localhost', login: 'http://localhost' },
    credentials,
    exchange: async (request) => {
      const { method, url, headers, body } = request;
      const { pathname, search } = new URL(url);
      requests.push(`${method} ${pathname}`);
      const instead = fault(request, requests.length);
      if (instead === 'silence') throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
      if (instead) return instead;
      underWay += 1;
      const answer = await org.send(method, `${pathname}${search}`, body, headers).finally(() => (underWay -= 1));
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      return { status: answer.status, headers: answer.headers, body: text };
    },
    now: () => org.org.now.getTime(),
    pause: (milliseconds) => {
      waits.push(milliseconds);
      const until = org.org.now.getTime() + milliseconds;
      const left = (): number => until - org.org.now.getTime();
      waiting = waiting.then(async () => {
        // Answers come before any time passes.
        while (left() > 0 && underWay > 0) await setImmediate();
        if (left() > 0) await org.wait(left());
      });
      return waiting;
    },
  });
  return { connection, requests, waits };
}
