import { compareContents } from '../../src/compare';
import { type Item, itemKey, type OrgContent } from '../../src/pull';

const flow = (text: string): Item => ({ kind: 'flow', name: 'Main', within: 'inboundCall', text });

const content = (name: string, ...items: Item[]): OrgContent => ({
  name,
  items: new Map(items.map((item) => [itemKey(item), item])),
});

/** The places in which two flows differ, left against right. */
function placesIn(left: string, right: string): readonly unknown[] {
  const { different } = compareContents(content('left', flow(left)), content('right', flow(right)), {
    hosts: false,
    leftIsWanted: false,
  });
  return different.flatMap(({ differences }) => differences);
}

const MAIN = `inboundCall:
  name: Main
  startUpRef: /inboundCall/tasks/task[Begin_10]
  variables:
    - stringVariable:
        name: Flow.number
        initialValue: { noValue: true }
  tasks:
    - task:
        name: Begin
        refId: Begin_10
        actions:
          - playAudio:
              name: Greet
              audio: { tts: Hello }
          - decision:
              name: Known?
              condition: { exp: Flow.number == "1" and !(IsNotSetOrEmpty(Flow.number)) }
          - disconnect:
              name: Hang up
`;

/** The flow with one text in the place of another, which has to be there. */
function changed(from: string, to: string): string {
  if (!MAIN.includes(from)) throw new Error(`there is no ${from}`);
  return MAIN.replaceAll(from, to);
}

describe('how a flow is written does not count', () => {
  test.each([
    [
      'the order of keys',
      changed(
        'name: Main\n  startUpRef: /inboundCall/tasks/task[Begin_10]',
        'startUpRef: /inboundCall/tasks/task[Begin_10]\n  name: Main',
      ),
    ],
    ['quotes', changed('name: Greet', 'name: "Greet"')],
    ['comments', changed('          - disconnect', '          # the end\n          - disconnect')],
    ['blanks in an expression', changed('Flow.number == "1" and', 'Flow.number=="1"   and')],
    ['parentheses that mean nothing', changed('Flow.number == "1"', '(Flow.number == "1")')],
    ['the names that Architect counts up', changed('Begin_10', 'Begin_27')],
    ['a field that says nothing', changed('name: Flow.number\n', 'name: Flow.number\n        isInput: false\n')],
    [
      'defaults that Architect writes',
      changed('  variables:', '  settingsMenu:\n    repeatCount: { lit: 3 }\n  variables:'),
    ],
  ])('%s', (_, right) => {
    expect(right).not.toBe(MAIN);
    expect(placesIn(MAIN, right)).toEqual([]);
    expect(placesIn(right, MAIN)).toEqual([]);
  });
});

describe('what a flow does counts', () => {
  test.each([
    ['a text', changed('tts: Hello', 'tts: Bonjour'), 'Begin / Greet / playAudio.audio.tts', 'Hello', 'Bonjour'],
    [
      'an operator',
      changed('== "1" and', '== "1" or'),
      'Begin / Known? / decision.condition.exp',
      expect.stringContaining(' and '),
      expect.stringContaining(' or '),
    ],
    [
      'an action that is gone',
      changed('          - disconnect:\n              name: Hang up\n', ''),
      'Begin / Hang up',
      { disconnect: { name: 'Hang up' } },
      undefined,
    ],
    [
      'another name of a task',
      changed('[Begin_10]', '[Begin]').replace('refId: Begin_10', 'refId: Begin').replace('name: Begin', 'name: Start'),
      'startUpRef',
      '/inboundCall/tasks/task[Begin]',
      '/inboundCall/tasks/task[Start]',
    ],
    [
      'a variable that is an input',
      changed('name: Flow.number\n', 'name: Flow.number\n        isInput: true\n'),
      'Flow.number / stringVariable.isInput',
      undefined,
      true,
    ],
  ])('%s', (_, right, path, before, after) => {
    const place = {
      path: expect.stringContaining(path) as string,
      ...(before === undefined ? {} : { left: before }),
      ...(after === undefined ? {} : { right: after }),
    };

    expect(placesIn(MAIN, right)).toContainEqual(place);
  });

  test('a field that holds null and is missing on the other side', () => {
    expect(placesIn(changed('name: Greet', 'name: Greet\n              note: null'), MAIN)).toEqual([
      { path: 'Begin / Greet / playAudio.note', left: null },
    ]);
  });

  test('the order of actions, as one difference', () => {
    const greet = '          - playAudio:\n              name: Greet\n              audio: { tts: Hello }\n';
    const right = MAIN.replace(greet, '') + greet;

    expect(placesIn(MAIN, right)).toEqual([
      { path: 'Begin / task.order', left: ['Greet', 'Known?', 'Hang up'], right: ['Known?', 'Hang up', 'Greet'] },
    ]);
  });

  test('an action more is one difference, and moves no other', () => {
    const right = changed(
      '          - decision',
      '          - playAudio:\n              name: Wait\n              audio: { tts: Wait }\n          - decision',
    );

    expect(placesIn(MAIN, right)).toEqual([
      { path: 'Begin / Wait', right: { playAudio: { name: 'Wait', audio: { tts: 'Wait' } } } },
    ]);
  });
});

describe('other items', () => {
  const queue = (fields: object): Item => ({
    kind: 'queue',
    name: 'Billing',
    within: '',
    text: JSON.stringify(fields),
  });
  const compare = (left: object, right: object, options: { hosts: boolean; leftIsWanted: boolean }) =>
    compareContents(content('left', queue(left)), content('right', queue(right)), options);

  test('are compared field by field', () => {
    expect(compare({ acw: { ms: 1 } }, { acw: { ms: 2 } }, { hosts: false, leftIsWanted: false }).different).toEqual([
      { item: "queue 'Billing'", differences: [{ path: 'acw.ms', left: 1, right: 2 }] },
    ]);
  });

  test('may have more in an org than an application says', () => {
    const sides = [{ name: 'Billing' }, { name: 'Billing', description: 'x' }] as const;

    expect(compare(...sides, { hosts: false, leftIsWanted: true }).different).toEqual([]);
    expect(compare(...sides, { hosts: false, leftIsWanted: false }).different).toHaveLength(1);
  });

  test('do not differ by ids, and by hosts only where they count', () => {
    const left = { skill: '2f0e8ee3-0c9c-4a0a-9f53-8e3fb8f6d111', url: 'https://crm.test.example/customers?x=1' };
    const right = { skill: '9c9c0c0c-0c9c-4a0a-9f53-8e3fb8f6d222', url: 'https://crm.example/customers?x=1' };

    expect(compare(left, right, { hosts: true, leftIsWanted: false }).different).toEqual([]);
    expect(compare(left, right, { hosts: false, leftIsWanted: false }).different).toMatchObject([
      { differences: [{ path: 'url' }] },
    ]);
  });

  test('that only one side has are named', () => {
    const trigger: Item = { kind: 'trigger', name: 'Call finished', within: '', text: '{}' };

    expect(
      compareContents(content('left', trigger), content('right', queue({})), { hosts: false, leftIsWanted: false }),
    ).toEqual({ onlyLeft: ["trigger 'Call finished'"], onlyRight: ["queue 'Billing'"], different: [], same: 0 });
    expect(
      compareContents(content('left'), content('right', queue({})), { hosts: false, leftIsWanted: true }).onlyRight,
    ).toEqual([]);
  });
});

test('a flow that cannot be read is an error that names its side', () => {
  expect(() => placesIn('inboundCall: [', MAIN)).toThrow(/left \/ inboundCall flow 'Main'/);
});
