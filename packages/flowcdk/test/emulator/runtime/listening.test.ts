import { VirtualClock } from '../../../src/emulator/runtime/clock';
import { EventLog } from '../../../src/emulator/runtime/event-log';

const logOf = (keep?: number) => new EventLog({ clock: new VirtualClock(0), ...(keep === undefined ? {} : { keep }) });
const press = (log: EventLog, digits: string) => log.add('digits.pressed', {}, { digits });
const speak = (log: EventLog) => log.add('caller.spoke', {}, { milliseconds: 10 });

test('who listens to some kinds hears of no others, until it ends', () => {
  const log = logOf(0);
  const heard: string[] = [];
  const end = log.listenTo(['digits.pressed'], ({ digits }) => heard.push(digits));
  press(log, '1');
  speak(log);
  end();
  press(log, '2');

  expect(heard).toEqual(['1']);
});

test.each([
  ['a log that keeps events', logOf(), true],
  ['one that keeps some', logOf(10), true],
  ['one that keeps none', logOf(0), false],
])('%s wants events though nobody listens: %j', (_, log, expected) => {
  expect(log.wants('caller.spoke')).toBe(expected);
});

test('a log that keeps none wants what somebody listens to', () => {
  const [some, all] = [logOf(0), logOf(0)];
  some.listenTo(['digits.pressed'], () => undefined);
  all.listen(() => undefined);

  expect([some.wants('digits.pressed'), some.wants('caller.spoke'), all.wants('caller.spoke')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('events are counted whether or not anybody wants them', () => {
  const log = logOf(0);
  speak(log);
  press(log, '1');

  expect([log.newest, log.events]).toEqual([2, []]);
});
