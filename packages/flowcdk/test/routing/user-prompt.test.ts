import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  callRoute,
  collectInput,
  disconnect,
  exp,
  flowYaml,
  holdMusic,
  inboundCall,
  inqueueCall,
  playAudio,
  queue,
  say,
  string,
  task,
  userPrompt,
} from '../../src';
import { checkDefinitions } from '../../src/check/definitions';
import { readStack } from '../../src/apply';
import { OrganizationStack, synthesize } from '../../src/constructs';
import { findingText } from '../../src/ground/finding';
import { stackOf } from '../constructs/private/stack';
import { did } from '../apply/private/stacks';
import { localOrg as emptyOrg } from '../emulator/private/local-org';
import { orgWith } from './private/org-with';
import { wav } from './private/wav';
import { wrong } from './private/wrong';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'flowcdk-prompts-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file in the folder of the test. */
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const welcome = userPrompt({
  name: 'welcome',
  description: 'The very first words',
  languages: {
    'fr-fr': { textToSpeech: 'Bienvenue ${ici}.', text: 'Bienvenue' },
    'en-us': 'Welcome.',
  },
});

test('a prompt is a resource with what is said in each language, in the order of the languages', () => {
  expect(stackOf([welcome]).resource).toEqual({
    genesyscloud_architect_user_prompt: {
      welcome: {
        name: 'welcome',
        description: 'The very first words',
        resources: [
          { language: 'en-us', tts_string: 'Welcome.', text: null, filename: null, file_content_hash: null },
          {
            language: 'fr-fr',
            tts_string: 'Bienvenue $${ici}.',
            text: 'Bienvenue',
            filename: null,
            file_content_hash: null,
          },
        ],
      },
    },
  });
});

const recorded = (content: Buffer, name = 'greeting') =>
  userPrompt({
    name,
    languages: { 'de-de': { audio: file(`${name}.WAV`, content), text: 'Willkommen.' } },
  });

/** Synthesizes into a folder of the test, and gives that of the stack. */
function synthesized(...definitions: Parameters<typeof stackOf>[0]): string {
  const outdir = mkdtempSync(join(folder, 'out-'));
  const { findings } = synthesize(
    (app) => [new OrganizationStack(app, 'test', { organization: { region: 'eu-central-1' }, definitions })],
    { outdir },
  );
  expect(findings).toBeUndefined();
  return join(outdir, 'stacks/test');
}

test('a recording lies beside the stack, byte for byte, and its hash tells Terraform when it is another one', () => {
  const content = Buffer.concat([wav(1), Buffer.from([0, 255, 128, 13, 10])]);
  const { json, file: beside } = readStack(synthesized(recorded(content)));

  expect(json).toMatchObject({
    resource: {
      genesyscloud_architect_user_prompt: {
        greeting: {
          resources: [
            {
              language: 'de-de',
              filename: 'prompts/greeting.de-de.wav',
              file_content_hash: createHash('sha256').update(content).digest('hex'),
            },
          ],
        },
      },
    },
  });
  expect(beside('prompts/greeting.de-de.wav')?.equals(content)).toBe(true);
});

test('a relative path counts from the working folder', () => {
  const prompt = userPrompt({ name: 'greeting', languages: { 'de-de': { audio: 'audio/greeting.wav' } } });

  expect(prompt.resources).toEqual([{ language: 'de-de', audio: join(process.cwd(), 'audio/greeting.wav') }]);
});

test('what is right has no problems', () => {
  expect(wrong(welcome)).toEqual([]);
  expect(wrong(userPrompt({ name: '_a1', description: undefined, languages: { 'ar-001': { text: 'x' } } }))).toEqual(
    [],
  );
});

test.each([
  ['', ['a user prompt has no name']],
  ['welcome to support', ['user prompt welcome to support: "welcome to support" is no name for a prompt']],
  ['1st', ['user prompt 1st: "1st" is no name for a prompt']],
  ['Prompt.welcome', ['user prompt Prompt.welcome: "Prompt.welcome" is no name for a prompt']],
  ['n'.repeat(201), [`user prompt ${'n'.repeat(201)}: the name has 201 characters`]],
])('the name %s is refused', (name, messages) => {
  expect(wrong(userPrompt({ name, languages: { 'en-us': 'Hello' } })).map((text) => text.split('\n')[0])).toEqual(
    messages,
  );
});

