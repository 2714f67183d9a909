import { shippedSettings, flowNamed } from '../private/shipped';
import { actionsOf, asWritten, attributesOf, type KnownAction, runsOf } from 'flowcdk/testing/runs';

const flow = flowNamed('identify-caller');
const actions = actionsOf(flow);
const runs = runsOf(flow);

const isWrite = ({ kind }: KnownAction) => kind === 'setConversationData';
const isLookup = ({ kind }: KnownAction) => kind === 'callData';
const namesOf = (actions: readonly KnownAction[]) => actions.map(({ name }) => name);

describe('what the call flow gets to know', () => {
  test('every run says ONGOING first', () => {
    const first = runs.map(({ actions: steps }) => steps[0]);

    expect(new Set(first.map((action) => action && JSON.stringify(attributesOf(action))))).toEqual(
      new Set(['{"identification.progress":"ONGOING"}']),
    );
  });

  test('every run gives an attribute one value: no earlier write can hide the result', () => {
    const values = runs.map(({ actions: steps }) => {
      const written = new Set(steps.filter(isWrite).flatMap((step) => Object.entries(attributesOf(step)).map(String)));
      const names = new Set(steps.filter(isWrite).flatMap((step) => Object.keys(attributesOf(step))));
      return written.size - names.size;
    });

    expect(new Set(values)).toEqual(new Set([0]));
  });

  test.each(['Alpha', 'Beta', 'Gamma'])('identity and SUCCESS are one write: known in %s', (database) => {
    const write = actions.find(({ name }) => name === `Report SUCCESS, known in ${database}`);

    expect(write && attributesOf(write)).toEqual({
      'identification.status': 'SUCCESS',
      'identification.customerId': 'Flow.customerId',
      'identification.customerName': 'If(IsSet(Flow.fullName), Flow.fullName, "")',
      'identification.tier': 'If(IsSet(Flow.tier), Flow.tier, "")',
      'identification.preferredLanguage': 'If(IsSet(Flow.preferredLanguage), Flow.preferredLanguage, "")',
      'identification.database': 'Flow.database',
    });
  });

  test.each(['NOT_FOUND', 'LOOKUPS_FAILED', 'NO_NUMBER'])('a failure says why: %s', (reason) => {
    const writes = actions.filter(({ name }) => name === `Report FAILED, ${reason}`);

    expect(writes.map(attributesOf)).toEqual(
      writes.map(() => ({ 'identification.status': 'FAILED', 'identification.reason': reason })),
    );
    expect(writes.length).toBeGreaterThan(0);
  });

  test('every run ends right after it has told the result', () => {
    const lastWrites = runs.map((run) => run.actions.filter((action) => isWrite(action)).at(-1));

    expect(new Set(lastWrites.map((action) => action && attributesOf(action)['identification.status']))).toEqual(
      new Set(['SUCCESS', 'FAILED']),
    );
  });

  test('a result whose write fails is written once more, a second later: nothing else would ever tell the call', () => {
    const writes = actions.filter(isWrite);
    const tries = writes.filter(({ name }) => !name?.endsWith('again') && name !== 'Report ONGOING');
    const again = writes.filter(({ name }) => name?.endsWith('again'));

    expect(namesOf(again)).toEqual(namesOf(tries).map((name) => `${name} again`));
    expect(again.map(attributesOf)).toEqual(tries.map(attributesOf));
    expect(actions.filter(({ kind }) => kind === 'wait').map((wait) => asWritten(wait))).toEqual(
      tries.map(() => expect.objectContaining({ duration: { lit: { seconds: 1 } } })),
    );
  });

  test('it writes to the conversation it was given', () => {
    expect(actions.filter(isWrite).map(asWritten)).toEqual(
      actions.filter(isWrite).map(() => expect.objectContaining({ conversationId: { exp: 'Flow.conversationId' } })),
    );
  });
});

