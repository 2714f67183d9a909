import { type CallFlowParts, callTo, inQueueFlowOf, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';
import { call, trailOf, withTasks } from '../private/tasks';

const say = (text: string): string => `- playAudio: { name: Say, audio: { tts: ${text} } }`;
const started = (org: ReturnType<typeof livingOrg>): readonly string[] =>
  org.events('action.started').map(({ action }) => action);
const goTo = (task: string): string => `jumpToTask: { name: Go, targetTaskRef: "/inboundCall/tasks/task[${task}]" }`;
const task = (name: string, actions: string, variables = ''): string =>
  `    - task: { name: ${name}, refId: ${name}, ${variables} actions: [${actions}] }`;
const back = '{ endTask: { name: Back, outputPath: { name: default } } }';

describe('a call', () => {
  test('hears the greeting of its flow first', () => {
    const org = livingOrg();
    callTo(org, { actions: [say('Menu')], settings: ['initialGreeting: { tts: Welcome }'] });
    org.clock.runNow();
    expect(org.heard()).toEqual(['Welcome', 'Menu']);
  });

  test('stands in one task after another, not in one inside of the other', () => {
    const org = livingOrg();
    callTo(org, {
      actions: [`- ${goTo('Next')}`],
      tasks: [
        `- task: { name: Next, refId: Next, actions: [{ ${goTo('Last')} }] }`,
        '- task: { name: Last, refId: Last, actions: [{ disconnect: { name: Over } }] }',
      ],
    });
    org.clock.runNow();
    expect(started(org)).toEqual(['Begin / Go', 'Next / Go', 'Last / Over']);
  });

  test('hears what is queued when it enters the next task after a change of language, once', () => {
    const org = livingOrg();
    callTo(org, {
      languages: ['en-us', 'fr-fr'],
      actions: [say('Before'), '- setLanguage: { name: French, language: { lit: fr-fr } }', `- ${goTo('Next')}`],
      tasks: [
        `- task: { name: Next, refId: Next, actions: [{ ${say('Later').slice(2)} }, { ${goTo('Last')} }] }`,
        '- task: { name: Last, refId: Last, actions: [{ setUUIData: { name: Here, uuiData: { lit: x } } }, { disconnect: { name: Over } }] }',
      ],
    });
    org.clock.runNow();
    const story = org.runtime.log.events.flatMap((event) =>
      event.type === 'audio.ended' ? [event.text] : event.type === 'action.started' ? [event.action] : [],
    );
    expect(story.slice(3)).toEqual(['Before', 'Next / Say', 'Next / Go', 'Last / Here', 'Last / Over', 'Later']);
  });

  test('that has no more actions is disconnected when everything queued is heard', () => {
    const org = livingOrg();
    callTo(org, {
      actions: [`- ${goTo('Last')}`],
      tasks: [`- task: { name: Last, refId: Last, actions: [{ ${say('Bye').slice(2)} }, ${back}] }`],
    });
    org.clock.runNow();
    expect(org.heard()).toEqual(['Bye']);
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
  });
});

test('an outcome without a result is a failure when the flow ends', () => {
  const org = livingOrg();
  org.put('outcome', { name: 'Helped' });
  callTo(org, { actions: ['- initializeFlowOutcome: { name: Begin, flowOutcome: { name: Helped } }'] });
  org.clock.runNow();
  expect(org.events('outcome.set')).toMatchObject([{ outcome: 'Helped', value: 'FAILURE' }]);
});

describe('an in-queue flow', () => {
  /** A call that waits for so many seconds. */
  function waiting(actions: readonly string[], seconds: number) {
    const org = livingOrg();
    org.put('queue', { name: 'Support', queueFlow: { id: org.publish(inQueueFlowOf('waiting', actions)).id } });
    const placed = callTo(org, {
      actions: ['- transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } }'],
    });
    pass(org, seconds);
    placed.hangUp();
    return org;
  }

  test('plays what it has queued at the end of each pass', () => {
    const org = waiting(['- playAudio: { name: Wait, audio: { exp: ToAudioBlank(1000) } }'], 2.5);
    expect(org.events('audio.ended').map(({ heard, cutOffBy }) => [heard, cutOffBy])).toEqual([
      [1_000, undefined],
      [1_000, undefined],
      [500, 'hangUp'],
    ]);
    expect(started(org).slice(1)).toEqual(Array.from({ length: 3 }, () => 'Starting task / Wait'));
  });
});

describe('tasks', () => {
  test('get the values of their inputs', () => {
    const variables =
      'variables: [{ stringVariable: { name: Task.word, initialValue: { lit: nothing }, isInput: true } }],';
    const append = `{ updateData: { name: Note, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, Task.word, " ")' } } }] } }`;
    const yaml = withTasks(
      `${call('T', ', inputs: { Task.word: { lit: given } }')}\n${call('T')}`,
      task('T', `${append}, ${back}`, variables),
    );
    // The variables of a task last as long as the task.
    expect(trailOf(yaml)).toBe('given nothing ');
  });

  test('see the variables of the state that called them', () => {
    const yaml = withTasks(
      call('T'),
      task(
        'T',
        `{ updateData: { name: Note, statements: [{ string: { variable: Flow.trail, value: { exp: State.word } } }] } }, ${back}`,
      ),
    ).replace(
      'refId: Begin\n',
      'refId: Begin\n        variables: [{ stringVariable: { name: State.word, initialValue: { lit: seen } } }]\n',
    );
    expect(trailOf(yaml)).toBe('seen');
  });

  test('have their own variables again after they called another task', () => {
    const own = (word: string): string =>
      `variables: [{ stringVariable: { name: Task.word, initialValue: { lit: ${word} } } }],`;
    const append = `{ updateData: { name: Note, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, Task.word, " ")' } } }] } }`;
    const callInner = '{ callTask: { name: Call, targetTaskRef: "/workflow/tasks/task[Inner]" } }';
    const yaml = withTasks(
      call('Outer'),
      [
        task('Outer', `${append}, ${callInner}, ${append}, ${back}`, own('outer')),
        task('Inner', `${append}, ${back}`, own('inner')),
      ].join('\n'),
    );
    expect(trailOf(yaml)).toBe('outer inner outer ');
  });

  test('may call each other a hundred deep', () => {
    const org = livingOrg();
    const again = '{ callTask: { name: Again, targetTaskRef: "/workflow/tasks/task[T]" } }';
    const execution = org.launch(org.publish(withTasks(call('T'), task('T', `${again}, ${back}`))));
    expect(execution.problem).toMatch(/tasks call each other more than 100 deep$/);
    expect(org.events('flow.ended')).toMatchObject([{ actions: 101 }]);
  });

  test('may stand around one another five hundred deep, with their actions', () => {
    const org = livingOrg();
    const again = '{ callTask: { name: Again, targetTaskRef: "/workflow/tasks/task[T]" } }';
    const nested = (depth: number): string =>
      depth === 0
        ? again
        : `{ decision: { name: D${depth}, condition: { exp: "true" }, outputs: { "yes": { actions: [${nested(depth - 1)}] } } } }`;
    const execution = org.launch(org.publish(withTasks(call('T'), task('T', `${nested(4)}, ${back}`))));
    expect(execution.problem).toMatch(
      /more than 500 actions and tasks stand around one another: tasks call each other$/,
    );
    // Two places around the first task, six more around each further one: 500 around the 84th.
    expect(org.events('action.started').filter(({ action }) => action.endsWith('Again'))).toHaveLength(84);
  });
});

describe('error handling', () => {
  const breaks = '- decision: { name: Break, condition: { exp: ToInt("x") == 1 } }';
  /** A call whose flow breaks, with this error handling. */
  function broken(handling: string, more: CallFlowParts = {}) {
    const org = livingOrg();
    org.put('queue', { name: 'Support' });
    const placed = callTo(org, {
      actions: [say('Hello'), breaks],
      settings: [`settingsErrorHandling: { errorHandling: ${handling}, preHandlingAudio: { tts: Sorry } }`],
      ...more,
    });
    pass(org, 60);
    return { org, placed };
  }

  test('disconnects when everything queued is heard', () => {
    const { org } = broken('{ disconnect: { none: true } }');
    expect(org.heard()).toEqual(['Hello', 'Sorry']);
    expect(org.events('flow.failed')).toMatchObject([
      { handling: 'disconnect', problem: expect.stringMatching(/^Begin \/ Break: /) as string },
    ]);
  });

  test('hands the call to a queue, without priority', () => {
    const { org, placed } = broken('{ queue: { targetQueue: { lit: { name: Support } } } }');
    expect(org.events('queue.entered')).toMatchObject([{ queue: 'Support', priority: 0 }]);
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'transfer' }]);
    placed.hangUp();
  });

  test('goes on in a task', () => {
    const { org } = broken('{ task: { targetTaskRef: "/inboundCall/tasks/task[Rescue]" } }', {
      tasks: [
        `- task: { name: Rescue, refId: Rescue, actions: [{ ${say('Saved').slice(2)} }, { disconnect: { name: Over } }] }`,
      ],
    });
    expect(org.heard()).toEqual(['Hello', 'Sorry', 'Saved']);
    expect(started(org).at(-1)).toBe('Rescue / Over');
  });

  test('goes on in a menu', () => {
    const { org } = broken('{ menu: { targetMenuRef: "/inboundCall/menus/menu[M]" } }', {
      menus: [
        '- menu: { name: Main, refId: M, audio: { tts: Choose }, settingsMenu: { repeatCount: { lit: 1 } }, choices: [] }',
      ],
    });
    expect(org.heard()).toContain('Choose');
  });
});
