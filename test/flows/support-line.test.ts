import { identification, support } from '../../flows/identification';
import type { Settings } from '../../src/settings';
import { flowNamed, queuesOf, routesOf, shippedSettings } from '../private/shipped';
import {
  actionsOf,
  asWritten,
  attributesOf,
  branchesOf,
  type KnownAction,
  runsOf,
  traitsOf,
} from 'flowcdk/testing/runs';

const shipped = shippedSettings();
const lines = ['support-line', 'support-line-fr-fr'] as const;
const kindsOf = (actions: readonly KnownAction[]) => actions.map(({ kind }) => kind);

describe.each(lines)('%s', (name) => {
  const flow = flowNamed(name);
  const actions = actionsOf(flow);
  const runs = runsOf(flow);

  test('the search is started before the caller hears anything', () => {
    const first = runs.map((run) => run.actions[0]?.name);

    expect(new Set(first)).toEqual(new Set(['Start the identification']));
    expect(asData(flow.tree.initialGreeting)).toEqual({ kind: 'expression', text: 'ToAudioBlank(100)' });
  });

  test('the search gets the conversation, and the number where there is one', () => {
    const [launch] = actions.filter(({ kind }) => kind === 'callData');

    expect(launch && asWritten(launch)).toMatchObject({
      timeout: { lit: { seconds: 5 } },
      category: {
        'Flow launcher': {
          dataAction: {
            'Launch identification': {
              inputs: {
                conversationId: { exp: 'Call.ConversationId' },
                callerNumber: { exp: 'If(IsSet(Call.Ani), Call.Ani, "")' },
              },
            },
          },
        },
      },
    });
  });

  test('a search that cannot be started is not waited for', () => {
    const [launch] = actions.filter(({ kind }) => kind === 'callData');
    const branches = launch ? branchesOf(launch) : [];

    expect(branches.map(({ way, actions: steps }) => [way, steps.map(({ name: step }) => step)])).toEqual([
      ['failure', ['Go on as if unknown']],
      ['timeout', ['Go on as if unknown']],
    ]);
    expect(conditionOf(actions, 'Still looking the caller up?')).toBe('Flow.launched and !IsSet(Flow.status)');
  });

  test("between two looks at the status there is always something that takes the caller's time", () => {
    const idle = runs.filter(({ actions: steps }) => {
      const looks = steps.flatMap(({ kind }, i) => (kind === 'getParticipantData' ? [i] : []));
      return looks.some((look, i) => {
        const between = steps.slice(look + 1, looks[i + 1]);
        return i + 1 < looks.length && !between.some((step) => traitsOf(step).takesTime);
      });
    });

    expect(idle).toEqual([]);
    expect(runs.some(({ actions: steps }) => count(steps, 'getParticipantData') > 2)).toBe(true);
  });

  test('it reads of the search what it needs, and writes what the agent needs', () => {
    const reads = actions.filter(({ kind }) => kind === 'getParticipantData').map(attributesOf);
    const writes = actions.filter(({ kind }) => kind === 'setParticipantData').map(attributesOf);

    expect(reads).toEqual(
      reads.map(() => ({
        'identification.status': 'Flow.status',
        'identification.customerName': 'Flow.customerName',
        'identification.tier': 'Flow.tier',
      })),
    );
    expect(writes).toEqual([
      {
        'support.reason': 'Flow.reason',
        'support.firstTime': 'Flow.firstTime',
        'support.customerNumber': 'If(IsSet(Flow.customerNumber), Flow.customerNumber, "")',
        'support.greeted': 'Flow.greeted',
      },
    ]);
  });

  test('the agent is told in every run that gets to one', () => {
    const transferred = runs.filter(({ actions: steps }) => steps.at(-1)?.kind === 'transferToAcd');

    expect(transferred.filter(({ actions: steps }) => count(steps, 'setParticipantData') !== 1)).toEqual([]);
  });

  test('who is known is greeted by name, if there is one; all others are asked for their customer number', () => {
    const question = actions.find(({ name: step }) => step === 'Is the caller known?');
    const branches = question ? branchesOf(question) : [];

    expect(conditionOf(actions, 'Is the caller known?')).toBe('IsSet(Flow.status) and (Flow.status == "SUCCESS")');
    expect(conditionOf(actions, 'Is there a name to say?')).toBe('!IsNotSetOrEmpty(Flow.customerName)');
    expect(branches.map(({ way, actions: steps }) => [way, steps.map(({ name: step }) => step)])).toEqual([
      ['yes', ['Is there a name to say?', 'A gold customer?']],
      ['no', ['Ask for the customer number']],
    ]);
  });

  test('whoever says nothing goes to the queue for that; every other reason has its queue', () => {
    const transfers = actions.filter(({ kind }) => kind === 'transferToAcd').map(asWritten);

    expect(transfers).toMatchObject(
      ['Orders', 'Billing', 'Technical support', 'Contracts', 'Customer service'].map((queue) => ({
        name: `To ${queue}`,
        targetQueue: { lit: { name: queue } },
        priority: { exp: 'Flow.priority' },
      })),
    );
  });

  test('a transfer that fails says so and hangs up', () => {
    const transfers = actions.filter(({ kind }) => kind === 'transferToAcd');

    expect(
      transfers.flatMap((transfer) =>
        branchesOf(transfer).map(({ way, actions: steps }) => [way, kindsOf(steps as KnownAction[])]),
      ),
    ).toEqual(transfers.map(() => ['failure', ['disconnect']]));
    expect(transfers.map((transfer) => asWritten(transfer))).toEqual(
      transfers.map(() => expect.objectContaining({ failureTransferAudio: { tts: textsOf(name).transferFailed } })),
    );
  });

  test('each key is the reason that was offered for it, with its priority', () => {
    const chosen = actions.filter(({ name: step }) => step?.startsWith('About: ')).map(asWritten);

    expect(chosen).toEqual(
      [
        ['order', 0],
        ['invoice', 0],
        ['technical', 5],
        ['contract', 0],
      ].map(([key, priority]) => ({
        name: `About: ${key}`,
        statements: [
          { string: { variable: 'Flow.reason', value: { lit: key } } },
          { integer: { variable: 'Flow.priority', value: { lit: priority } } },
        ],
      })),
    );
  });

  test('everything a caller hears is a text of the settings, in the language of the line', () => {
    const texts = textsOf(name);
    const said = actions.flatMap((action) => [
      ...JSON.stringify(asWritten(action)).matchAll(/"tts":("(?:[^"\\]|\\.)*")/g),
    ]);

    expect(new Set(said.map(([, text = '""']) => JSON.parse(text) as string))).toEqual(
      new Set([
        texts.greeting,
        `${texts.reasonQuestion} ${Object.values(texts.reasons).join(' ')}`,
        texts.firstTimeQuestion,
        texts.customerNumberQuestion,
        texts.customerNumberThanks,
        texts.transfer,
        texts.transferFailed,
      ]),
    );
    expect(asWritten(actionNamed(actions, 'Wait, or any key to go on'))).toMatchObject({
      inputAudio: {
        exp: `ToAudioTTS(If(Flow.turn == 0, ${JSON.stringify(texts.oneMoment)}, ${JSON.stringify(texts.stillLooking)}))`,
      },
    });
    expect(asWritten(actionNamed(actions, 'Greet by name'))).toMatchObject({
      audio: {
        exp: expect.stringMatching(
          new RegExp(
            `${JSON.stringify(texts.welcomeBack.before)}.*Flow\\.customerName.*${JSON.stringify(texts.welcomeBack.after)}`,
          ),
        ),
      },
    });
  });

  test('it counts as support-line, which owns what it writes', () => {
    expect(flow.variantOf).toBe('support-line');
    expect(flow.writes).toEqual(
      Object.keys(support.attributes)
        .map((key) => `support.${key}`)
        .sort(),
    );
    expect(support.owner).toBe('support-line');
    expect(identification.owner).toBe('identify-caller');
  });
});

