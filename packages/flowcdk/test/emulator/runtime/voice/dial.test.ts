import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { Callee, DialOutcome } from '../../../../src/emulator/runtime/conversation/holder';
import { begin } from '../../../../src/emulator/runtime/steps';
import { dial } from '../../../../src/emulator/runtime/voice/dial';
import { fakeRun } from '../private/fake-run';

type Answer = readonly [second: number, outcome: DialOutcome];

/** What happens where callees are rung at once: `3 A stops ringing`, `5 no.answer`. */
function rung(answers: Readonly<Record<string, Answer>>, hangsUpAt?: number) {
  const clock = new VirtualClock(0);
  const story: string[] = [];
  const tell = (what: string): void => void story.push(`${clock.now() / 1000} ${what}`);
  const callees = Object.entries(answers).map(
    ([name, [second, outcome]]) =>
      ({
        name,
        rings: () => (done: (result: DialOutcome) => void) => {
          const takeBack = clock.after(second * 1000, () => done(outcome));
          return () => {
            takeBack();
            tell(`${name} stops ringing`);
          };
        },
      }) as unknown as Callee,
  );
  const { run } = fakeRun({
    leg: { log: () => undefined, ended: false },
    runtime: { clock: { now: () => clock.now() } },
  });
  const fiber = begin(dial(run, callees, 'GROUP', 60_000), (ended) => {
    if ('value' in ended)
      tell('errorType' in ended.value ? `${ended.value.errorType}: ${ended.value.to}` : ended.value.to);
    else if ('error' in ended) tell(String(ended.error));
  });
  if (hangsUpAt !== undefined) clock.after(hangsUpAt * 1000, () => fiber.stop());
  clock.runNow();
  return story;
}

test.each<[what: string, answers: Readonly<Record<string, Answer>>, story: readonly string[]]>([
  ['one who answers gets the call', { A: [3, 'answered'] }, ['3 A']],
  ['one who is busy does not', { A: [0, 'busy'] }, ['0 busy: A']],
  [
    'the first of several who answers gets it, and the others stop ringing',
    { A: [5, 'answered'], B: [3, 'answered'], C: [9, 'noAnswer'] },
    ['3 A stops ringing', '3 C stops ringing', '3 B'],
  ],
  [
    'who answers after others did not gets it',
    { A: [1, 'busy'], B: [2, 'noAnswer'], C: [3, 'answered'] },
    ['3 A stops ringing', '3 B stops ringing', '3 C'],
  ],
  ['where nobody answers, the last outcome counts', { A: [1, 'noAnswer'], B: [2, 'busy'] }, ['2 busy: A, B']],
  ['and it is waited for', { A: [2, 'busy'], B: [60, 'noAnswer'] }, ['60 no.answer: A, B']],
])('%s', (_, answers, story) => expect(rung(answers)).toEqual(story));

test('two who answer at the same moment do not both get the call', () => {
  expect(rung({ A: [3, 'answered'], B: [3, 'answered'] })).toEqual(['3 B stops ringing', '3 A']);
});

test('nobody rings any more after the caller hung up', () => {
  expect(rung({ A: [5, 'answered'], B: [60, 'noAnswer'] }, 2)).toEqual(['2 A stops ringing', '2 B stops ringing']);
});
