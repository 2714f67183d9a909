import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowcdk, projectFolder, root } from './private/run';

// Each command checks the application and uploads it to an org of its own; a busy machine may take its time.
jest.setTimeout(60_000);

const project = projectFolder();
afterAll(project.remove);
const inProject = { cwd: project.folder };
project.write(
  'quick.yaml',
  "services: { alpha: { kind: database, customers: [{ number: '+33199001234', name: Ada Lambert }] } }",
);
project.write('broken.yaml', 'services: { alpha: { kind: databse } }');

describe('flowcdk start', () => {
  test('tells a call, the report, and what to do next', async () => {
    const { code, out, err } = await flowcdk(['start', '--callers', '0'], inProject);

    expect([code, err]).toEqual([0, '']);
    for (const text of [
      'checked, no errors',
      'identify-caller starts',
      'of silence saved',
      '“Good to hear from you again, Ada',
      'Asked within the call, the databases would have made it',
      '"subject": "order"',
      'And the record in the history of the customer reads',
      '"bankUserName": "Agent 1"',
      'npx flowcdk call',
    ]) {
      expect(out).toContain(text);
    }
  });

  test('tells the story of another application, in which the customer can react otherwise', async () => {
    const inOther = { cwd: join(root, 'applications/unhappy-customer-callback') };
    const [usual, otherwise, help, wrong] = [
      await flowcdk(['start'], inOther),
      await flowcdk(['start', '--called-back', 'no-answer'], inOther),
      await flowcdk(['start', '--help'], inOther),
      await flowcdk(['start', '--called-back', 'shrugs'], inOther),
    ];

    expect([usual.code, usual.err]).toEqual([0, '']);
    expect(usual.out).toContain('and reaches the customer');
    expect([otherwise.code, otherwise.err]).toEqual([0, '']);
    expect(otherwise.out).toContain('and does not reach the customer');
    expect(help.out).toContain('--called-back <how>');
    expect(wrong.code).toBe(2);
  });

  test('compares the four options, and says the same every time', async () => {
    const [first, second] = [
      await flowcdk(['start', '--callers', '10', '--no-back-office'], inProject),
      await flowcdk(['start', '--callers', '10', '--no-back-office'], inProject),
    ];

    expect(first.out).toContain('the same 10 callers each');
    expect(first.out).toMatch(/\n4 the workflow beside the call +0\.3 \/ 0\.3 \/ 0\.3/);
    expect(second).toEqual(first);
  });

  test('--json tells it to programs', async () => {
    const { code, out } = await flowcdk(['start', '--callers', '0', '--no-back-office', '--json'], inProject);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      story: { saved: expect.any(Number), report: { json: { direction: 'inbound' } }, record: null },
      options: [],
    });
  });

  test.each([
    ['-1', 'It has to be a whole number'],
    ['100001', 'It has to be 0 to 100000.'],
  ])('%s callers are refused', async (callers, message) => {
    const { code, out, err } = await flowcdk(['start', '--callers', callers], inProject);

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('settings with a mistake are told of, and nothing is started', async () => {
    const other = projectFolder();
    other.write('settings.yaml', 'provider: {}');
    const { code, out, err } = await flowcdk(['start'], { cwd: other.folder });
    other.remove();

    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('databases is missing');
  });
});

