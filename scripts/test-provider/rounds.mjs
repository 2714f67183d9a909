// Random changes of the settings, round after round: each is applied, and then there is nothing left to plan.
import { renameQueue } from './application.mjs';
import { chance } from './random.mjs';

const texts = [
  'Good day, and thank you for your call.',
  'Say "yes": or press 1 # now',
  'It costs ${price} and 100 %{about}; {{really}}',
  'C’est noté : à bientôt — au revoir <&> \\ fin',
  "We're here; 24/7, aren't we?",
  'yes',
  '12345',
  'Ω ≈ 3 €, 你好, 🙂',
];
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const zones = ['Europe/Paris', 'America/New_York', 'Asia/Tokyo', 'UTC'];

/** What an administrator may change, each with words for what was done. */
const changes = {
  greeting: ({ supportLine }, { oneOf }) => {
    const text = oneOf(texts);
    const line = oneOf(supportLine.lines);
    line.texts[oneOf(['greeting', 'transfer', 'closed', 'error', 'oneMoment', 'reasonQuestion'])] = text;
    return `a text of ${line.language}: ${text}`;
  },
  databases: ({ databases }, { from, someOf }) => {
    databases.order = someOf(['alpha', 'beta', 'gamma'], from(1, 3));
    return `databases ${databases.order}`;
  },
  databaseTimeout: ({ databases }, { from, oneOf }) => {
    const name = oneOf(['alpha', 'beta', 'gamma']);
    databases[name].timeout = from(1, 60);
    return `time-out of ${name}: ${databases[name].timeout}`;
  },
  databaseAddress: ({ databases }, { from, oneOf }) => {
    const name = oneOf(['alpha', 'beta', 'gamma']);
    databases[name].baseUrl = `https://${name}${from(1, 99)}.example/customers`;
    return `address of ${name}: ${databases[name].baseUrl}`;
  },
  deadline: ({ identification }, { from }) => {
    identification.lookEvery = from(1, 10);
    identification.deadline = from(identification.lookEvery, 60);
    return `deadline ${identification.deadline}, a look every ${identification.lookEvery}`;
  },
  numbers: ({ supportLine }, { from, oneOf }, { fresh }) => {
    const line = oneOf(supportLine.lines);
    line.numbers = Array.from({ length: from(1, 3) }, () => fresh());
    return `numbers of ${line.language}: ${line.numbers}`;
  },
  language: ({ supportLine }, _chance, { otherLine }) => {
    const on = supportLine.lines.length === 1;
    supportLine.lines = on ? [supportLine.lines[0], otherLine] : [supportLine.lines[0]];
    return on ? 'a second language' : 'one language';
  },
  queueName: ({ supportLine }, { from, oneOf }) => {
    const old = oneOf(supportLine.queues).name;
    const name = `${old.replace(/ \d+$/, '')} ${from(100, 999)}`;
    renameQueue(supportLine, old, name);
    return `the queue ${old} is ${name}`;
  },
  queueTimes: ({ supportLine }, { from, oneOf }) => {
    const queue = oneOf(supportLine.queues);
    queue.afterCallWorkTimeout = from(1, 3600);
    queue.description = oneOf(texts);
    return `times and description of ${queue.name}`;
  },
  priority: ({ supportLine }, { from, oneOf }) => {
    const reason = oneOf(supportLine.reasons);
    reason.priority = from(0, 100);
    return `priority of ${reason.key}: ${reason.priority}`;
  },
  wrapUpCodes: ({ supportLine }, { from }) => {
    const code = `Code ${from(100, 999)}`;
    supportLine.wrapUpCodes = [...new Set([...supportLine.wrapUpCodes.slice(-8), code])].slice(-from(2, 9));
    return `${supportLine.wrapUpCodes.length} wrap-up codes`;
  },
  openingHours: ({ supportLine }, { from, oneOf, someOf }) => {
    const chosen = someOf(days, from(1, 7));
    Object.assign(supportLine.openingHours, {
      timeZone: oneOf(zones),
      days: days.filter((day) => chosen.includes(day)),
      from: `0${from(6, 9)}:${from(10, 59)}`,
      to: `${from(12, 22)}:${from(10, 59)}`,
    });
    return `open ${supportLine.openingHours.days}`;
  },
  holidays: ({ supportLine }, { from }) => {
    const { holidays } = supportLine.openingHours;
    const date = `2027-0${from(1, 9)}-${from(10, 28)}`;
    supportLine.openingHours.holidays = [
      ...holidays.slice(0, from(1, 12)).filter((holiday) => holiday.date !== date),
      { name: `Day off ${from(100, 999)}`, date },
    ];
    return `${supportLine.openingHours.holidays.length} holidays`;
  },
  backOffice: ({ backOffice }, { from }) => {
    Object.assign(backOffice, { attempts: from(1, 10), retryEvery: from(1, 60), timeout: from(1, 60) });
    return `back office: ${backOffice.attempts} attempts every ${backOffice.retryEvery}, ${backOffice.timeout} s`;
  },
};

/**
 * Gives a function that changes one to four settings and tells which.
 *
 * @param settings as they are in `settings.yaml`
 */
export function randomChanges(settings, seed) {
  const random = chance(seed);
  let number = 200;
  // A number another route had a moment ago would be taken still: routes change side by side.
  const fresh = () => `+44207946${String((number = number === 999 ? 200 : number + 1)).padStart(4, '0')}`;
  const options = { fresh, otherLine: settings.supportLine.lines[1] };
  return () =>
    random
      .someOf(Object.keys(changes), random.from(1, 4))
      .map((name) => changes[name](settings, random, options))
      .join('; ');
}
