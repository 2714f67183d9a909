import {
  disconnect,
  findEmergencyGroup,
  findGroup,
  findLanguageSkill,
  findQueue,
  findQueueById,
  findSchedule,
  findScheduleGroup,
  findSkill,
  findSystemPrompt,
  findUser,
  findUserById,
  findUserPrompt,
  findUsersById,
  findUtilizationLabel,
  loopExit,
  loopNext,
} from '../../../../src';
import type { Examples } from '../private/example';
import { flow } from '../private/fixtures';

export const find = {
  findQueue: {
    rule: 'a name to look for, a variable for what is found, a path for each',
    action: findQueue('Which?', {
      findName: flow.status,
      findResult: flow.queue,
      onFound: [loopExit()],
      onNotFound: [disconnect()],
    }),
    yaml: {
      name: 'Which?',
      findName: { exp: 'Flow.status' },
      findResult: { var: 'Flow.queue' },
      outputs: {
        found: { actions: [{ loopExit: { name: 'Exit Loop' } }] },
        notFound: { actions: [{ disconnect: { name: 'Disconnect' } }] },
      },
    },
  },
  findQueueById: {
    rule: 'an id is looked for under findId',
    action: findQueueById('Which?', { findId: flow.customerId, findResult: flow.queue }),
    yaml: { name: 'Which?', findId: { exp: 'Flow.customerId' }, findResult: { var: 'Flow.queue' } },
  },
  findUser: {
    rule: 'a user is looked for under findName',
    action: findUser('Who?', { findName: 'ada@example.com', findResult: flow.user }),
    yaml: { name: 'Who?', findName: { lit: 'ada@example.com' }, findResult: { var: 'Flow.user' } },
  },
  findUserById: {
    rule: 'an id is looked for under findId',
    action: findUserById('Who?', { findId: flow.customerId, findResult: flow.user }),
    yaml: { name: 'Who?', findId: { exp: 'Flow.customerId' }, findResult: { var: 'Flow.user' } },
  },
  findUsersById: {
    rule: 'several ids may be found in part',
    action: findUsersById('Who?', { findIds: flow.ids, findResult: flow.users, onPartiallyFound: [loopNext()] }),
    yaml: {
      name: 'Who?',
      findIds: { exp: 'Flow.ids' },
      findResult: { var: 'Flow.users' },
      outputs: { partiallyFound: { actions: [{ loopNext: { name: 'Next Loop' } }] } },
    },
  },
  findSkill: {
    rule: 'a result that nobody asked for is noValue',
    action: findSkill('Which?', { findName: 'French cheese' }),
    yaml: { name: 'Which?', findName: { lit: 'French cheese' }, findResult: { noValue: true } },
  },
  findLanguageSkill: {
    rule: 'the result is a language skill',
    action: findLanguageSkill('Which?', { findName: 'French', findResult: flow.languageSkill }),
    yaml: { name: 'Which?', findName: { lit: 'French' }, findResult: { var: 'Flow.languageSkill' } },
  },
  findGroup: {
    rule: 'the result is a group',
    action: findGroup('Which?', { findName: 'Night shift', findResult: flow.group }),
    yaml: { name: 'Which?', findName: { lit: 'Night shift' }, findResult: { var: 'Flow.group' } },
  },
  findSchedule: {
    rule: 'the result is a schedule',
    action: findSchedule('Which?', { findName: 'Lunch', findResult: flow.schedule }),
    yaml: { name: 'Which?', findName: { lit: 'Lunch' }, findResult: { var: 'Flow.schedule' } },
  },
  findScheduleGroup: {
    rule: 'the result is a schedule group',
    action: findScheduleGroup('Which?', { findName: 'Hours', findResult: flow.scheduleGroup }),
    yaml: { name: 'Which?', findName: { lit: 'Hours' }, findResult: { var: 'Flow.scheduleGroup' } },
  },
  findEmergencyGroup: {
    rule: 'the result is an emergency group',
    action: findEmergencyGroup('Which?', { findName: 'Snow', findResult: flow.emergencyGroup }),
    yaml: { name: 'Which?', findName: { lit: 'Snow' }, findResult: { var: 'Flow.emergencyGroup' } },
  },
  findUserPrompt: {
    rule: 'the result is a prompt',
    action: findUserPrompt('Which?', { findName: 'welcome', findResult: flow.prompt }),
    yaml: { name: 'Which?', findName: { lit: 'welcome' }, findResult: { var: 'Flow.prompt' } },
  },
  findSystemPrompt: {
    rule: 'the result is a prompt as well',
    action: findSystemPrompt('Which?', { findName: 'on_hold_music', findResult: flow.prompt }),
    yaml: { name: 'Which?', findName: { lit: 'on_hold_music' }, findResult: { var: 'Flow.prompt' } },
  },
  findUtilizationLabel: {
    rule: 'the result is a utilization label',
    action: findUtilizationLabel('Which?', { findName: 'Long', findResult: flow.label }),
    yaml: { name: 'Which?', findName: { lit: 'Long' }, findResult: { var: 'Flow.label' } },
  },
} satisfies Examples;