describe('settings decide', () => {
  test.each([
    [{ deadline: 20, lookEvery: 3 }, 7],
    [{ deadline: 20, lookEvery: 20 }, 1],
    [{ deadline: 1, lookEvery: 1 }, 1],
    [{ deadline: 60, lookEvery: 7 }, 9],
  ])('how often is looked again, and until when: %j', (identificationSettings, turns) => {
    const actions = actionsOf(flowNamed('support-line', { ...shipped, identification: identificationSettings }));

    expect(asWritten(actionNamed(actions, 'Look again'))).toMatchObject({ loopCount: { lit: turns } });
    expect(asWritten(actionNamed(actions, 'Wait, or any key to go on'))).toMatchObject({
      noEntryTimeout: { lit: { seconds: identificationSettings.lookEvery } },
    });
    expect(conditionOf(actions, 'Is there something to wait for?')).toContain(
      `DateTimeDiff(GetCurrentDateTimeUtc(), Flow.firstLook) < MakeDuration(0, 0, 0, ${identificationSettings.deadline})`,
    );
  });

  test('the numbers lead to the line of their language, closed outside of the opening hours', () => {
    expect(
      routesOf(shipped).map(({ name, numbers, openHours, closedHours, holidayHours, schedules }) => ({
        ...{ name, numbers, schedules: schedules?.name },
        flows: [openHours.name, closedHours?.name, holidayHours?.name],
      })),
    ).toEqual([
      {
        name: 'support-line',
        numbers: ['+442079460101', '+442079460102'],
        flows: ['support-line', 'support-line-closed', 'support-line-closed'],
        schedules: 'Support line',
      },
      {
        name: 'support-line-fr-fr',
        numbers: ['+33199001234', '+33199001235'],
        flows: ['support-line-fr-fr', 'support-line-fr-fr-closed', 'support-line-fr-fr-closed'],
        schedules: 'Support line',
      },
    ]);
  });

  test('the queues, each with all wrap-up codes', () => {
    const codes = shipped.supportLine.wrapUpCodes;

    expect(
      queuesOf(shipped).map(({ name, afterCallWorkTimeout, wrapupCodes = [] }) => ({
        ...{ name, afterCallWorkTimeout },
        wrapupCodes: wrapupCodes.map((code) => code.name),
      })),
    ).toEqual([
      { name: 'Customer service', afterCallWorkTimeout: { seconds: 60 }, wrapupCodes: codes },
      { name: 'Orders', afterCallWorkTimeout: { seconds: 60 }, wrapupCodes: codes },
      { name: 'Billing', afterCallWorkTimeout: { seconds: 90 }, wrapupCodes: codes },
      { name: 'Technical support', afterCallWorkTimeout: { seconds: 120 }, wrapupCodes: codes },
      { name: 'Contracts', afterCallWorkTimeout: { seconds: 120 }, wrapupCodes: codes },
    ]);
  });

  test('which voice speaks', () => {
    const [line, ...others] = shipped.supportLine.lines;
    const lineWithVoice = { ...line, voice: 'Amy' } as (typeof shipped.supportLine.lines)[number];
    const settings: Settings = {
      ...shipped,
      supportLine: { ...shipped.supportLine, lines: [lineWithVoice, ...others] },
    };
    const languages = (name: string) => JSON.stringify(asData(flowNamed(name, settings).tree));

    expect(languages('support-line')).toContain('Amy');
    expect(languages('support-line-closed')).toContain('Amy');
    expect(languages('support-line-fr-fr')).not.toContain('Amy');
  });
});

