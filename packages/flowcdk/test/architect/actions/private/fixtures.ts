import {
  boolean,
  type CallableDataAction,
  type Communication,
  date,
  dateTime,
  type Definition,
  exp,
  integer,
  json,
  list,
  optional,
  phoneNumber,
  reference,
  state,
  string,
  task,
  menu,
  menuDisconnect,
} from '../../../../src';
import { variablesOf } from '../../../../src/architect/flows/variables';

/** Variables of a flow, one of each type the examples need. */
export const flow = variablesOf('Flow', {
  customerId: string(),
  customerName: string(),
  email: string(),
  status: string(),
  tries: integer(),
  known: boolean(),
  answer: json(),
  moment: dateTime(),
  day: date(),
  callbackNumber: phoneNumber(),
  ids: list(string()),
  queue: reference('queue'),
  user: reference('user'),
  users: list(reference('user')),
  skill: reference('skill'),
  skills: list(reference('skill')),
  languageSkill: reference('languageSkill'),
  group: reference('group'),
  prompt: reference('prompt'),
  schedule: reference('schedule'),
  scheduleGroup: reference('scheduleGroup'),
  emergencyGroup: reference('emergencyGroup'),
  contact: reference('externalContact'),
  contacts: list(reference('externalContact')),
  organization: reference('externalOrganization'),
  label: reference('utilizationLabel'),
  agents: list(reference('agentScorePair')),
});

const definition = <K extends Definition['definition']>(
  kind: K,
  name: string,
): Definition & { readonly definition: K } => Object.freeze({ definition: kind, name });

/** Objects of an organisation, given as definitions. */
export const orders = definition('queue', 'Orders');
export const openingHours = definition('scheduleGroup', 'Opening hours');
export const lunchBreak = definition('schedule', 'Lunch break');
export const snowDay = definition('emergencyGroup', 'Snow day');
export const orderLine = definition('flow', 'Order line');
export const welcome = definition('userPrompt', 'welcome');
export const callerIdentified = definition('flowOutcome', 'Caller identified');
export const databasesRead = definition('flowMilestone', 'Databases asked');
export const selfService = definition('wrapupCode', 'Self service');

export const findInAlpha = Object.freeze({
  ...definition('dataAction', 'Find customer in Alpha'),
  category: 'Customer databases',
  input: { phoneNumber: string(), strict: optional(boolean()) },
  outputs: { customerId: string(), fullName: string(), orders: list(string()) },
}) satisfies CallableDataAction;

export const shops = Object.freeze({
  ...definition('dataTable', 'Shops'),
  columns: { city: string(), open: boolean() },
});

export const resolveContact = Object.freeze({
  ...definition('flow', 'Resolve contact'),
  inputs: { email: string() },
  outputs: { contactId: string(), known: boolean() },
});

export const ordersBot = Object.freeze({
  ...definition('flow', 'Orders bot'),
  inputs: {},
  outputs: { 'Slot.OrderNumber': string() },
});

export const said = (text: string) => exp<Communication>`MakeCommunication(${text})`;

export const greet = task('Greet', []);
export const done = state('Done', []);
export const mainMenu = menu('Main menu', { audio: 'Press 1.', choices: [menuDisconnect('Bye', { dtmf: 'digit_1' })] });