test.each(['en-US', 'en_us', 'english', 'xx-yy', ''])('%j is no language', (language) => {
  expect(wrong(userPrompt({ name: 'hello', languages: { [language]: 'Hello' } }))).toEqual([
    `user prompt hello: ${JSON.stringify(language)} is no language\n    Write its tag as Architect does, in lower case: "en-us", "fr-fr".`,
  ]);
});

test.each([
  [{}, 'it has no language'],
  [{ 'en-us': ' ' }, 'it says nothing in en-us'],
  [{ 'en-us': {} }, 'it says nothing in en-us'],
  [{ 'en-us': { textToSpeech: undefined, text: '' } }, 'it says nothing in en-us'],
])('a prompt with the languages %j says nothing', (languages, message) => {
  expect(wrong(userPrompt({ name: 'hello', languages }))).toEqual([
    expect.stringMatching(new RegExp(`^user prompt hello: ${message}\n`)),
  ]);
});

describe('recordings', () => {
  const findingsOf = (audio: string) => {
    const definitions = [userPrompt({ name: 'hello', languages: { 'en-us': { audio } } })];
    return checkDefinitions([{ name: 'test', definitions }]).map(({ at, ...finding }) => {
      expect(at?.file).toContain('user-prompt.test.ts');
      return `${finding.severity}: ${findingText(finding).replaceAll(folder, '…')}`;
    });
  };

  test('a WAV file is taken', () => {
    expect(findingsOf(file('right.wav', wav(1)))).toEqual([]);
  });

  test.each<[string, () => string, string]>([
    [
      'is not there',
      () => join(folder, 'nowhere.wav'),
      'error: user prompt hello / en-us: the recording …/nowhere.wav is not there',
    ],
    ['is a folder', () => folder, 'error: user prompt hello / en-us: the recording … is not there'],
    ['is empty', () => file('empty.wav', ''), 'error: user prompt hello / en-us: the recording …/empty.wav is empty'],
    [
      'is too large',
      () => {
        const path = file('large.wav', wav(1));
        truncateSync(path, 25_100_000);
        return path;
      },
      'error: user prompt hello / en-us: the recording …/large.wav has 25.1 MB',
    ],
    [
      'is no WAV file',
      () => file('music.mp3', 'ID3 and so on'),
      'warning: user prompt hello / en-us: the recording …/music.mp3 is no WAV file',
    ],
  ])('one that %s is told', (_, path, message) => {
    expect(findingsOf(path()).map((text) => text.split('\n')[0])).toEqual([message]);
  });

  test('one that is not there stops the synthesis, with the line of the definition', () => {
    const definitions = [userPrompt({ name: 'hello', languages: { 'en-us': { audio: 'nowhere.wav' } } })];
    const { findings } = synthesize(
      (app) => [new OrganizationStack(app, 'test', { organization: { region: 'eu-central-1' }, definitions })],
      { outdir: join(folder, 'never') },
    );

    expect(findings).toEqual([expect.objectContaining({ rule: 'recording', severity: 'error' })]);
  });
});

/** A call flow that does these things with a prompt. */
const flowOf = (play: ReturnType<typeof playAudio>, languages: readonly string[] = ['en-us']) =>
  inboundCall({
    name: 'line',
    defaultLanguage: languages[0] ?? 'en-us',
    supportedLanguages: Object.fromEntries(languages.map((language) => [language, {}])),
    variables: { number: string() },
    startUp: () => task('Greet', [play, disconnect()]),
  });

test('a flow in whose languages a prompt says nothing is told', () => {
  const flow = flowOf(playAudio('Welcome', welcome), ['en-us', 'fr-fr', 'de-de']);

  expect(checkDefinitions([{ name: 'test', definitions: [flow, welcome] }])).toEqual([
    expect.objectContaining({
      rule: 'prompt-lacks-language',
      severity: 'warning',
      path: 'line',
      message: 'the prompt welcome says nothing in de-de, a language of the flow',
    }),
  ]);
});

