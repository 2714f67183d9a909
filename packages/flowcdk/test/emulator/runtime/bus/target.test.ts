import type { BusEvent } from '../../../../src/emulator/runtime/bus/bus-event';
import { type BusTarget, sendTo, type TargetOutcome } from '../../../../src/emulator/runtime/bus/target';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { HttpOutcome, HttpRequest } from '../../../../src/emulator/runtime/services/http';

const event = { version: '0', detail: { topicName: 'topic' } } as BusEvent;
const url = 'https://target.example/events';

/** What a target made of an event; the service behind an address answers after so many milliseconds, or never. */
function sent(target: BusTarget, answer?: { readonly after: number; readonly outcome: HttpOutcome }) {
  const clock = new VirtualClock(0);
  const requests: HttpRequest[] = [];
  const outcomes: (TargetOutcome & { readonly at: number })[] = [];
  let givenUp = 0;
  const send = sendTo(target, clock, (request) => (done) => {
    requests.push(request);
    const stop = answer ? clock.after(answer.after, () => done(answer.outcome)) : () => undefined;
    return () => {
      givenUp += 1;
      stop();
    };
  });
  send(event, (outcome) => outcomes.push({ at: clock.now(), ...outcome }));
  return { clock, requests, outcomes, givenUp: () => givenUp };
}

const answering = (status: number, after = 0) => ({
  after,
  outcome: { response: { status, headers: {}, body: '' } },
});

describe('an address', () => {
  test('gets the event as JSON with POST', () => {
    const { requests } = sent({ url }, answering(200));
    expect(requests).toEqual([
      {
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', 'user-agent': 'Amazon/EventBridge/ApiDestinations' },
        body: JSON.stringify(event),
      },
    ]);
  });

  test('learns with Basic who sends the event', () => {
    const { requests } = sent({ url, basic: { userName: 'Aladdin', password: 'open sesame' } }, answering(200));
    expect(requests[0]?.headers['authorization']).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  });

  test.each([200, 202, 299])('has taken the event when it answers %d', (status) => {
    const { clock, outcomes } = sent({ url }, answering(status));
    clock.runNow();
    expect(outcomes).toEqual([{ at: 0, ok: true }]);
  });

  test.each([
    [199, 'is not tried again'],
    [300, 'is not tried again'],
    [400, 'is not tried again'],
    [401, 'is tried again'],
    [402, 'is not tried again'],
    [404, 'is not tried again'],
    [407, 'is tried again'],
    [409, 'is tried again'],
    [429, 'is tried again'],
    [499, 'is not tried again'],
    [500, 'is tried again'],
    [503, 'is tried again'],
  ])('that answers %d %s', (status, what) => {
    const { clock, outcomes } = sent({ url }, answering(status));
    clock.runNow();
    expect(outcomes).toEqual([
      {
        at: 0,
        ok: false,
        isRetried: what === 'is tried again',
        code: String(status),
        message: `the target answered ${status}`,
      },
    ]);
  });

  test('that cannot be reached is tried again', () => {
    const outcome: HttpOutcome = { problem: 'connection', message: 'the connection was refused' };
    const { clock, outcomes } = sent({ url }, { after: 10, outcome });
    clock.runNow();
    expect(outcomes).toEqual([
      { at: 10, ok: false, isRetried: true, code: 'SDK_CLIENT_ERROR', message: 'the connection was refused' },
    ]);
  });

  test('that does not answer within five seconds is given up, and tried again', () => {
    const { clock, outcomes, givenUp } = sent({ url });
    clock.runNow(() => false, 4_999);
    expect([outcomes.length, givenUp()]).toEqual([0, 0]);
    clock.runNow();
    expect(givenUp()).toBe(1);
    expect(outcomes).toEqual([
      { at: 5_000, ok: false, isRetried: true, code: 'SDK_CLIENT_ERROR', message: 'no answer within 5 s' },
    ]);
  });

  test('that answers in time is not given up later', () => {
    const { clock, outcomes, givenUp } = sent({ url }, answering(200, 4_999));
    clock.runNow();
    expect(givenUp()).toBe(0);
    expect(outcomes).toEqual([{ at: 4_999, ok: true }]);
  });
});

describe('a function', () => {
  test('has taken the event when it returns', () => {
    expect(sent(() => undefined).outcomes).toEqual([{ at: 0, ok: true }]);
  });

  test('that throws is tried again, with what it threw as the reason', () => {
    const failing = (thrown: unknown) => (): never => {
      throw thrown;
    };
    const failed = { at: 0, ok: false, isRetried: true, code: 'SDK_CLIENT_ERROR' };
    expect(sent(failing(new Error('no room'))).outcomes).toEqual([{ ...failed, message: 'no room' }]);
    expect(sent(failing('no room')).outcomes).toEqual([{ ...failed, message: 'no room' }]);
  });

  test('that returns a promise has taken the event when the promise is kept, and time stands still until then', async () => {
    let keep = (): void => undefined;
    const { clock, outcomes } = sent(() => new Promise<void>((done) => (keep = done)));
    clock.after(1_000, () => undefined);
    const moved = clock.advance(2_000);
    await new Promise(setImmediate);
    expect([clock.now(), outcomes]).toEqual([0, []]);
    keep();
    await moved;
    expect(outcomes).toEqual([{ at: 0, ok: true }]);
  });
});

test('a file that cannot be written is tried again', () => {
  const { outcomes } = sent({ file: __dirname });
  expect(outcomes).toMatchObject([{ ok: false, isRetried: true, message: expect.stringContaining('EISDIR') }]);
});
