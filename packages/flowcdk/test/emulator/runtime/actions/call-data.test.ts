import { workflowYaml } from '../../private/flows';
import { callTo } from '../private/calls';
import { type Double, livingOrg } from '../private/living-org';
import { ask, heardAt, orgWith, play } from '../private/playing';

describe('Call Data and what is queued', () => {
  test('in sequence: it asks when the audio was heard', () => {
    const org = orgWith(500);
    callTo(org, { actions: [play('Welcome'), ask(), play('Thanks')] });
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['0.0 Welcome', '0.9 Thanks']);
  });

  test('in parallel: it asks while the audio plays, and the flow goes on when it has its answer', () => {
    const org = orgWith(100, { flush: 'parallel' });
    callTo(org, { actions: [play('Welcome'), ask(), play('Thanks')] });
    org.clock.runNow(() => org.requests.length > 0);
    expect(org.clock.now()).toBe(org.start);
    org.clock.runNow();
    // The answer came first; what is queued then is heard behind what still plays.
    expect(heardAt(org)).toEqual(['0.0 Welcome', '0.4 Thanks']);
  });
});

describe('the processing prompt of Call Data', () => {
  const settings = [
    'settingsActionDefaults: { callData: { processingPrompt: { lit: { name: PromptSystem.processing } } } }',
  ];

  test.each<[seconds: number, heard: readonly string[]]>([
    [0.5, []],
    [2, ['1000 ms']],
    [10, ['3000 ms']],
  ])('an answer after %s s: it is heard for %j', (seconds, heard) => {
    const org = orgWith(seconds * 1000);
    callTo(org, { settings, actions: [ask()] });
    org.clock.runNow();
    expect(org.events('audio.ended').map((event) => `${event.heard} ms`)).toEqual(heard);
    // It begins a second in, is played once, and holds nothing up.
    expect(org.events('audio.started').map(({ at }) => at - org.start)).toEqual(heard.map(() => 1_000));
    expect(org.seconds()).toBe(seconds);
  });

  test.each<[what: string, settings: readonly string[], own: string]>([
    ['the flow has none', [], ''],
    ['the action wants none', settings, ', processingPrompt: { noValueWithNoFallback: true }'],
  ])('it is silent where %s', (_, of, own) => {
    const org = orgWith(5_000);
    callTo(org, { settings: of, actions: [ask(own)] });
    org.clock.runNow();
    expect(org.heard()).toEqual([]);
  });

  test('only a recording is played', () => {
    const org = orgWith(5_000);
    org.put('prompt', { name: 'spoken', resources: [{ language: 'en-us', ttsString: 'One moment' }] });
    org.put('prompt', { name: 'recorded', resources: [{ language: 'en-us', text: 'Wait', durationSeconds: 2 }] });
    const own = (name: string): string => ask(`, processingPrompt: { lit: { name: Prompt.${name} } }`);
    callTo(org, { actions: [own('spoken'), own('recorded')] });
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['6.0 Wait']);
  });
});

describe('the variables of Call Data', () => {
  const texts = ['way', 'name', 'code', 'user', 'entity'];
  const lists = ['keys', 'values', 'fields', 'entities'];
  const variable = (kind: string, name: string, before = '{ noValue: true }'): string =>
    `    - ${kind}Variable: { name: Flow.${name}, initialValue: ${before}, isInput: false, isOutput: true }`;
  const variables = [
    ...texts.map((name) => variable('string', name)),
    ...['age', 'status'].map((name) => variable('integer', name)),
    ...lists.map((name) => variable('stringCollection', name, '{ lit: [{ lit: before }] }')),
  ].join('\n');
  const bindings = (all: Readonly<Record<string, string>>): string =>
    `{ ${Object.entries(all)
      .map(([output, name]) => `${output}: { var: Flow.${name} }`)
      .join(', ')} }`;
  const successOutputs = bindings({ name: 'name', age: 'age' });
  const failureOutputs = bindings({
    errorCode: 'code',
    status: 'status',
    userMessage: 'user',
    entityId: 'entity',
    'userParams.key': 'keys',
    'userParams.value': 'values',
    'details.fieldName': 'fields',
    'details.entityId': 'entities',
  });
  const way = (name: string): string => `
                ${name}:
                  actions:
                    - updateData: { name: Way, statements: [string: { variable: Flow.way, value: { lit: ${name} } }] }`;
  const action = `          - callData:
              name: Ask
              category:
                Customers:
                  dataAction:
                    Find:
                      inputs: {}
                      successOutputs: ${successOutputs}
                      failureOutputs: ${failureOutputs}
              outputs:${['success', 'failure', 'timeout'].map(way).join('')}`;

  /** The variables that have a value after a workflow has asked. */
  const valuesAfter = (answer: Double) => {
    const org = livingOrg({ dataActions: { 'Customers / Find': answer } });
    const { outputs = {} } = org.launch(org.publish(workflowYaml('asks', action, variables)));
    return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== null));
  };

  test('get the outputs where it succeeds', () => {
    expect(valuesAfter({ outputs: { name: 'Ada', age: 36 } })).toMatchObject({
      'Flow.way': 'success',
      'Flow.name': 'Ada',
      'Flow.age': 36,
    });
  });

  test('get what went wrong where it fails; lists stay aligned where an item lacks a property', () => {
    const failure = {
      errorCode: 'bad.request',
      status: 400,
      userMessage: 'No such customer.',
      userParams: [
        { key: 'id', value: '7' },
        { key: 'in', value: 'EU' },
      ],
      details: [{ fieldName: 'phone' }, { fieldName: 'email', entityId: 'c7' }],
    };
    expect(valuesAfter({ failure })).toEqual({
      'Flow.way': 'failure',
      'Flow.code': 'bad.request',
      'Flow.status': 400,
      'Flow.user': 'No such customer.',
      'Flow.keys': ['id', 'in'],
      'Flow.values': ['7', 'EU'],
      'Flow.fields': ['phone', 'email'],
      'Flow.entities': [null, 'c7'],
    });
  });

  test('get empty lists where a failure has no details', () => {
    expect(valuesAfter({ failure: { errorCode: 'gone', userMessage: 'Gone.' } })).toMatchObject({
      'Flow.keys': [],
      'Flow.fields': [],
    });
  });
});

test('a workflow that is over while it waits for an answer breaks; it takes no timeout path', () => {
  const hours = 60 * 60 * 1000;
  const org = orgWith(100 * hours);
  const execution = org.launch(org.publish(workflowYaml('asks', `          ${ask()}`)));
  expect(execution).toMatchObject({ status: 'FAILED', problem: expect.stringContaining('has run for 72 hours') });
  expect(org.clock.now() - org.start).toBe(72 * hours);
  expect(org.events('action.took')).toEqual([]);
});
