import type { VariableKind } from '../../architect/types';
import type { ActionNode } from '../../architect/actions';
import { type ActionCodes, type ActionScope, branch, built, find } from '../action-parts';
import { type Code, object } from '../code';
import { typeOf } from '../variable-types';

/** Actions that look for a thing of the organisation. */
export const findCodes: ActionCodes = {
  findEmergencyGroup: find('findEmergencyGroup', typeOf('emergencyGroup')),
  findGroup: find('findGroup', typeOf('group')),
  findLanguageSkill: find('findLanguageSkill', typeOf('languageSkill')),
  findQueue: find('findQueue', typeOf('queue')),
  findQueueById: find('findQueueById', typeOf('queue')),
  findSchedule: find('findSchedule', typeOf('schedule')),
  findScheduleGroup: find('findScheduleGroup', typeOf('scheduleGroup')),
  findSkill: find('findSkill', typeOf('skill')),
  findSystemPrompt: find('findSystemPrompt', typeOf('prompt')),
  findUser: find('findUser', typeOf('user')),
  findUserById: find('findUserById', typeOf('user')),
  findUserPrompt: find('findUserPrompt', typeOf('prompt')),
  findUsersById: find('findUsersById', typeOf('user', true)),
  findUtilizationLabel: find('findUtilizationLabel', typeOf('utilizationLabel')),
  getExternalContact: (action, scope) => external('getExternalContact', 'externalContact', action, scope),
  getExternalOrganization: (action, scope) =>
    external('getExternalOrganization', 'externalOrganization', action, scope),
  searchExternalContacts: (action, scope) =>
    built(
      'searchExternalContacts',
      action.name,
      object({
        searchTerm: scope.values.of(action.searchTerm, 'string'),
        externalResults: scope.values.binding(action.externalResults, typeOf('externalContact', true)),
        onMatchExact: branch(action.outputs?.matchExact, scope),
        onMatchMultiple: branch(action.outputs?.matchMultiple, scope),
        onNotFound: branch(action.outputs?.notFound, scope),
      }),
    ),
};

const external = (
  builder: string,
  kind: VariableKind,
  action: ActionNode<'getExternalContact'> | ActionNode<'getExternalOrganization'>,
  scope: ActionScope,
): Code =>
  built(
    builder,
    action.name,
    object({
      externalId: scope.values.of(action.externalId, 'string'),
      externalResult: scope.values.binding(action.externalResult, typeOf(kind)),
      onFound: branch(action.outputs?.found, scope),
      onNotFound: branch(action.outputs?.notFound, scope),
    }),
  );
