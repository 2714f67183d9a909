import {
  decision,
  disconnect,
  exp,
  loop,
  loopExit,
  oneOf,
  switchOn,
  switchTrue,
  updateData,
  set,
  string,
  integer,
  list,
  currency,
  decimal,
  duration,
  boolean,
  reference,
  minutes,
  noValue,
} from '../../../src';
import { variablesOf } from '../../../src/architect/flows/variables';
import { flow, orders } from './private/fixtures';
import { render } from './private/render';

const bye = [{ disconnect: { name: 'Disconnect' } }];

describe('decision', () => {
  test('a variable is a condition as it is', () => {
    expect(render(decision('Known?', flow.known, {}))).toEqual({
      decision: { name: 'Known?', condition: { exp: 'Flow.known' } },
    });
  });

  test('a way without actions is written: it was given', () => {
    expect(render(decision('Known?', flow.known, { yes: [], no: [disconnect()] }))).toMatchObject({
      decision: { outputs: { yes: { actions: [] }, no: { actions: bye } } },
    });
  });

  test('lists inside of a way are opened', () => {
    const twice = [1, 2].map((n) => loopExit(`Leave ${n}`));

    expect(render(decision('Known?', flow.known, { yes: [[disconnect()], [twice, []]] }))).toMatchObject({
      decision: {
        outputs: { yes: { actions: [...bye, { loopExit: { name: 'Leave 1' } }, { loopExit: { name: 'Leave 2' } }] } },
      },
    });
  });
});

describe('switch', () => {
  test('every value of a union is a case, in the order of the definition', () => {
    const { status } = variablesOf('Flow', { status: oneOf(['ONGOING', 'SUCCESS']) });

    expect(render(switchOn('By status', status, { SUCCESS: [disconnect()], ONGOING: [] }))).toMatchObject({
      switch: {
        evaluate: {
          firstMatch: {
            string: {
              value: { exp: 'Flow.status' },
              cases: [
                { case: { value: { lit: 'SUCCESS' }, actions: bye } },
                { case: { value: { lit: 'ONGOING' }, actions: [] } },
              ],
            },
          },
        },
      },
    });
  });

  test('without "otherwise" there is no default', () => {
    expect(render(switchOn('x', flow.status, { A: [] }))).not.toHaveProperty(
      'switch.evaluate.firstMatch.string.default',
    );
  });

  test('an expression is compared as a text', () => {
    expect(render(switchOn('x', exp<string>`Upper(${flow.status})`, { A: [] }))).toHaveProperty(
      'switch.evaluate.firstMatch.string.value',
      { exp: 'Upper(Flow.status)' },
    );
  });

  test('over conditions the default stands before the cases, as the exporter writes it', () => {
    const action = switchTrue(
      'How long?',
      [
        [exp<boolean>`${flow.tries} > 5`, [disconnect()]],
        [flow.known, []],
      ],
      { otherwise: [loopExit()] },
    );

    expect(JSON.stringify(render(action))).toBe(
      JSON.stringify({
        switch: {
          name: 'How long?',
          evaluate: {
            firstTrue: {
              default: { actions: [{ loopExit: { name: 'Exit Loop' } }] },
              cases: [
                { case: { value: { exp: 'Flow.tries > 5' }, actions: bye } },
                { case: { value: { exp: 'Flow.known' }, actions: [] } },
              ],
            },
          },
        },
      }),
    );
  });
});

describe('loop', () => {
  test('an index nobody wants is noValue; the number of turns may be read when it runs', () => {
    expect(render(loop('Again', { times: flow.tries }, []))).toEqual({
      loop: {
        name: 'Again',
        currentIndex: { noValue: true },
        loopCount: { exp: 'Flow.tries' },
        outputs: { loop: { actions: [] } },
      },
    });
  });
});

describe('updateData', () => {
  const v = variablesOf('Flow', {
    text: string(),
    count: integer(),
    exact: decimal(),
    flag: boolean(),
    pause: duration(),
    price: currency(),
    queue: reference('queue'),
    texts: list(string()),
  });

  test.each([
    ['a text', set(v.text, 'a'), { string: { variable: 'Flow.text', value: { lit: 'a' } } }],
    ['a number', set(v.count, 1), { integer: { variable: 'Flow.count', value: { lit: 1 } } }],
    ['a long number as text', set(v.exact, '0.1'), { decimal: { variable: 'Flow.exact', value: { lit: '0.1' } } }],
    ['true or false', set(v.flag, false), { boolean: { variable: 'Flow.flag', value: { lit: false } } }],
    [
      'a length of time',
      set(v.pause, minutes(2)),
      { duration: { variable: 'Flow.pause', value: { lit: { minutes: 2 } } } },
    ],
    [
      'an amount',
      set(v.price, { amount: 3, code: 'EUR' }),
      { currency: { variable: 'Flow.price', value: { lit: { amount: 3, code: 'EUR' } } } },
    ],
    ['a definition', set(v.queue, orders), { queue: { variable: 'Flow.queue', value: { lit: { name: 'Orders' } } } }],
    [
      'a collection',
      set(v.texts, ['a', 'b']),
      { stringCollection: { variable: 'Flow.texts', value: { lit: [{ lit: 'a' }, { lit: 'b' }] } } },
    ],
    [
      'another variable',
      set(v.text, flow.status),
      { string: { variable: 'Flow.text', value: { exp: 'Flow.status' } } },
    ],
    ['nothing', set(v.text, noValue), { string: { variable: 'Flow.text', value: { noValue: true } } }],
  ])('gives a variable %s', (_, statement, yaml) => {
    expect(render(updateData('x', [statement]))).toEqual({ updateData: { name: 'x', statements: [yaml] } });
  });

  test('leaves the list it was given alone', () => {
    const statements = [set(v.count, 1)];
    updateData('x', statements);

    expect(Object.isFrozen(statements)).toBe(false);
  });
});
