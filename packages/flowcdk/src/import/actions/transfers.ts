import type { ValueNode } from '../../architect/values';
import {
  type ActionCodes,
  built,
  onOne,
  reference,
  script,
  skills,
  transferOptions,
  unlessLiteral,
  withDefaultName,
} from '../action-parts';
import { object } from '../code';

/** Actions that hand a conversation over, or end it. */
export const transferCodes: ActionCodes = {
  createCallback: (action, scope) =>
    built(
      'createCallback',
      action.name,
      object({
        callbackNumber: scope.values.of(action.callbackNumber, 'phoneNumber'),
        calleeName: scope.values.orUnset(action.calleeName, 'string'),
        queue: scope.values.of(action.queue, 'queue'),
        callbackScript: script(action.callbackScript, scope),
      }),
    ),
  disconnect: ({ name }) => withDefaultName('disconnect', 'Disconnect', name),
  disconnectWorkitem: onOne('disconnectWorkitem', 'Disconnect Workitem'),
  terminateWorkitem: onOne('terminateWorkitem', 'Terminate Workitem'),
  transferToAcd: (action, scope) => {
    const { values } = scope;
    return built(
      'transferToAcd',
      action.name,
      object({
        targetQueue: values.of(action.targetQueue, 'queue'),
        priority: unlessLiteral(0, action.priority, values.of(action.priority, 'integer')),
        skills: skills(action.acdSkills, scope),
        languageSkill: values.orUnset(action.languageSkill, 'languageSkill'),
        preferredAgents: values.orUnset(action.preferredAgents, 'agentScorePairCollection'),
        directAgent: values.of(action.directAgent, 'user'),
        appendSkills: values.of(action.appendSkills, 'boolean'),
        overrideInQueueFlow: reference('flow', action.overrideInQueueFlow, scope),
        preTransferCommunication: values.of(action.preTransferCommunication, 'communication'),
        failureTransferCommunication: values.of(action.failureTransferCommunication, 'communication'),
        ...transferOptions(action, scope),
      }),
    );
  },
  transferToFlow: (action, scope) =>
    built(
      'transferToFlow',
      action.name,
      object({ targetFlow: reference('flow', action.targetFlow, scope), ...transferOptions(action, scope) }),
    ),
  transferToFlowSecure: (action, scope) =>
    built(
      'transferToFlowSecure',
      action.name,
      object({
        targetFlow: reference('flow', action.targetFlow, scope),
        connectTimeout: scope.values.orUnset(action.connectTimeout, 'duration'),
        invocationData: scope.values.of(action.invocationData, 'string'),
        ...transferOptions(action, scope),
      }),
    ),
  transferToGroup: (action, scope) =>
    built(
      'transferToGroup',
      action.name,
      object({
        targetGroup: scope.values.of(action.targetGroup, 'group'),
        connectTimeout: scope.values.orUnset(action.connectTimeout, 'duration'),
        allowVoicemailRollover: scope.values.of(action.allowVoicemailRollover, 'boolean'),
        ...transferOptions(action, scope),
      }),
    ),
  transferToNumber: (action, scope) =>
    built(
      'transferToNumber',
      action.name,
      object({
        targetNumber: scope.values.of(action.targetNumber, 'string'),
        connectTimeout: scope.values.orUnset(action.connectTimeout, 'duration'),
        releaseLinkTransfer: scope.values.of(action.releaseLinkTransfer, 'boolean'),
        ...transferOptions(action, scope),
      }),
    ),
  transferToUser: (action, scope) =>
    built(
      'transferToUser',
      action.name,
      object({
        targetUser: scope.values.of(action.targetUser, 'user'),
        connectTimeout: scope.values.orUnset(action.connectTimeout, 'duration'),
        allowVoicemailRollover: scope.values.of(action.allowVoicemailRollover, 'boolean'),
        ...transferOptions(action, scope),
      }),
    ),
  transferToVoicemail: (action, scope) => {
    const { values } = scope;
    const to = action.destination?.content as Readonly<Partial<Record<string, ValueNode>>> | undefined;
    return (
      to &&
      built(
        'transferToVoicemail',
        action.name,
        object({
          targetQueue: values.of(to['targetQueue'], 'queue'),
          targetUser: values.of(to['targetUser'], 'user'),
          targetGroup: values.of(to['targetGroup'], 'group'),
          callbackNumber: values.orUnset(to['callbackNumber'], 'phoneNumber'),
          calleeName: values.orUnset(to['calleeName'], 'string'),
          voicemailGreeting: values.of(to['voicemailGreeting'], 'audio'),
          ...transferOptions(action, scope),
        }),
      )
    );
  },
};
