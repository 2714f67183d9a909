import { literalScalar } from '../../architect/values';
import {
  type ActionCodes,
  built,
  failureOptions,
  options,
  reference,
  script,
  setOne,
  skills,
  unless,
  withDefaultName,
} from '../action-parts';
import { literal, object } from '../code';

/** Actions that set what a conversation has: its priority, skills, language, outcomes. */
export const conversationCodes: ActionCodes = {
  addFlowMilestone: (action, scope) =>
    built(
      'addFlowMilestone',
      action.name,
      reference('flowMilestone', action.flowMilestone, scope),
      options({ flowOutcome: reference('flowOutcome', action.flowOutcome, scope) }),
    ),
  clearPostFlow: ({ name, target }) => {
    const side = literalScalar(target) ?? 'caller';
    return built('clearPostFlow', name, side === 'caller' ? undefined : literal(side));
  },
  clearUtilizationLabel: (action, scope) =>
    built('clearUtilizationLabel', action.name, options(failureOptions(action, scope))),
  enableParticipantRecord: ({ name }) =>
    withDefaultName('enableParticipantRecord', 'Enable Participant Recording', name),
  initializeFlowOutcome: (action, scope) =>
    built('initializeFlowOutcome', action.name, reference('flowOutcome', action.flowOutcome, scope)),
  setExternalTag: (action, scope) =>
    setOne('setExternalTag', action, scope.values.of(action.externalTag, 'string'), scope),
  setFlowOutcome: (action, scope) =>
    built(
      'setFlowOutcome',
      action.name,
      reference('flowOutcome', action.flowOutcome, scope),
      object({ value: scope.values.of(action.flowOutcomeValue, 'string') }),
    ),
  setLanguage: (action, { values }) => built('setLanguage', action.name, values.of(action.language, 'string')),
  setPostFlow: (action, scope) => {
    const { name, actionType, target, invocationData, targetFlow } = action;
    const [type, side] = [literalScalar(actionType), literalScalar(target)];
    if (typeof type !== 'string' || typeof side !== 'string') return undefined;
    return built(
      'setPostFlow',
      name,
      object({
        targetFlow: reference('flow', targetFlow, scope),
        actionType: unless('inboundCallFlow', type),
        target: unless('caller', side),
        invocationData: scope.values.orUnset(invocationData, 'json'),
      }),
    );
  },
  setPriority: (action, scope) => setOne('setPriority', action, scope.values.of(action.priority, 'integer'), scope),
  setScreenPop: (action, scope) => built('setScreenPop', action.name, script(action.screenPopScript, scope)),
  setSkills: (action, scope) =>
    built(
      'setSkills',
      action.name,
      object({
        skills: skills(action.acdSkills, scope),
        languageSkill: scope.values.orUnset(action.languageSkill, 'languageSkill'),
        ...failureOptions(action, scope),
      }),
    ),
  setUtilizationLabel: (action, scope) =>
    setOne('setUtilizationLabel', action, scope.values.of(action.utilizationLabel, 'utilizationLabel'), scope),
  setWhisperAudio: (action, scope) =>
    setOne('setWhisperAudio', action, scope.values.of(action.whisperAudio, 'audio'), scope),
  setWrapupCode: (action, scope) =>
    setOne('setWrapupCode', action, scope.values.of(action.wrapupCode, 'wrapupCode'), scope),
};