describe('flowcdk call', () => {
  test('by a script tells the story of the call', async () => {
    const { code, out, err } = await flowcdk(
      ['call', '--from', '+33199001234', '--press', '2', '--services', 'quick.yaml'],
      inProject,
    );

    expect([code, err]).toEqual([0, '']);
    for (const text of ['presses 2', 'waits in the queue Billing', 'again, Ada', 'Agent 1 answers', 'REPORTED']) {
      expect(out).toContain(text);
    }
  });

  test('--json tells every event of it', async () => {
    const { out } = await flowcdk(['call', '--from', 'anonymous', '--hangup-after', '3', '--json'], inProject);
    const { conversationId, events } = JSON.parse(out) as {
      conversationId: string;
      events: { type: string; conversationId: string; from?: string; by?: string }[];
    };

    expect(events[0]).toMatchObject({ type: 'call.offered', from: 'anonymous', conversationId });
    expect(events).toContainEqual(expect.objectContaining({ type: 'call.ended', by: 'caller' }));
  });

  test.each([
    ['nobody to press keys', ['call'], 'without a terminal there is nobody to press keys'],
    [
      'a seed for chance elsewhere',
      ['call', '--org', 'http://127.0.0.1:1', '--seed', '2'],
      "cannot be used with option '--seed",
    ],
    ['a number nobody answers', ['call', '--to', '+4420794', '--press', '1'], 'nobody answers +4420794'],
    ['keys that are none', ['call', '--press', 'x'], 'Keys are 0 to 9'],
    ['a number that is none', ['call', '--from', '0123', '--press', '1'], 'A number is written as E.164'],
    ['services that are wrong', ['call', '--press', '1', '--services', 'broken.yaml'], 'Did you mean database?'],
    ['services that are not there', ['call', '--press', '1', '--services', 'none.yaml'], 'none.yaml cannot be read'],
    [
      'services of a running org',
      ['call', '--press', '1', '--org', 'http://127.0.0.1:1', '--services', 'quick.yaml'],
      'a running org has its own',
    ],
    ['a contact of nobody', ['call', '--press', '1', '--contact', 'FirstName=Ada'], 'Name its flow with --dials'],
    [
      'a contact without a value',
      ['call', '--press', '1', '--dials', 'reminder', '--contact', 'Ada'],
      'a column and its value: FirstName=Ada',
    ],
    [
      'a flow that calls nobody',
      ['call', '--press', '1', '--dials', 'support-line'],
      "there is no outbound call flow 'support-line': it is of type INBOUNDCALL",
    ],
    ['an org that is no address', ['call', '--org', 'here'], 'It has to be the address of an org'],
  ])('refuses %s', async (_, args, message) => {
    const { code, out, err } = await flowcdk(args, inProject);

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('an org that does not answer is told of', async () => {
    const { code, err } = await flowcdk(['call', '--press', '1', '--org', 'http://127.0.0.1:1'], inProject);

    expect(code).toBe(1);
    expect(err).toContain('no org answers at http://127.0.0.1:1');
  });
});

describe('flowcdk simulate', () => {
  test('tells what came of many calls', async () => {
    const { code, out, err } = await flowcdk(['simulate', '--calls', '20', '--per', '2m'], inProject);

    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^20 calls in 2 min\n/);
    expect(out).toMatch(/answered by an agent +20 of 20\n/);
    expect(out).toContain('one column is 2 s');
    expect(out).toContain('No limit of the platform was reached.');
  });

  test('takes limits from a file, and --json tells which were reached', async () => {
    project.write('limits.yaml', 'actions.concurrent.executions.max: 1');
    const { out } = await flowcdk(
      ['simulate', '--calls', '10', '--per', '10s', '--limits', 'limits.yaml', '--json'],
      inProject,
    );

    expect(JSON.parse(out)).toMatchObject({ limits: [{ limit: 'actions.concurrent.executions.max', value: 1 }] });
  });

  test.each([
    ['no calls', ['--calls', '0'], 'It has to be 1 to 100000'],
    ['a time that is none', ['--per', 'soon'], '90s, 15m, 1h'],
    ['limits that are not there', ['--limits', 'none.yaml'], '--limits takes real, off, or a file'],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await flowcdk(['simulate', ...args], inProject);

    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('flowcdk test-action', () => {
  test('shows every step', async () => {
    const { code, out } = await flowcdk(
      ['test-action', 'find customer in gamma', '--input', 'phoneNumber=33142685300'],
      inProject,
    );

    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.startsWith('  ✓'))).toEqual([
      '  ✓ Validate input against the input schema',
      '  ✓ Resolve credentials',
      '  ✓ Get an access token',
      '  ✓ Render the request URL',
      '  ✓ Render the headers',
      '  ✓ Send the request',
      '  ✓ Read the response',
      '  ✓ Apply the translation map',
      '  ✓ Render the success template',
      '  ✓ Validate the result against the output schema',
    ]);
    expect(out).toContain('"fullName": "Ada Lambert"');
    expect(out).not.toContain('a secret for tests');
  });

  test('one that fails shows where, with exit code 1', async () => {
    const { code, out } = await flowcdk(
      ['test-action', 'Find customer in Gamma', '--input', 'phoneNumber=1', '--json'],
      inProject,
    );

    expect(code).toBe(1);
    const { operations, success } = JSON.parse(out) as {
      operations: { step: string; success: boolean }[];
      success: boolean;
    };
    expect([success, operations.at(-1)]).toMatchObject([false, { step: 'Send the request', success: false }]);
  });

  test('--real asks the real service', async () => {
    const { code, out, err } = await flowcdk(
      ['test-action', 'Find customer in Alpha', '--input', 'phoneNumber=+33142685300', '--real', '--env', 'nowhere'],
      inProject,
    );

    expect(code).toBe(1);
    expect(out).toContain('✗ Send the request');
    expect(out).toContain('127.0.0.1:1');
    expect(err).toContain('made up: TF_VAR_alpha_api_key');
  });

  test.each([
    ['a data action that is not there', ['Find customer in Gama'], 'Did you mean "Find customer in Gamma"?'],
    ['an input that is not there', ['Find customer in Alpha', '--input', 'phone=1'], 'Its inputs are phoneNumber.'],
    ['an input without a value', ['Find customer in Alpha', '--input', 'phone'], 'An input is written as name=value'],
  ])('refuses %s', async (_, args, message) => {
    const { code, out, err } = await flowcdk(['test-action', ...args], inProject);

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

// A port on which nobody listens.
writeFileSync(join(project.folder, 'settings.nowhere.yaml'), 'databases: { alpha: { baseUrl: "http://127.0.0.1:1" } }');

// Only telephone calls are reported there.
writeFileSync(join(project.folder, 'settings.voice.yaml'), 'backOffice: { mediaTypes: [voice] }');

describe('flowcdk test-trigger', () => {
  const acw = {
    conversationId: 'c-1',
    eventTime: 1767600000000,
    mediaType: 'VOICE',
    direction: 'INBOUND',
    userId: 'u-1',
  };
  const eventFile = (event: object) => project.write('event.json', JSON.stringify(event));

  test('shows conditions, inputs, and what the workflow does', async () => {
    eventFile({ ...acw, participantId: 'p-1', sessionId: 's-1', mood: 'good' });
    const { code, out } = await flowcdk(
      ['test-trigger', 'call finished', '--event', 'event.json', '--env', 'voice'],
      inProject,
    );

    expect(code).toBe(0);
    for (const text of [
      '✓ mediaType In ["VOICE"]: the event has "VOICE"',
      '? the topic has no field mood',
      'conversationId  "c-1"',
      'subject         NOT_SET',
      '✓ Post finished call: success',
      '✓ ended: REPORTED',
    ]) {
      expect(out).toContain(text);
    }
  });

  test('an event that starts nothing says why, with exit code 1', async () => {
    eventFile({ ...acw, mediaType: 'CHAT' });
    const { code, out } = await flowcdk(
      ['test-trigger', 'Call finished', '--event', 'event.json', '--env', 'voice'],
      inProject,
    );

    expect(code).toBe(1);
    expect(out).toContain('✗ mediaType In ["VOICE"]: the event has "CHAT"');
    expect(out).toContain('✗ not launched');
  });

  test.each([
    ['a trigger that is not there', ['Call finishd', '--event', 'event.json'], 'Did you mean "Call finished"?'],
    ['an event that is not there', ['Call finished', '--event', 'none.json'], 'none.json cannot be read'],
    ['an event that is no JSON', ['Call finished', '--event', 'settings.yaml'], 'settings.yaml is no JSON'],
    ['no event', ['Call finished'], "required option '--event <file>' not specified"],
  ])('refuses %s', async (_, args, message) => {
    const { code, out, err } = await flowcdk(['test-trigger', ...args], inProject);

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
