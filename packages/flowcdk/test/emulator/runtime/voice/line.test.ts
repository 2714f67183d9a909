import { AudioValue, type Value } from '../../../../src/architect/expressions';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { begin, type Steps } from '../../../../src/emulator/runtime/steps';
import { type BargeIn, Line } from '../../../../src/emulator/runtime/voice/line';
import { speakingRates } from '../../../../src/emulator/runtime/voice/speech';
import { callTo, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';

const say = (text: string): string => `- playAudio: { name: ${text}, audio: { tts: ${text} } }`;
/** Audio that a key may cut off. */
const yielding = (text: string): string =>
  `- playAudio: { name: ${text}, audio: { exp: 'AudioPlaybackOptions(ToAudioTTS("${text}"), true)' } }`;

test('a key during audio that no key cuts off does not skip later audio', () => {
  const org = livingOrg();
  const placed = callTo(org, { actions: [say('First'), yielding('Second'), '- flushAudio: { name: Flush }'] });
  pass(org, 0.1);
  placed.press('1');
  org.clock.runNow();

  expect(org.heard()).toEqual(['First', 'Second']);
});

test('audio that a key may cut off is heard to its end without a key', () => {
  const org = livingOrg();
  callTo(org, { actions: [yielding('First'), yielding('Second'), '- flushAudio: { name: Flush }'] });
  org.clock.runNow();

  expect(org.events('audio.ended').map(({ text, cutOffBy }) => [text, cutOffBy])).toEqual([
    ['First', undefined],
    ['Second', undefined],
  ]);
});

test('a menu that waits for keys says all of its audio without one', () => {
  const org = livingOrg();
  callTo(org, {
    menu: 'm',
    menus: [
      '- menu: { name: Main, refId: m, audio: { exp: \'Append(ToAudioTTS("One"), ToAudioTTS("Two"))\' }, settingsMenu: { repeatCount: { lit: 1 } }, choices: [] }',
    ],
    settings: ['initialGreeting: { tts: Welcome }'],
  });
  org.clock.runNow();

  expect(org.heard().join(' ')).toBe('Welcome One Two');
});

/** A line on which each text lasts a second, and what the log says of it: `1 ended Hello 1000`. */
function line() {
  const clock = new VirtualClock(0);
  const story: string[] = [];
  const log = (type: string, fields: object): void => {
    const { text, heard, cutOffBy, digits, milliseconds, kind } = fields as Readonly<Record<string, unknown>>;
    const what = type.replace('audio.', '');
    const shown = what === 'started' ? [text, kind, milliseconds] : [text ?? digits ?? milliseconds, heard, cutOffBy];
    story.push([clock.now() / 1000, what, ...shown].filter((part) => part !== undefined).join(' '));
  };
  const speaking = { rates: speakingRates, prompt: (name: string) => ({ text: name }), language: 'en-us' };
  const caller = new Line({ clock, speaking: () => speaking, log });
  const say = (text: string, bargeIn: boolean | null = null): Value =>
    new AudioValue([{ kind: 'speech', text, milliseconds: 1_000 }], bargeIn);
  /** Begins steps, and says in the story how they end. */
  const does = (steps: Steps<unknown>, name = 'done') =>
    begin(steps, (ended) => {
      if ('value' in ended)
        story.push(`${clock.now() / 1000} ${name}${ended.value === undefined ? '' : ` ${String(ended.value)}`}`);
    });
  const at = (seconds: number, act: () => void): void => void clock.after(seconds * 1000 - clock.now(), act);
  return { line: caller, clock, story, say, does, at, run: () => clock.runNow() };
}

describe('the queue', () => {
  test('is heard in order when something plays it', () => {
    const { line: caller, say, does, run, story } = line();
    expect(caller.hasQueued).toBe(false);
    caller.queue(say('One'));
    caller.queue(null);
    caller.queue(say('Two'));
    expect(caller.hasQueued).toBe(true);
    does(caller.flush());
    run();
    expect(caller.hasQueued).toBe(false);
    expect(story).toEqual([
      '0 queued One',
      '0 queued Two',
      '0 started One speech 1000',
      '1 ended One 1000',
      '1 started Two speech 1000',
      '2 ended Two 1000',
      '2 done',
    ]);
  });

  test('is over where the line is closed, and says by whom', () => {
    const { line: caller, say, does, at, run, story } = line();
    caller.queue(say('One'));
    caller.queue(say('Two'));
    const fiber = does(caller.flush());
    at(0.5, () => {
      caller.close('hangUp');
      fiber.stop();
    });
    run();
    expect(story.slice(-1)).toEqual(['0.5 ended One 500 hangUp']);
    expect(caller.hasQueued).toBe(false);
  });
});

describe('a key', () => {
  /** Two texts are played, and a key comes after half a second. */
  function pressed(bargeIns: readonly (boolean | null)[], bargeIn: boolean, before = false) {
    const { line: caller, say, does, at, run, story } = line();
    bargeIns.forEach((each, i) => caller.queue(say(`T${i + 1}`, each)));
    if (before) caller.press('1');
    else at(0.5, () => caller.press('1'));
    does(caller.flush(bargeIn));
    run();
    return story.filter((entry) => /ended|done/.test(entry)).map((entry) => entry.replace('ended ', ''));
  }

  test.each<
    [what: string, bargeIns: readonly (boolean | null)[], bargeIn: boolean, before: boolean, heard: readonly string[]]
  >([
    ['does nothing where nothing listens', [null, null], false, false, ['1 T1 1000', '2 T2 1000', '2 done']],
    ['cuts off what a menu says, and the rest', [null, null], true, false, ['0.5 T1 500 digit', '0.5 done']],
    [
      'cuts off audio that allows it, and skips what allows it',
      [true, true],
      false,
      false,
      ['0.5 T1 500 digit', '0.5 done'],
    ],
    [
      'does not skip audio that says nothing of it',
      [true, null],
      false,
      false,
      ['0.5 T1 500 digit', '1.5 T2 1000', '1.5 done'],
    ],
    ['does not cut off audio that forbids it', [false, null], true, false, ['1 T1 1000', '1 done']],
    ['that was typed before skips what a menu says', [null, null], true, true, ['0 done']],
    ['that was typed before does not skip what forbids it', [false, null], true, true, ['1 T1 1000', '1 done']],
    ['that was typed before cuts off no other audio', [true, true], false, true, ['1 T1 1000', '2 T2 1000', '2 done']],
  ])('%s', (_, bargeIns, bargeIn, before, heard) => expect(pressed(bargeIns, bargeIn, before)).toEqual(heard));

  test('waits until something takes it', () => {
    const { line: caller, does, run, story } = line();
    caller.press('12');
    does(caller.key(1_000), 'key');
    does(caller.key(1_000), 'key');
    does(caller.key(1_000), 'key');
    run();
    expect(story).toEqual(['0 digits.pressed 12', '0 key 1', '0 key 2', '1 key']);
  });

  test('is waited for', () => {
    const { line: caller, does, at, run, story } = line();
    does(caller.key(1_000), 'key');
    at(0.75, () => caller.press('5'));
    run();
    expect(story).toEqual(['0.75 digits.pressed 5', '0.75 key 5']);
  });

  test('that nothing has taken can be forgotten', () => {
    const { line: caller, does, run, story } = line();
    caller.press('1');
    caller.forgetKeys();
    does(caller.key(1_000), 'key');
    run();
    expect(story.at(-1)).toBe('1 key');
  });

  test('on a closed line goes to nobody', () => {
    const { line: caller, does, run, story } = line();
    caller.press('1');
    caller.close('flow');
    caller.press('2');
    caller.open();
    does(caller.key(1_000), 'key');
    run();
    expect(story.at(-1)).toBe('1 key');
  });

  test('on a line that is open again is taken', () => {
    const { line: caller, does, run, story } = line();
    caller.close('flow');
    caller.open();
    caller.press('3');
    does(caller.key(1_000), 'key');
    run();
    expect(story.at(-1)).toBe('0 key 3');
  });
});

describe('one utterance', () => {
  const utterance = { kind: 'music', text: 'La', milliseconds: 1_000 } as const;

  test.each<[what: string, bargeIn: BargeIn | undefined, cause: 'key' | 'voice', ends: string]>([
    ['nothing', undefined, 'key', '1 done heard'],
    ['a key, but not a voice', { keys: true }, 'voice', '1 done heard'],
    ['a key', { keys: true }, 'key', '0.25 done cutOff'],
    ['a voice', { keys: false, voice: true }, 'voice', '0.25 done cutOff'],
    ['a voice, but not a key', { keys: false, voice: true }, 'key', '1 done heard'],
    ['both: the key', { keys: true, voice: true }, 'key', '0.25 done cutOff'],
    ['both: the voice', { keys: true, voice: true }, 'voice', '0.25 done cutOff'],
  ])('is cut off by %s', (_, bargeIn, cause, ends) => {
    const { line: caller, does, at, run, story } = line();
    does(caller.play(utterance, bargeIn));
    at(0.25, () => (cause === 'key' ? caller.press('1') : caller.speak(100)));
    run();
    expect(story.at(-1)).toBe(ends);
    expect(story.find((entry) => entry.includes(' ended '))).toBe(
      ends.endsWith('heard') ? '1 ended La 1000' : `0.25 ended La 250 ${cause === 'key' ? 'digit' : 'voice'}`,
    );
  });

  test('that something stops was ended by the flow', () => {
    const { line: caller, does, at, run, story } = line();
    const fiber = does(caller.play(utterance));
    at(0.25, () => fiber.stop());
    run();
    expect(story.at(-1)).toBe('0.25 ended La 250 flow');
  });
});

describe('audio beside the flow', () => {
  test('plays while the flow goes on; the next flush waits for it', () => {
    const { line: caller, say, does, run, story } = line();
    caller.queue(say('One'));
    caller.flushAside();
    caller.flushAside();
    caller.queue(say('Two'));
    does(caller.flush());
    run();
    expect(story.filter((entry) => /started|done/.test(entry))).toEqual([
      '0 started One speech 1000',
      '1 started Two speech 1000',
      '2 done',
    ]);
  });

  test('plays again after it has ended', () => {
    const { line: caller, say, run, story } = line();
    for (const text of ['One', 'Two']) {
      caller.queue(say(text));
      caller.flushAside();
      run();
    }
    expect(story.filter((entry) => entry.includes('started'))).toEqual([
      '0 started One speech 1000',
      '1 started Two speech 1000',
    ]);
  });

  test('can be waited for', () => {
    const { line: caller, say, does, run, story } = line();
    does(caller.whenQuiet(), 'quiet');
    caller.queue(say('One'));
    caller.flushAside();
    does(caller.whenQuiet(), 'quiet');
    run();
    expect(story.filter((entry) => entry.includes('quiet'))).toEqual(['0 quiet', '1 quiet']);
  });

  test('is nothing where nothing is queued, and ends with the line', () => {
    const { line: caller, say, at, run, story } = line();
    caller.flushAside();
    expect(story).toEqual([]);
    caller.queue(say('One'));
    caller.flushAside();
    at(0.5, () => caller.close('hangUp'));
    run();
    expect(story.at(-1)).toBe('0.5 ended One 500 hangUp');
  });
});

describe('silence', () => {
  /** Waits two seconds of silence for at most ten, while the caller speaks at these times for so long. */
  function silence(spoken: readonly (readonly [at: number, seconds: number])[], duration = 2, timeout = 10) {
    const { line: caller, does, at, run, story } = line();
    for (const [moment, seconds] of spoken) {
      if (moment < 0) caller.speak(seconds * 1000);
      else at(moment, () => caller.speak(seconds * 1000));
    }
    does(caller.silence(duration * 1000, timeout * 1000));
    run();
    return story.at(-1);
  }

  test.each<
    [what: string, spoken: readonly (readonly [number, number])[], duration: number, timeout: number, ends: string]
  >([
    ['is there from the start', [], 2, 10, '2 done true'],
    ['begins when the caller has spoken', [[-1, 3]], 2, 10, '5 done true'],
    ['is broken by the caller', [[1, 1]], 2, 10, '4 done true'],
    [
      'is broken while it lasts, and by longer words',
      [
        [1, 3],
        [2, 1],
      ],
      2,
      10,
      '6 done true',
    ],
    [
      'does not come in time',
      [
        [0.5, 1],
        [3, 1],
        [5, 1],
        [7, 1],
        [9, 5],
      ],
      2,
      10,
      '10 done false',
    ],
    ['comes too late: the rest of the time is too short', [[0, 9]], 2, 10, '10 done false'],
    ['comes at the last moment', [[-1, 8]], 2, 10, '10 done true'],
    ['is not there while the caller speaks all the time', [[-1, 60]], 2, 10, '10 done false'],
    ['is not waited for longer than the time', [], 20, 10, '10 done false'],
  ])('%s', (_, spoken, duration, timeout, ends) => expect(silence(spoken, duration, timeout)).toBe(ends));
});