describe('the search', () => {
  test('a database that breaks or is too slow does not keep the next from being asked', () => {
    const broken = runs.filter(({ actions: steps }) => namesOf(steps).includes('Alpha could not be asked'));
    const next = broken.map(({ actions: steps }) => {
      const at = steps.findIndex(({ name }) => name === 'Alpha could not be asked');
      return steps[at + 1]?.name;
    });

    expect(new Set(next)).toEqual(new Set(['Ask Beta']));
  });

  test('who is not known and could not be looked for everywhere is no stranger: the reason tells the two apart', () => {
    const outcome = (mark: (names: readonly (string | undefined)[]) => boolean) =>
      new Set(
        runs
          .filter(({ actions: steps }) => namesOf(steps).includes('Could every database be asked?'))
          .filter(({ actions: steps }) => mark(namesOf(steps)))
          .map(({ actions: steps }) => steps.at(-1)?.name),
      );
    const question = actions.find(({ name }) => name === 'Could every database be asked?');

    expect(outcome(() => true)).toEqual(
      new Set([
        ...['End: LOOKUPS_FAILED', 'End: FAILED, LOOKUPS_FAILED, not reported'],
        ...['End: NOT_FOUND', 'End: FAILED, NOT_FOUND, not reported'],
      ]),
    );
    expect(question && asWritten(question)).toMatchObject({ condition: { exp: '!Flow.broken' } });
  });

  test.each(['Alpha', 'Beta', 'Gamma'])('%s that cannot be asked is remembered', (database) => {
    const marks = actions.filter(({ name }) => name === `${database} could not be asked`);

    expect(marks.map(asWritten)).toEqual(
      [...Array(2)].map(() => ({
        name: `${database} could not be asked`,
        statements: [{ boolean: { variable: 'Flow.broken', value: { lit: true } } }],
      })),
    );
  });

  test('Gamma says "nobody" with status 404, and that is no failure', () => {
    const ask = actions.find(({ name }) => name === 'Ask Gamma');
    const question = actions.find(({ name }) => name === 'Does Gamma know nobody?');

    expect(ask && JSON.stringify(asWritten(ask))).toContain('"status":{"var":"Flow.failureStatus"}');
    expect(question && asWritten(question)).toMatchObject({
      condition: { exp: 'IsSet(Flow.failureStatus) and (Flow.failureStatus == 404)' },
      outputs: { no: expect.anything() },
    });
  });

  test('the first database that knows the caller ends it', () => {
    const known = runs.filter(({ actions: steps }) => namesOf(steps).includes('Report SUCCESS, known in Alpha'));

    expect(known.flatMap(({ actions: steps }) => steps.filter(isLookup)).map(({ name }) => name)).toEqual(
      known.map(() => 'Ask Alpha'),
    );
  });

  test.each([
    ['Ask Alpha', 'Flow.e164'],
    ['Ask Beta', 'If(Left(Flow.e164, 3) == "+33", Append("0", Substring(Flow.e164, 3, Length(Flow.e164))), Flow.e164)'],
    ['Ask Gamma', 'Replace(Flow.e164, "+", "")'],
  ])('%s with the number as that database writes it', (name, phoneNumber) => {
    const ask = actions.find((action) => action.name === name);

    expect(ask && JSON.stringify(asWritten(ask))).toContain(JSON.stringify({ phoneNumber: { exp: phoneNumber } }));
  });
});

describe('callers without a number', () => {
  test.each([
    [
      'Is there a number?',
      '!IsNotSetOrEmpty(Flow.callerNumber) and (Left(Flow.callerNumber, 1) == "+" or Left(Flow.callerNumber, 5) == "tel:+")',
    ],
    ['Is it a telephone number?', '!IsNotSetOrEmpty(Flow.e164)'],
  ])('%s If not, nobody is asked and the reason is NO_NUMBER', (name, condition) => {
    const question = actions.find((action) => action.name === name);
    const without = runs.filter(({ actions: steps }) => steps.at(-1)?.name === 'End: NO_NUMBER');

    expect(question && asWritten(question)).toMatchObject({ condition: { exp: condition }, outputs: { no: {} } });
    expect(without.length).toBeGreaterThan(0);
    expect(without.flatMap(({ actions: steps }) => steps.filter(isLookup))).toEqual([]);
  });
});

describe('settings decide', () => {
  const shipped = shippedSettings();

  test.each<[readonly ('alpha' | 'beta' | 'gamma')[], readonly string[]]>([
    [
      ['alpha', 'beta', 'gamma'],
      ['Ask Alpha', 'Ask Beta', 'Ask Gamma'],
    ],
    [
      ['gamma', 'alpha', 'beta'],
      ['Ask Gamma', 'Ask Alpha', 'Ask Beta'],
    ],
    [['beta'], ['Ask Beta']],
  ])('which databases are asked, and in which order: %j', (order, lookups) => {
    const settings = { ...shipped, databases: { ...shipped.databases, order } };

    expect(namesOf(actionsOf(flowNamed('identify-caller', settings)).filter(isLookup))).toEqual(lookups);
  });

  test('how long each may take; the flow gives it a second more, to hear of it', () => {
    const databases = { ...shipped.databases, beta: { ...shipped.databases.beta, timeout: 12 } };
    const settings = { ...shipped, databases };
    const lookups = actionsOf(flowNamed('identify-caller', settings)).filter(isLookup);

    expect(lookups.map(asWritten)).toMatchObject([
      { timeout: { lit: { seconds: 6 } } },
      { timeout: { lit: { seconds: 13 } } },
      { timeout: { lit: { seconds: 9 } } },
    ]);
  });

  test('in which division it is', () => {
    expect(flowNamed('identify-caller', { ...shipped, division: 'Northwind' }).tree.division).toBe('Northwind');
    expect(flow.tree.division).toBeUndefined();
  });
});
