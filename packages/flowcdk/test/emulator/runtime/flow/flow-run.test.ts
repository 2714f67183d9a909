import { type } from '../../../../src/architect/expressions';
import { expressionOf, literal, noValue, prompt, textToSpeech, type ValueNode } from '../../../../src/architect/values';
import { FlowRun, type FlowRunOptions } from '../../../../src/emulator/runtime/flow/flow-run';
import { programOf } from '../../../../src/emulator/runtime/flow/program';
import { begin } from '../../../../src/emulator/runtime/steps';
import { workflowYaml } from '../../private/flows';
import { livingOrg, MONDAY_NOON } from '../private/living-org';

const HOUR = 3_600_000;
const variables = `    - stringVariable: { name: Flow.text, initialValue: { noValue: true }, isInput: false, isOutput: true }
    - stringCollectionVariable: { name: Flow.list, initialValue: { noValue: true }, isInput: false, isOutput: true }`;

/** What the log says of actions: `took Begin / So? (2) by yes`. */
function actionsIn(org: ReturnType<typeof livingOrg>): readonly string[] {
  return org.runtime.log.events.flatMap((event) => {
    switch (event.type) {
      case 'action.started':
        return [`start ${event.action} (${event.index})`];
      case 'action.took':
        return [`took ${event.action} (${event.index}) by ${event.path}`];
      case 'action.ended':
        return [`end ${event.action}${event.path === undefined ? '' : ` by ${event.path}`}`];
      default:
        return [];
    }
  });
}

function launched(actions: string) {
  const org = livingOrg();
  const execution = org.launch(org.publish(workflowYaml('flow', actions, variables)));
  return { org, execution };
}

const set = (name: string): string =>
  `{ updateData: { name: ${name}, statements: [{ string: { variable: Flow.text, value: { lit: x } } }] } }`;
const decide = (name: string, actions: string): string =>
  `- decision: { name: ${name}, condition: { exp: "true" }, outputs: { "yes": { actions: [${actions}] } } }`;

describe('the log says where a flow is', () => {
  test('on the path of an action, and behind it', () => {
    const { org } = launched(`          - ${set('Set')}\n          ${decide('So?', set('Inside'))}`);
    expect(actionsIn(org)).toEqual([
      'start Begin / Set (1)',
      'end Begin / Set',
      'start Begin / So? (2)',
      'took Begin / So? (2) by yes',
      'start Begin / So? / Inside (3)',
      'end Begin / So? / Inside',
      'end Begin / So? by yes',
      'start Begin / End (4)',
      'end Begin / End',
    ]);
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'completed', actions: 4 }]);
  });

  test('where it ends inside of an action', () => {
    const { org } = launched(`          ${decide('So?', '{ endWorkflow: { name: Over } }')}`);
    expect(actionsIn(org)).toEqual([
      'start Begin / So? (1)',
      'took Begin / So? (1) by yes',
      'start Begin / So? / Over (2)',
      'end Begin / So? / Over',
      'end Begin / So? by yes',
    ]);
  });

  test('turn by turn of a loop', () => {
    const { org } = launched(
      `          - loop: { name: Twice, loopCount: { lit: 2 }, outputs: { loop: { actions: [${set('Inside')}] } } }`,
    );
    expect(actionsIn(org).slice(0, -2)).toEqual([
      'start Begin / Twice (1)',
      'took Begin / Twice (1) by loop',
      'start Begin / Twice / Inside (2)',
      'end Begin / Twice / Inside',
      'took Begin / Twice (1) by loop',
      'start Begin / Twice / Inside (2)',
      'end Begin / Twice / Inside',
      'end Begin / Twice by loop',
    ]);
  });

  test('which value a variable has, where somebody wants to know', () => {
    const org = livingOrg({ settings: { logVariables: true } });
    org.launch(org.publish(workflowYaml('flow', `          - ${set('Set')}`, variables)));
    expect(org.events('variable.set')).toMatchObject([{ variable: 'Flow.text', value: 'x' }]);
    expect(launched(`          - ${set('Set')}`).org.events('variable.set')).toEqual([]);
  });
});

test('a flow may execute 10 000 actions, and its error handling 1 000 more', () => {
  const org = livingOrg();
  const again = '          - changeState: { name: Again, targetStateRef: "/workflow/states/state[Begin]" }';
  const yaml = workflowYaml('endless', again).replace(
    'errorHandling:\n      endWorkflow:\n        none: true',
    'errorHandling: { state: { targetStateRef: "/workflow/states/state[Begin]" } }',
  );
  const execution = org.launch(org.publish(yaml));
  expect(org.events('limit.reached').map(({ limit, value }) => [limit, value])).toEqual([
    ['flow.actions.max', 10_000],
    ['flow.actions.max', 11_000],
  ]);
  expect(execution.problem).toMatch(/the flow has executed 10000 actions, the most it may$/);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'error', actions: 11_000 }]);
});

