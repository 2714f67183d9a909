import { askStandIn } from '../../../../src/emulator/runtime/actions/stand-in';
import type { Run } from '../../../../src/emulator/runtime/action-context';
import type { HttpOutcome } from '../../../../src/emulator/runtime/services/http';
import { begin, type Ended } from '../../../../src/emulator/runtime/steps';
import type { StandInResult } from '../../../../src/emulator/runtime/actions/stand-in';

/** What an action gets whose stand-in has an outcome. */
function resultAfter(outcome: HttpOutcome): StandInResult | undefined {
  const send = () => (done: (result: HttpOutcome) => void) => {
    done(outcome);
    return () => undefined;
  };
  const run = { runtime: { standIns: () => send } } as unknown as Run;
  let ended: Ended<StandInResult | undefined> | undefined;
  begin(askStandIn(run, 'bot Orders', {}), (end) => (ended = end));
  const end = ended as Ended<StandInResult | undefined> | undefined;
  if (!end || !('value' in end)) throw new Error('the stand-in gave nothing');
  return end.value;
}

const answer = (status: number): HttpOutcome => ({
  response: { status, headers: {}, body: '{"intent":"Track","outputs":{"order":"4711"}}' },
});

test.each([200, 299])('a stand-in that answers with status %i gives its result', (status) => {
  expect(resultAfter(answer(status))).toMatchObject({ intent: 'Track', outputs: { order: '4711' } });
});

test.each([199, 300, 500])('a stand-in that answers with status %i has failed', (status) => {
  expect(resultAfter(answer(status))).toEqual({ problem: `its stand-in answered with status ${status}` });
});

test('a stand-in that cannot be reached has failed', () => {
  expect(resultAfter({ problem: 'connection', message: 'it is ill' })).toEqual({ problem: 'it is ill' });
});

test('where nothing plays it, there is no result', () => {
  expect(resultAfter({ problem: 'noService', message: 'nobody' })).toBeUndefined();
});
