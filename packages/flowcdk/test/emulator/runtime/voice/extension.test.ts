import { type FakeLeg, fakeRun, type FakeRunParts } from '../private/fake-run';
import { dialExtension, readExtension } from '../../../../src/emulator/runtime/voice/extension';
import { begin, type Ended, type Steps } from '../../../../src/emulator/runtime/steps';
import { literal, type ValueNode } from '../../../../src/architect/values';

const users = [
  { id: 'ada', name: 'Ada', addresses: [{ extension: '12' }, {}] },
  { id: 'ben', name: 'Ben', addresses: [{ extension: '123' }, { extension: '45' }] },
  { id: 'cid', name: 'Cid' },
  { id: 'dan', name: 'Dan', addresses: [{ extension: '9'.repeat(30) }] },
];

/** A run on whose line a caller types these keys, each in time. */
function typing(keys: string, more: Partial<FakeRunParts> = {}, leg: FakeLeg = {}) {
  const left = [...keys];
  const pauses: number[] = [];
  const { run, logged } = fakeRun({
    program: { tree: { settingsActionDefaults: undefined } as never },
    runtime: { org: { all: () => users as never } },
    leg: {
      line: {
        *key(pause) {
          pauses.push(pause);
          return left.shift();
        },
      },
      ...leg,
    },
    ...more,
  });
  return { run, logged, pauses, left };
}

function resultOf<T>(steps: Steps<T>): T {
  let ended: Ended<T> | undefined;
  begin(steps, (end) => (ended = end));
  const end = ended as Ended<T> | undefined;
  if (!end || !('value' in end)) throw new Error(JSON.stringify(end));
  return end.value;
}

test.each<[what: string, begun: string, keys: string, digits: string, left: string]>([
  ['ends with a digit that makes it whole', '', '4512', '45', '12'],
  ['goes on while a longer one begins with it', '', '123', '123', ''],
  ['ends with a pause', '', '12', '12', ''],
  ['ends with a key that is no digit', '', '1#2', '1', '2'],
  ['goes on with what the menu has taken', '4', '51', '45', '1'],
  ['need not be known: digits are read until the pause', '', '7788', '7788', ''],
  ['is whole already', '45', '6', '45', '6'],
  ['has twenty digits at most', '', '9'.repeat(25), '9'.repeat(20), '9'.repeat(5)],
])('an extension %s', (_, begun, keys, digits, left) => {
  const typed = typing(keys);
  expect(resultOf(readExtension(typed.run, begun, undefined))).toBe(digits);
  expect(typed.left.join('')).toBe(left);
});

const seconds = (n: number): ValueNode => literal({ seconds: n });
const byFlow = {
  program: {
    tree: { settingsActionDefaults: { dialByExtension: { interDigitTimeout: structuredClone(seconds(3)) } } },
  },
};

test.each<[what: string, own: ValueNode | undefined, flow: object, pause: number]>([
  ['neither says it: six seconds', undefined, {}, 6_000],
  ['the flow says it', undefined, byFlow, 3_000],
  ['the action says it', seconds(2), byFlow, 2_000],
])('how long a caller may pause: %s', (_, own, flow, pause) => {
  const typed = typing('', flow);
  resultOf(readExtension(typed.run, '', own));
  expect(typed.pauses).toEqual([pause]);
});

/** Dials an extension. Says whom that rings, and where the flow goes on. */
function dialling(digits: string) {
  const rung: string[] = [];
  const leg: FakeLeg = {
    line: { *flush() {} },
    log: () => undefined,
    ended: false,
    transferType: undefined,
    holder: undefined,
  };
  const { run, logged } = typing(
    '',
    {
      runtime: {
        org: { all: () => users as never },
        clock: { now: () => 0 },
        calls: {
          user: (_, { name }) => {
            rung.push(name);
            const rings = () => (done: (outcome: 'answered') => void) => {
              done('answered');
              return () => undefined;
            };
            return { name, rings } as never;
          },
          afterFlow: () => undefined,
        },
        acd: { flowOut: () => undefined },
      },
    },
    leg,
  );
  return { outcome: resultOf(dialExtension(run, digits)), rung, logged };
}

test.each([
  ['12', 'Ada'],
  ['123', 'Ben'],
  ['45', 'Ben'],
])('%s rings %s, and the flow is over', (digits, name) => {
  const { outcome, rung } = dialling(digits);
  expect(rung).toEqual([name]);
  expect(outcome).toEqual({ to: 'end', reason: 'transfer' });
});

test.each(['1', '99', ''])('nobody has %j: the flow goes on', (digits) => {
  const { outcome, rung, logged } = dialling(digits);
  expect(rung).toEqual([]);
  expect(outcome).toMatchObject({ to: 'way', name: 'failure' });
  expect(logged).toEqual([
    { type: 'transfer.failed', fields: { to: digits, problem: `nobody has the extension ${digits}` } },
  ]);
});