describe('a prompt stands wherever audio or a prompt does', () => {
  const number = exp<string>`Flow.number`;

  test.each([
    ['audio', playAudio('Welcome', welcome), 'prompt: Prompt.welcome'],
    [
      'a text with it',
      playAudio('Welcome', say`${welcome} Your number is ${number}.`),
      'exp: Append(ToAudio(Prompt.welcome), ToAudioTTS(Append(" Your number is ", Flow.number, ".")))',
    ],
    [
      'between texts',
      playAudio('Welcome', say`Hello. ${welcome}${welcome} Bye.`),
      'exp: Append(ToAudioTTS("Hello. "), ToAudio(Prompt.welcome), ToAudio(Prompt.welcome), ToAudioTTS(" Bye."))',
    ],
    ['alone in a text', playAudio('Welcome', say`${welcome} `), 'exp: ToAudio(Prompt.welcome)'],
    [
      'an expression',
      playAudio('Welcome', exp`AudioPlaybackOptions(${welcome}, true)`),
      'exp: AudioPlaybackOptions(Prompt.welcome, true)',
    ],
  ])('as %s', (_, action, yaml) => {
    const flow = flowOf(action);

    expect(flowYaml(flow)).toContain(yaml);
    expect(flow.uses).toEqual([welcome]);
    expect(flow.problems).toEqual([]);
  });

  test('as a greeting, and with a question', () => {
    const flow = inboundCall({
      name: 'line',
      initialGreeting: welcome,
      variables: { pressed: string() },
      startUp: ({ pressed }) =>
        task('Ask', [collectInput('Which?', { inputData: pressed, digits: 1, inputAudio: welcome }), disconnect()]),
    });

    expect(flowYaml(flow).match(/prompt: Prompt\.welcome/g)).toHaveLength(2);
    expect(flow.uses).toEqual([welcome]);
  });

  test('as music, where Architect wants the object', () => {
    const waiting = inqueueCall({ name: 'waiting', actions: () => [holdMusic('Music', { prompt: welcome })] });

    expect(flowYaml(waiting)).toMatch(/prompt:\s+lit:\s+name: Prompt\.welcome/);
    expect(waiting.uses).toEqual([welcome]);
  });
});

describe('in the local org', () => {
  const line = (prompt: ReturnType<typeof userPrompt>, language: string) => {
    const flow = flowOf(playAudio('Welcome', prompt), [language]);
    return [flow, prompt, callRoute({ name: 'line', numbers: ['+442079460101'], openHours: flow })];
  };

  const heard = async (...definitions: Parameters<typeof orgWith>[0]) => {
    const org = await orgWith(definitions);
    const call = org.call({ from: '+442079460999', to: '+442079460101' });
    await call.end();
    return org.events
      .filter(({ type }) => type === 'audio.started')
      .map((event) => event as { text: string; milliseconds: number });
  };

  test('callers hear the text in the language of the flow', async () => {
    expect(await heard(...line(welcome, 'fr-fr'))).toMatchObject([{ text: 'Bienvenue ${ici}.' }]);
  });

  test('a recording lasts as long as it is', async () => {
    expect(await heard(...line(recorded(wav(7), 'long'), 'de-de'))).toMatchObject([
      { text: 'Willkommen.', milliseconds: 7_000 },
    ]);
  });

  test('another recording under the same name is uploaded again, and nothing else is', async () => {
    const org = emptyOrg();
    const apply = async (content: Buffer, state?: Awaited<ReturnType<typeof did>>['state']) =>
      did(readStack(synthesized(recorded(content, 'again'))), org, { state });
    const seconds = () => org.org.all('prompt')[0]?.resources?.[0]?.durationSeconds;

    const first = await apply(wav(2));
    expect([first.steps, seconds()]).toEqual([['created genesyscloud_architect_user_prompt.again'], 2]);
    const same = await apply(wav(2), first.state);
    expect(same.steps).toEqual(['unchanged genesyscloud_architect_user_prompt.again']);
    const other = await apply(wav(3), same.state);
    expect([other.steps, seconds()]).toEqual([['changed genesyscloud_architect_user_prompt.again'], 3]);
  });
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  const orders = queue({ name: 'Orders' });

  // @ts-expect-error a queue cannot be played
  playAudio('Welcome', orders);
  // @ts-expect-error a queue is no music
  holdMusic('Music', { prompt: orders });
  // @ts-expect-error it is called textToSpeech
  userPrompt({ name: 'welcome', languages: { 'en-us': { tts: 'Welcome.' } } });
  // @ts-expect-error it has languages
  expect(() => userPrompt({ name: 'welcome' })).toThrow();
});