describe('a workflow may run for 72 hours', () => {
  const wait = (days: number, seconds = 0): string =>
    `          - wait: { name: Wait, duration: { exp: "MakeDuration(${days}, 0, 0, ${seconds})" } }`;

  test('not longer', () => {
    const { org, execution } = launched(wait(4));
    expect(org.clock.now()).toBe(MONDAY_NOON + 72 * HOUR);
    expect(execution).toMatchObject({
      status: 'FAILED',
      problem: 'Begin / Wait: the workflow has run for 72 hours, the longest it may',
    });
    expect(org.events('limit.reached')).toMatchObject([
      { limit: 'workflow.duration.max', value: 72 * HOUR, what: 'flow' },
    ]);
  });

  test.each([
    ['is over in time', `${wait(2)}\n${wait(0, 86_399)}`, 'COMPLETED'],
    ['is over at that moment, before its next action', `${wait(2)}\n${wait(0, 86_400)}`, 'FAILED'],
  ])('%s', (_, actions, status) => expect(launched(actions).execution.status).toBe(status));
});

describe('a run', () => {
  /** A run of a published workflow, or of what a test makes of it. */
  function run(options: Partial<FlowRunOptions> = {}, program: object = {}) {
    const org = livingOrg();
    const support = org.put('queue', { name: 'Support' });
    org.put('prompt', { name: 'hello', resources: [{ language: 'en-us', text: 'Hello' }] });
    const flow = org.publish(workflowYaml('flow', '', variables));
    const version = org.org.get('flowVersion', `${flow.id}/1.0`);
    if (!version) throw new Error('no version');
    const published = programOf(version);
    const whole = Object.assign(Object.create(published) as typeof published, {
      compiled: published.compiled.bind(published),
      speech: published.speech.bind(published),
      boundIds: published.boundIds.bind(published),
      ...program,
    });
    const begun = new FlowRun(org.runtime as never, { id: 'run', program: whole, ...options });
    return { org, support, run: begun };
  }

  test('stands inside of what it has entered, each time in one container more', () => {
    const { run: outer } = run();
    const inner = run({ caller: outer }).run;
    const seen: unknown[] = [];
    const look = (): number => seen.push([outer.path, outer.depth, outer.around, inner.depth, inner.around]);
    begin(
      outer.inside('A', function* () {
        look();
        yield* outer.inside('B', function* () {
          yield* inner.inside('C', function* () {
            look();
          });
        });
        look();
      }),
      () => undefined,
    );
    look();
    expect(seen).toEqual([
      ['A', 1, 1, 1, 1],
      ['A / B', 2, 2, 3, 3],
      ['A', 1, 1, 1, 1],
      ['', 0, 0, 0, 0],
    ]);
  });

  test('forgets where it stands when the flow goes on elsewhere', () => {
    const { run: flowRun } = run();
    const seen: unknown[] = [];
    begin(
      flowRun.inside('A', function* () {
        flowRun.restart();
        seen.push([flowRun.path, flowRun.depth]);
      }),
      () => undefined,
    );
    expect(seen).toEqual([['', 0]]);
  });

  test('of a module shares the count and the time of its caller', () => {
    const { run: caller } = run();
    const { run: module } = run({ caller }, { kind: 'commonModule' });
    module.countEntry();
    caller.countEntry();
    expect([caller.actions, module.actions]).toEqual([2, 2]);
    expect(module.endsAt).toBe(MONDAY_NOON + 72 * HOUR);
    expect(module.outcomes).toBe(caller.outcomes);
  });

  test.each([
    ['workflow', 72 * HOUR],
    ['inboundShortMessage', 72 * HOUR],
    ['inqueueShortMessage', 72 * HOUR],
    ['inboundCall', Infinity],
    ['inqueueCall', Infinity],
  ])('of the kind %s ends after %d milliseconds', (kind, lasts) =>
    expect(run({}, { kind }).run.endsAt).toBe(MONDAY_NOON + lasts),
  );

  test('has no time limit any more when its error handling runs', () => {
    const { run: flowRun } = run();
    flowRun.allowMore();
    expect(flowRun.endsAt).toBe(Infinity);
  });

  test('is secure in a secure flow and in what that calls: no log shows its values', () => {
    const secure = run({}, { kind: 'secureCall' });
    expect(secure.run.isSecure).toBe(true);
    expect(run({ caller: secure.run }, { kind: 'commonModule' }).run.isSecure).toBe(true);
    expect(run({ caller: run().run }, { kind: 'commonModule' }).run.isSecure).toBe(false);
    expect(run().run.isSecure).toBe(false);
    secure.run.log('variable.set', { variable: 'Flow.card', value: '4111' });
    expect(secure.org.events('variable.set')).toMatchObject([{ variable: 'Flow.card', value: '***' }]);
    const open = run();
    open.run.log('variable.set', { variable: 'Flow.card', value: '4111' });
    expect(open.org.events('variable.set')).toMatchObject([{ value: '4111' }]);
  });

  test('has its place in the log, with its conversation if it has one', () => {
    expect(run().run.place).toEqual({ executionId: 'run', flow: 'flow' });
    expect(run({ conversationId: 'c' }).run.place).toEqual({ conversationId: 'c', executionId: 'run', flow: 'flow' });
  });

  test('hands its conversation and its data to the modules that it calls', () => {
    const { org, run: flowRun } = run({ conversationId: 'c', invocationData: 'data' });
    const yaml = `commonModule:
  name: Module
  settingsCommonModule: { compatibleFlowTypes: [{ flowType: workflow }] }
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
    - stringVariable: { name: Common.said, initialValue: { exp: ToString(Flow.InvocationData) }, isInput: false, isOutput: true }
  startUpTaskActions:
    - decision: { name: So?, condition: { exp: "true" } }
    - endTask: { name: Back, outputPath: { name: default } }
`;
    const flow = org.publish(yaml);
    const version = org.org.get('flowVersion', `${flow.id}/1.0`);
    if (!version) throw new Error('no version');
    const module = flowRun.module(programOf(version), new Map());
    begin(module.run(), () => undefined);
    expect(module.variables.get('Common.said')).toBe('data');
    expect(org.events('action.started')[0]).toMatchObject({ conversationId: 'c', executionId: 'run', flow: 'Module' });
  });

  const STRING = type('string');
  const valueIn = (node: ValueNode | undefined, kind = STRING): unknown => run().run.value(node, kind);

  test('reads the values of fields', () => {
    expect(valueIn(undefined)).toBeNull();
    expect(valueIn(noValue)).toBeNull();
    expect(valueIn(literal('x'))).toBe('x');
    expect(valueIn(expressionOf('Append("a", "b")'))).toBe('ab');
    expect(valueIn({ kind: 'variable', name: 'Flow.text' })).toBeNull();
    expect(valueIn(textToSpeech('Hello'))).toMatchObject({ parts: [{ kind: 'speech', text: 'Hello' }] });
    expect(valueIn(prompt('Prompt.hello'))).toMatchObject({ name: 'Prompt.hello' });
    expect(valueIn(prompt(expressionOf('ToAudioTTS("Hi")') as never))).toMatchObject({ parts: [{ text: 'Hi' }] });
    expect(() => valueIn({ kind: 'raw' } as never)).toThrow('a value is not understood');
  });

  test('reads texts; what is not set has none', () => {
    const { run: flowRun } = run();
    expect(flowRun.text(literal('x'), STRING)).toBe('x');
    expect(flowRun.text(literal(5), type('integer'))).toBe('5');
    expect(flowRun.text(noValue, STRING)).toBeUndefined();
  });

  test('begins with empty collections, and with nothing in other variables', () => {
    const { run: flowRun } = run();
    flowRun.declareVariables();
    expect(flowRun.variables.get('Flow.text')).toBeNull();
    expect(flowRun.variables.get('Flow.list')).toEqual([]);
    const { run: with2 } = run({ inputs: new Map([['Flow.text', 'given']]) });
    with2.declareVariables();
    expect(with2.variables.get('Flow.text')).toBe('given');
    expect(flowRun.initialValue({ initialValue: literal('x') } as never, STRING)).toBe('x');
  });

  test('looks an entity up each time, since it may be deleted; other literals once', () => {
    const { org, support, run: flowRun } = run();
    const queue = literal({ name: 'Support' });
    const some = literal([{ name: 'Support' }]);
    expect(flowRun.value(queue, type('queue'))).toMatchObject({ name: 'Support' });
    const mixed = {
      ...some,
      yaml: { ...some.yaml, items: [...('items' in some.yaml ? some.yaml.items : []), noValueYaml] },
    };
    const QUEUES = { ...type('queue'), collection: true };
    expect(flowRun.value(mixed as never, QUEUES)).toMatchObject([{ name: 'Support' }, null]);
    const text = literal('x');
    expect(flowRun.value(text, STRING)).toBe('x');
    expect(flowRun.program.literals.has(text)).toBe(true);
    org.org.remove('queue', support.id);
    expect(() => flowRun.value(queue, type('queue'))).toThrow("the organisation has no queue named 'Support'");
    expect(() => flowRun.value(mixed as never, QUEUES)).toThrow("the organisation has no queue named 'Support'");
  });

  test('says which expression broke it', () => {
    const { org, run: flowRun } = run();
    expect(() => flowRun.value(expressionOf('ToInt("x")'), type('integer'))).toThrow();
    expect(org.events('expression.failed')).toMatchObject([{ expression: 'ToInt("x")' }]);
  });

  test('sets a variable only where an output has one', () => {
    const { run: flowRun } = run();
    flowRun.declareVariables();
    flowRun.bind(undefined, 'a');
    flowRun.bind(noValue, 'a');
    expect(flowRun.variables.get('Flow.text')).toBeNull();
    flowRun.bind({ kind: 'variable', name: 'Flow.text' }, 'a');
    expect(flowRun.variables.get('Flow.text')).toBe('a');
  });
});

const noValueYaml = {
  kind: 'mapping',
  offset: -1,
  end: -1,
  entries: [
    {
      key: { kind: 'scalar', value: 'noValue', offset: -1, end: -1 },
      value: { kind: 'scalar', value: true, offset: -1, end: -1 },
    },
  ],
} as const;
