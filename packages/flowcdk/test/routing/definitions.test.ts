import { relative, join } from 'node:path';
import { callRoute, disconnect, inboundCall, minutes, queue, scheduleGroup, task, wrapupCode } from '../../src';
import { wrong } from './private/wrong';

const answer = inboundCall({ name: 'Answer', startUp: () => task('Answer', [disconnect()]) });
const hours = {
  timeZone: 'Europe/Paris',
  open: { days: ['monday'], from: '08:30', to: '18:00' },
  holidays: [],
} as const;

test('what is right has no problems', () => {
  const done = wrapupCode({ name: 'Done' });
  const office = scheduleGroup({ name: 'Office', ...hours });
  const all = [
    done,
    office,
    queue({ name: 'Orders', wrapupCodes: [done], afterCallWorkTimeout: minutes(60) }),
    callRoute({ name: 'Line', numbers: ['+442079460101', '+33199001234'], openHours: answer, schedules: office }),
  ];

  expect(all.flatMap(wrong)).toEqual([]);
});

test('a definition knows what it needs', () => {
  const done = wrapupCode({ name: 'Done' });
  const office = scheduleGroup({ name: 'Office', ...hours });
  const line = callRoute({ name: 'Line', numbers: [], openHours: answer, closedHours: answer, schedules: office });

  expect(queue({ name: 'Orders', wrapupCodes: [done] }).uses).toEqual([done]);
  expect(line.uses).toEqual([answer, office]);
});

test.each([
  ['442079460101', 'no plus'],
  ['+44 20 7946 0101', 'blanks'],
  ['+4420794601011234', 'too long'],
  ['+0442079460101', 'no country begins with 0'],
  ['tel:+442079460101', 'an address'],
])('%s is no number: %s', (number) => {
  expect(wrong(callRoute({ name: 'Line', numbers: [number], openHours: answer }))).toEqual([
    `call route Line: "${number}" is no telephone number in E.164\n    Write "+", country code and number, digits only: "+442079460101".`,
  ]);
});

test.each([
  ['queue', queue({ name: ' ' })],
  ['wrap-up code', wrapupCode({ name: '' })],
  ['schedule group', scheduleGroup({ name: '', ...hours })],
  ['call route', callRoute({ name: '', numbers: [], openHours: answer })],
])('a %s needs a name', (kind, definition) => {
  expect(wrong(definition)).toEqual([`a ${kind} has no name\n    Give it the name the organisation should show.`]);
});

test('a problem has the line of the definition', () => {
  const [problem] = queue({ name: '' }).problems ?? [];

  expect(problem?.at && relative(join(__dirname, '../..'), problem.at.file)).toBe('test/routing/definitions.test.ts');
});
