import { ReferenceValue } from '../../../../src/architect/expressions';
import { expressionOf, noValueWithNoFallback, type ValueNode } from '../../../../src/architect/values';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { after, begin, sleep } from '../../../../src/emulator/runtime/steps';
import { askWhilePlaying } from '../../../../src/emulator/runtime/voice/ask-while-playing';

interface Asking {
  /** Milliseconds until the answer; `now` for one that is there at once. */
  readonly answer: number | 'now';
  /** Milliseconds of queued audio. */
  readonly queued?: number;
  readonly flush?: 'before' | 'parallel';
  readonly prompt?: ValueNode;
  /** The prompt of the flow. */
  readonly byFlow?: ValueNode;
  /** The milliseconds of the recording of a prompt. */
  readonly recording?: number | 'none';
  readonly onCall?: boolean;
}

/** Asks for something, and says in order what happens. */
function asking({ answer, queued = 0, flush = 'before', prompt, byFlow, recording = 5_000, onCall = true }: Asking) {
  const clock = new VirtualClock(0);
  const story: string[] = [];
  const note = (what: string): void => void story.push(`${clock.now()} ${what}`);
  let quietAt = 0;
  const line = {
    *flush() {
      yield* sleep(clock, queued);
      note('played');
    },
    flushAside: () => {
      quietAt = queued;
      note('plays aside');
    },
    *whenQuiet() {
      if (quietAt > clock.now()) yield* sleep(clock, quietAt - clock.now());
    },
    *play({ text, milliseconds }: { readonly text: string; readonly milliseconds: number }) {
      note(`${text} begins`);
      try {
        yield* sleep(clock, milliseconds);
      } finally {
        note(`${text} ends`);
      }
    },
  };
  const run = {
    leg: onCall ? { line, language: 'en-us' } : undefined,
    runtime: {
      clock,
      settings: { flush },
      names: {
        promptSpeech: (name: string) => ({ text: name, ...(recording === 'none' ? {} : { milliseconds: recording }) }),
      },
    },
    program: { tree: byFlow ? { settingsActionDefaults: { callData: { processingPrompt: byFlow } } } : {} },
    value: (node: ValueNode | undefined) =>
      node?.kind === 'expression' ? new ReferenceValue('prompt', node.text, node.text) : null,
  };
  const fiber = begin(
    askWhilePlaying<string>(run as never, prompt, (done) => {
      note('asks');
      if (answer === 'now') {
        done('answer');
        return () => note('taken back');
      }
      const cancel = after(clock, answer)(() => done('answer'));
      return () => {
        note('taken back');
        cancel();
      };
    }),
    (ended) => note('value' in ended ? ended.value : 'stopped'),
  );
  return { clock, story, fiber };
}

function storyOf(options: Asking): readonly string[] {
  const { clock, story } = asking(options);
  clock.runNow();
  return story;
}

const own = expressionOf('Prompt.own');

test('the queued audio is played before the question', () =>
  expect(storyOf({ answer: 500, queued: 2_000 })).toEqual(['2000 played', '2000 asks', '2500 answer']));

test('or while it is asked', () =>
  expect(storyOf({ answer: 500, queued: 2_000, flush: 'parallel' })).toEqual([
    '0 plays aside',
    '0 asks',
    '500 answer',
  ]));

test('a workflow only asks', () =>
  expect(storyOf({ answer: 5_000, prompt: own, onCall: false })).toEqual(['0 asks', '5000 answer']));

test.each<[what: string, options: Asking, story: readonly string[]]>([
  ['within a second', { answer: 999 }, ['0 asks', '999 answer']],
  ['at once', { answer: 'now' }, ['0 asks', '0 answer']],
  [
    'in between: the answer cuts the prompt off',
    { answer: 2_500 },
    ['0 asks', '1000 Prompt.own begins', '2500 Prompt.own ends', '2500 answer'],
  ],
  [
    'late: the prompt is heard once, for three seconds',
    { answer: 20_000 },
    ['0 asks', '1000 Prompt.own begins', '4000 Prompt.own ends', '20000 answer'],
  ],
  [
    'late: a short prompt ends by itself',
    { answer: 20_000, recording: 800 },
    ['0 asks', '1000 Prompt.own begins', '1800 Prompt.own ends', '20000 answer'],
  ],
  [
    'late: a prompt without a recording is not played',
    { answer: 20_000, recording: 'none' },
    ['0 asks', '20000 answer'],
  ],
  [
    'late, and audio still plays: the prompt comes behind it',
    { answer: 20_000, queued: 2_000, flush: 'parallel' },
    ['0 plays aside', '0 asks', '2000 Prompt.own begins', '5000 Prompt.own ends', '20000 answer'],
  ],
])('a caller who waits hears the processing prompt; the answer comes %s', (_, options, expected) =>
  expect(storyOf({ prompt: own, ...options }).filter((line) => !line.endsWith('played'))).toEqual(expected),
);

const byFlow = expressionOf('Prompt.flow');

test.each<[what: string, prompts: Partial<Asking>, hears: string | undefined]>([
  ['neither has one', {}, undefined],
  ['the flow has one', { byFlow }, 'Prompt.flow'],
  ['the action has its own', { prompt: own, byFlow }, 'Prompt.own'],
  ['the action wants none', { prompt: noValueWithNoFallback, byFlow }, undefined],
])('which prompt: %s', (_, prompts, hears) =>
  expect(storyOf({ answer: 2_000, ...prompts }).filter((line) => line.endsWith('begins'))).toEqual(
    hears === undefined ? [] : [`1000 ${hears} begins`],
  ),
);

test.each([
  ['before the prompt', 500, ['500 taken back', '500 stopped']],
  ['in the prompt', 2_000, ['2000 taken back', '2000 Prompt.own ends', '2000 stopped']],
])('a caller who hangs up %s takes the question back, and hears no more', (_, milliseconds, expected) => {
  const { clock, story, fiber } = asking({ answer: 20_000, prompt: own });
  clock.runNow(() => false, milliseconds);
  fiber.stop();
  clock.runNow();
  expect(story.slice(-expected.length)).toEqual(expected);
});