describe('outside of the opening hours', () => {
  test.each([
    ['support-line-closed', 0],
    ['support-line-fr-fr-closed', 1],
  ])('%s says when somebody answers, and hangs up', (name, line) => {
    const flow = flowNamed(name);
    const texts = shipped.supportLine.lines[line]?.texts;

    expect(asData(flow.tree.initialGreeting)).toEqual({ kind: 'tts', text: texts?.closed });
    expect(kindsOf(actionsOf(flow))).toEqual(['disconnect']);
    expect(flow.uses).toEqual([]);
  });
});

const count = (steps: readonly KnownAction[], kind: string) => steps.filter((step) => step.kind === kind).length;

function textsOf(name: (typeof lines)[number]) {
  const line = shipped.supportLine.lines[lines.indexOf(name)];
  if (!line) throw new Error(`the settings have no line for ${name}`);
  return line.texts;
}

function actionNamed(actions: readonly KnownAction[], name: string): KnownAction {
  const action = actions.find((candidate) => candidate.name === name);
  if (!action) throw new Error(`there is no action ${name}`);
  return action;
}

const conditionOf = (actions: readonly KnownAction[], name: string): unknown =>
  (asWritten(actionNamed(actions, name)) as { readonly condition?: { readonly exp?: string } }).condition?.exp;

/** Without what a value remembers of where it comes from. */
const asData = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (v instanceof Map ? [...v] : v)));
