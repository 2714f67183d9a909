/*
 * What the examples of doc comments take for granted: variables of a flow, and what an organisation has. An example
 * names it without saying where it comes from.
 */
import {
  application,
  boolean,
  type CallableDataAction,
  callRoute,
  dataAction,
  type DataAction,
  disconnect,
  endWorkflow,
  genesysCloud,
  group,
  holdMusic,
  inboundCall,
  inqueueCall,
  optional,
  queue,
  stack,
  string,
  task,
  webServices,
  workflow,
  wrapupCode,
} from 'flowcdk';
import { at, url } from 'flowcdk/templates';
import { settings } from 'flowcdk/settings';
import type { conversationAcw, conversationUserEnd, FieldsOf } from 'flowcdk/triggers';
import { flow } from '../architect/actions/private/fixtures';

export { writeFileSync } from 'node:fs';
export { join } from 'node:path';
export { App, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
export {
  callerIdentified,
  databasesRead as databasesAsked,
  done,
  findInAlpha,
  greet,
  lunchBreak,
  mainMenu,
  openingHours,
  orderLine,
  orders,
  ordersBot,
  resolveContact,
  selfService,
  shops,
  snowDay,
  welcome,
} from '../architect/actions/private/fixtures';

export const {
  agents,
  answer,
  callbackNumber,
  contact,
  contacts,
  customerId,
  customerName,
  day,
  email,
  ids,
  known,
  label,
  moment,
  organization,
  skills,
  status,
  tries,
  user,
  users,
  customerName: callerNumber,
  customerName: city,
  customerId: contactId,
  customerId: conversationId,
  customerId: orderNumber,
  customerId: shopId,
  customerName: queueName,
  customerId: cardNumber,
  customerId: encryptedCard,
  emergencyGroup: chosenEmergencyGroup,
  group: nightDesk,
  languageSkill: frenchLanguage,
  skill: frenchSkill,
  prompt: chosenPrompt,
  queue: chosenQueue,
  schedule: chosenSchedule,
  scheduleGroup: chosenScheduleGroup,
} = flow;

export const chargeCard = {
  definition: 'dataAction',
  name: 'Charge card',
  category: 'Payments',
  secure: true,
  input: { card: string(), saved: optional(boolean()) },
  outputs: {},
} as const satisfies CallableDataAction;

export const findCustomer: DataAction = dataAction({
  name: 'Find customer',
  integration: webServices({ name: 'Alpha' }),
  input: { phoneNumber: string() },
  output: { name: string() },
  request: ({ phoneNumber }) => ({ method: 'GET', url: url`https://alpha.example/customers?phone=${phoneNumber}` }),
  response: { name: at('$[0].name') },
});

export const identifyCaller = workflow({
  name: 'Identify caller',
  inputs: { conversationId: string() },
  actions: () => [endWorkflow()],
});

export const reportFinishedCall = identifyCaller;
export const reportActivity = workflow({ name: 'Report activity', actions: () => [endWorkflow()] });
export const receptionQueue = queue({ name: 'Reception' });
export const reception = inboundCall({ name: 'Reception', startUp: () => task('Greet', [disconnect()]) });
export const launcher = genesysCloud({ name: 'Flow launcher', permissions: ['architect:flow:launch'] });
export const nightShift = group({ name: 'Night shift' });
export const waiting = inqueueCall({ name: 'Waiting', actions: () => [holdMusic()] });
export const repaired = wrapupCode({ name: 'Repaired' });
export const sentBack = wrapupCode({ name: 'Sent back' });
export const workshop = queue({ name: 'Workshop' });
export const everybodyIsOut = reception;
export const supportLine = callRoute({ name: 'Support', numbers: ['+442079460101'], openHours: reception });
export const app = application({ stacks: () => [stack('reception', [receptionQueue, reception])] });
export const settingsSchema = settings({});

/** An event inside `when` of a trigger. */
export declare const event: FieldsOf<(typeof conversationAcw)['fields'] & (typeof conversationUserEnd)['fields']>;
