import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addFlowMilestone,
  boolean,
  callRoute,
  dataTable,
  dataTableLookup,
  decimal,
  type Definition,
  disconnect,
  emergencyGroup,
  evaluateSchedule,
  evaluateScheduleGroup,
  flowMilestone,
  flowOutcome,
  inboundCall,
  initializeFlowOutcome,
  integer,
  type LookupTable,
  oneOf,
  playAudio,
  say,
  schedule,
  scheduleGroup,
  setFlowOutcome,
  string,
  task,
  type Type,
  userPrompt,
} from '../../src';
import { wav } from '../routing/private/wav';

/**
 * One of every kind of definition that Architect shows, with most of what can be given; `changed` is another version of
 * all of them.
 *
 * @param folder where recordings are written
 */
export function architectDefinitions(folder: string, { changed = false } = {}): readonly Definition[] {
  mkdirSync(folder, { recursive: true });
  const recording = join(folder, 'welcome.wav');
  writeFileSync(recording, wav(changed ? 3 : 2));

  const shopKnown = flowOutcome({ name: 'Shop found', description: changed ? 'The caller knows where' : undefined });
  const tableRead = flowMilestone({ name: 'Shop asked', description: changed ? 'The table was looked into' : 'Asked' });

  const welcome = userPrompt({
    name: 'welcome_to_the_shops',
    description: changed ? 'The very first words' : 'The first words',
    languages: {
      'en-us': { audio: recording, text: 'Welcome to the shops ${here}.' },
      ...(changed ? { 'de-de': 'Willkommen.' } : { 'fr-fr': { textToSpeech: 'Bienvenue.', text: 'Bienvenue !' } }),
    },
  });

  const christmas = schedule({ name: 'Christmas Day', yearly: changed ? '26 december' : '25 december' });
  const hours = scheduleGroup({
    name: 'Shop hours',
    description: changed ? 'When shops are open' : undefined,
    timeZone: changed ? 'Europe/Berlin' : 'Europe/Paris',
    open: [
      { days: ['monday', 'tuesday'], from: '08:30', to: changed ? '12:00' : '12:30' },
      ...(changed ? [] : [{ days: ['monday', 'tuesday'], from: '13:30', to: '18:00' } as const]),
      { name: 'Night', days: ['friday'], from: '22:00', to: '02:00', overnight: true },
    ],
    closed: { rule: 'FREQ=MONTHLY;BYDAY=1MO', from: '08:30', to: '10:00' },
    holidays: [
      christmas,
      { name: 'Spring bank holiday', yearly: 'last monday of may' },
      { name: 'Easter Monday', date: changed ? '2027-03-29' : '2026-04-06' },
      { name: 'New year', firstDay: '2026-12-31', lastDay: '2027-01-01' },
    ],
  });

  // A column and its values come at once.
  const columns = {
    city: string(),
    size: oneOf(['small', 'large']),
    seats: integer(),
    rent: decimal(),
    open: boolean(),
  };
  const common = { name: 'Shops', key: 'shop', defaults: { size: 'small', open: true, rent: 0.5 } } as const;
  const before = dataTable({
    ...common,
    columns,
    rows: [
      { shop: 'P1', city: 'Paris ${1}', seats: 12, rent: 99.5, size: 'large' },
      { shop: 'L 1/2', city: 'Lyon', seats: 4, open: false },
      { shop: '東京', city: '', seats: 1_000_000, rent: 1e21 },
    ],
  });
  const after = dataTable({
    ...common,
    description: 'Where people can go',
    columns: { ...columns, street: string() },
    rows: [
      { shop: 'P1', city: 'Paris', seats: 13, rent: 99.5, size: 'large', street: 'Rue de la Paix' },
      { shop: '東京', city: 'Tokyo', seats: 1_000_000, rent: 1e21, street: '' },
      { shop: 'M1', city: 'Marseille', seats: 0, street: 'La Canebière' },
    ],
  });
  const shops: LookupTable<{ city: Type<string> }> = changed ? after : before;

  const powerCut = emergencyGroup({ name: 'Power cut', description: changed ? 'It is dark' : 'No light' });
  const line = inboundCall({
    name: 'shop-line',
    variables: { shop: string({ initial: 'P1' }), city: string() },
    startUp: ({ shop, city }) =>
      task('Answer', [
        playAudio('Welcome', welcome),
        initializeFlowOutcome('Begin', shopKnown),
        evaluateSchedule('Christmas?', { schedule: christmas, timeZone: 'Europe/Paris' }),
        evaluateScheduleGroup('Open?', { scheduleGroup: hours, emergencyGroup: powerCut }),
        dataTableLookup('Which shop?', shops, { lookupValue: shop, foundOutputs: { city } }),
        addFlowMilestone('Asked', tableRead, { flowOutcome: shopKnown }),
        playAudio('Say where', say`${welcome} It is in ${city}.`),
        setFlowOutcome('Found', shopKnown, { value: 'SUCCESS' }),
        disconnect(),
      ]),
  });
  const out = inboundCall({
    name: 'everybody-is-out',
    startUp: () => task('Answer', [playAudio('Say so', 'We have left.'), disconnect()]),
  });
  const route = callRoute({ name: 'Shop line', numbers: ['+442079460161'], openHours: line, schedules: hours });
  const evacuation = emergencyGroup({
    name: 'Evacuation',
    description: changed ? 'Nobody is in the building' : undefined,
    enabled: changed,
    callFlows: [{ flow: out, routes: [route] }],
  });
  return [shopKnown, tableRead, welcome, christmas, hours, shops, powerCut, line, out, route, evacuation];
}
