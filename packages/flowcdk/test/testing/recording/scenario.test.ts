import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds, seconds } from '../../../src';
import { localOrg } from '../../../src/testing';
import { byScript } from '../../../src/testing/one-call';
import { repeats } from '../../../src/testing/recording/replay';
import { type Scenario, scenarioOf } from '../../../src/testing/recording/scenario';
import { callTest, launchTest } from '../../../src/testing/recording/test-text';

const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A menu that leads to a queue by 1, and repeats itself otherwise. */
const line = join(folder, 'line.yaml');
writeFileSync(
  line,
  `inboundCall:
  name: Line
  startUpRef: /inboundCall/menus/menu[Main]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  initialGreeting: { tts: Welcome. }
  menus:
    - menu:
        name: Main
        refId: Main
        audio: { tts: 'For support press 1. Anything else repeats this.' }
        settingsMenu: { repeatCount: { lit: 2 }, menuSelectionTimeout: { lit: { seconds: 4 } } }
        choices:
          - menuTransferToAcd: { name: Support, dtmf: digit_1, targetQueue: { lit: { name: Support } } }
`,
);

const org = () =>
  localOrg({
    flows: [line],
    settings: { agents: { answersAfter: seconds(20), talksFor: seconds(90), wrapsUpIn: seconds(15) } },
  });
const place = async () => (await org()).call({ from: '+33142685300', flow: 'Line' });

async function recorded(presses: readonly string[], hangsUpAfter?: number): Promise<Scenario> {
  const living = await org();
  const call = living.call({ from: '+33142685300', flow: 'Line' });
  await byScript(living, call, { presses, hangsUpAfter });
  return scenarioOf(call.events);
}

describe('a call as a scenario', () => {
  test('keys come after what was heard, and the agent does the same again', async () => {
    expect(await recorded(['1'])).toEqual({
      steps: [
        { does: 'hears', text: 'For support press 1.' },
        { does: 'presses', keys: '1' },
      ],
      agent: { answersAfter: 20_000, talksFor: 90_000, wrapsUpIn: expect.any(Number) as unknown },
      heard: ['Welcome.', 'For support press 1. Anything else repeats this.', '(hold music)'],
      queues: ['Support'],
    });
  });

  test.each<[what: string, presses: readonly string[], hangsUpAfter: number | undefined]>([
    ['a key', ['1'], undefined],
    ['a key that repeats the menu', ['9', '1'], undefined],
    ['nothing at all', [], undefined],
    ['hanging up while something is said', [], 2],
    ['hanging up in silence', [], 6],
  ])('%s leads to the same call', async (_, presses, hangsUpAfter) => {
    expect(await repeats(await recorded(presses, hangsUpAfter), await place())).toBe(true);
  });

  test('a key during an audio cuts it off again', async () => {
    const call = await place();
    await call.untilBeginsToHear('For support');
    await call.waits(milliseconds(700));
    call.presses('1');
    await call.end();
    const scenario = scenarioOf(call.events);

    expect(scenario.steps).toEqual([
      { does: 'beginsToHear', text: 'For support press 1.' },
      { does: 'waits', milliseconds: 700 },
      { does: 'presses', keys: '1' },
      expect.objectContaining({ does: 'waits' }),
      { does: 'hangsUp' },
    ]);
    expect(await repeats(scenario, await place())).toBe(true);
  });

  test('a scenario of another call does not repeat', async () => {
    const scenario = await recorded(['1']);

    expect(await repeats({ ...scenario, heard: ['Something else'] }, await place())).toBe(false);
  });
});

test('the test of a call is read as a story', () => {
  const scenario: Scenario = {
    steps: [
      { does: 'hears', text: "What's it about?" },
      { does: 'waits', milliseconds: 1500 },
      { does: 'presses', keys: '1' },
    ],
    agent: { answersAfter: 20_000, talksFor: 90_000, wrapsUpIn: 15_000 },
    heard: ["What's it about?", 'Say "yes".'],
    queues: ['Support'],
  };

  expect(callTest({ flows: ['line.yaml'], seed: 7 }, { from: '+33142685300', flow: 'Line' }, scenario)).toBe(
    `import { milliseconds, seconds } from 'flowcdk';
import { localOrg } from 'flowcdk/testing';

test('a caller presses 1', async () => {
  const org = await localOrg({ flows: ['line.yaml'], seed: 7 });
  const call = org.call({ from: '+33142685300', flow: 'Line' });

  await call.untilHears("What's it about?");
  await call.waits(milliseconds(1500));
  call.presses('1');
  await call.end({ agentAnswersAfter: seconds(20), talksFor: seconds(90), wrapsUpIn: seconds(15) });

  expect(call.heard).toEqual([
    "What's it about?",
    'Say "yes".',
  ]);
  expect(call.eventsOf('queue.entered').map(({ queue }) => queue)).toEqual(['Support']);
});
`,
  );
});

test('the test of a launch has its inputs and outputs', () => {
  const launch = { inputs: { 'order id': 4711, vip: true }, status: 'COMPLETED', outputs: { 'Flow.total': 12.5 } };

  expect(launchTest({ flows: ['w.yaml'], services: 'crm.yaml' }, 'Order', launch)).toBe(
    `import { localOrg } from 'flowcdk/testing';

test('Order is launched', async () => {
  const org = await localOrg({ flows: ['w.yaml'], servicesFile: 'crm.yaml' });
  const execution = await org.launch('Order', { 'order id': 4711, vip: true });

  expect(execution).toMatchObject({ status: 'COMPLETED', outputs: { 'Flow.total': 12.5 } });
});
`,
  );
});
