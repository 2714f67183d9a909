import { defined } from '../ground/defined';
import { minutes, seconds, type VariableKind } from '../architect/types';
import { literalDuration, literalScalar, type ValueNode } from '../architect/values';
import type { Action, ActionKind, ActionNode } from '../architect/actions';
import {
  type ActionScope,
  botCall,
  branch,
  built,
  callData,
  type CodeOf,
  failureOptions,
  find,
  flowCall,
  namedPaths,
  onOne,
  options,
  outputsOf,
  read,
  reference,
  script,
  setOne,
  skills,
  statements,
  TEXT,
  text,
  transferOptions,
  unless,
  unlessLiteral,
  withDefaultName,
  written,
} from './action-parts';
import { type Code, lambda, list, literal, object } from './code';
import { switchCode } from './switch-code';
import { isNoValue } from './value-code';
import { lexBotCode } from './lex-bot-code';
import type { VariableType } from './variable-types';

const single = (kind: VariableKind, collection = false): VariableType => ({ kind, collection });

/** How each kind of action is written with its builder. Kinds without an entry have no builder in these flows. */
const codes: { readonly [K in ActionKind]?: CodeOf<K> } = {
  abortSurveyInvite: (action) => {
    const disposition = literalScalar(action.disposition);
    return typeof disposition === 'string' ? built('abortSurveyInvite', action.name, literal(disposition)) : undefined;
  },
  addFlowMilestone: (action, scope) =>
    built(
      'addFlowMilestone',
      action.name,
      reference('flowMilestone', action.flowMilestone, scope),
      options({ flowOutcome: reference('flowOutcome', action.flowOutcome, scope) }),
    ),
  callBotFlow: (action, scope) => botCall('callBotFlow', action, action.botFlow, scope),
  callCommonModule: (action, scope) => {
    if (!action.commonModule) return undefined;
    const { code, options: called } = flowCall(action.commonModule, 'Common.', scope);
    return built('callCommonModule', action.name, code, object(called));
  },
  callData: callData('callData'),
  callDataSecure: callData('callDataSecure'),
  callDecisionTable: (action, scope) =>
    built(
      'callDecisionTable',
      action.name,
      text(action.decisionTable?.name),
      object({
        input: scope.values.of(action.input, 'json'),
        output: scope.values.binding(action.output, single('json')),
        ...failureOptions(action, scope),
      }),
    ),
  callDigitalBotFlow: (action, scope) => botCall('callDigitalBotFlow', action, action.digitalBotFlow, scope),
  callLexV2Bot: lexBotCode,
  callTask: (action, scope) =>
    action.targetTaskRef &&
    built(
      'callTask',
      action.name,
      lambda([], scope.container(action.targetTaskRef)),
      options({
        onDefault: branch(action.outputs?.default, scope),
        onPath: namedPaths(action.outputs?.paths, scope),
      }),
    ),
  changeState: (action, scope) =>
    action.targetStateRef && built('changeState', action.name, lambda([], scope.container(action.targetStateRef))),
  clearPostFlow: ({ name, target }) => {
    const side = literalScalar(target) ?? 'caller';
    return built('clearPostFlow', name, side === 'caller' ? undefined : literal(side));
  },
  clearUtilizationLabel: (action, scope) =>
    built('clearUtilizationLabel', action.name, options(failureOptions(action, scope))),
  collectInput: (action, scope) => {
    const { values } = scope;
    const inputData = values.binding(action.inputData, TEXT);
    if (inputData === undefined) return undefined;
    const range = action.digits?.kind === 'range' ? action.digits.content : undefined;
    const digits =
      action.digits?.kind === 'exact'
        ? literal(action.digits.content)
        : options({
            min: range?.min === undefined ? undefined : literal(range.min),
            max: range?.max === undefined ? undefined : literal(range.max),
            terminatingDtmf: text(range?.terminatingDtmf),
          });
    return built(
      'collectInput',
      action.name,
      object({
        inputData,
        digits,
        inputAudio: values.of(action.inputAudio, 'audio'),
        interDigitTimeout: values.orUnset(action.interDigitTimeout, 'duration'),
        noEntryTimeout: values.orUnset(action.noEntryTimeout, 'duration'),
        includeTerminatingDtmfInResultData:
          action.includeTerminatingDtmfInResultData === undefined
            ? undefined
            : literal(action.includeTerminatingDtmfInResultData),
        acceptJustStar: unlessLiteral(false, action.acceptJustStar, values.of(action.acceptJustStar, 'boolean')),
        acceptJustPound: unlessLiteral(false, action.acceptJustPound, values.of(action.acceptJustPound, 'boolean')),
        verificationType: unless('none', action.verificationType),
        onSuccess: branch(action.outputs?.success, scope),
        onFailure: branch(action.outputs?.failure, scope),
      }),
    );
  },
  completeSurveyInvite: (action, { values }) =>
    built(
      'completeSurveyInvite',
      action.name,
      object({
        targetAddress: values.of(action.targetAddress, 'string'),
        inviteSubject: values.of(action.inviteSubject, 'string'),
        inviteBody: values.of(action.inviteBody, 'string'),
        reminderSubject: values.orUnset(action.reminderSubject, 'string'),
        reminderBody: values.orUnset(action.reminderBody, 'string'),
      }),
    ),
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
  dataTableLookup: (action, scope) => {
    const { dataTable, lookupValue, outputs } = action;
    if (!dataTable) return undefined;
    const { foundOutputs, failureOutputs } = dataTable.content;
    const table = scope.called('dataTable', '', dataTable.name, { outputs: foundOutputs });
    return built(
      'dataTableLookup',
      action.name,
      table.code,
      object({
        lookupValue: scope.values.of(lookupValue, 'string'),
        foundOutputs: outputsOf(foundOutputs, table.outputs, scope),
        onFound: branch(outputs?.found, scope),
        onNotFound: branch(outputs?.notFound, scope),
        ...failureOptions(
          { ...defined({ failureOutputs }), ...defined({ outputs: outputs?.failure && { failure: outputs.failure } }) },
          scope,
        ),
      }),
    );
  },
  decryptData: (action, scope) =>
    built(
      'decryptData',
      action.name,
      object({
        dataToDecrypt: scope.values.orUnset(action.dataToDecrypt, 'string'),
        decryptedData: scope.values.binding(action.decryptedData, single('json')),
        ...failureOptions(action, scope),
      }),
    ),
  decision: (action, scope) => {
    const condition = scope.values.of(action.condition, 'boolean');
    return (
      condition &&
      built(
        'decision',
        action.name,
        condition,
        object({ yes: branch(action.outputs?.yes, scope), no: branch(action.outputs?.no, scope) }),
      )
    );
  },
  detectSilence: (action, scope) => built('detectSilence', action.name, options(silence(action, scope))),
  dialByExtension: (action, { values }) =>
    built(
      'dialByExtension',
      action.name,
      options({ interDigitTimeout: values.orUnset(action.interDigitTimeout, 'duration') }),
    ),
  disconnect: ({ name }) => withDefaultName('disconnect', 'Disconnect', name),
  disconnectWorkitem: onOne('disconnectWorkitem', 'Disconnect Workitem'),
  enableParticipantRecord: ({ name }) =>
    withDefaultName('enableParticipantRecord', 'Enable Participant Recording', name),
  encryptData: (action, scope) =>
    built(
      'encryptData',
      action.name,
      object({
        dataToEncrypt: scope.values.of(action.dataToEncrypt, 'json'),
        encryptedData: scope.values.binding(action.encryptedData, TEXT),
        ...failureOptions(action, scope),
      }),
    ),
  endState: ({ name }) => withDefaultName('endState', 'End State', name),
  endTask: ({ name, outputPath }) =>
    outputPath?.name === 'default'
      ? withDefaultName('endTask', 'End Task', name)
      : built('endTask', name, text(outputPath?.name)),
  endWorkflow: ({ name, exitReason }, { values }) =>
    isNoValue(exitReason)
      ? withDefaultName('endWorkflow', 'End Workflow', name)
      : built('endWorkflow', name, values.of(exitReason, 'string')),
  evaluateSchedule: (action, scope) => {
    const { selectedSchedule, evaluationTimeZone, scheduleTimeZone, evaluate } = action.evaluationType?.schedule ?? {};
    const zone = typeof scheduleTimeZone === 'object' ? scheduleTimeZone : undefined;
    return built(
      'evaluateSchedule',
      action.name,
      object({
        schedule: scope.values.of(selectedSchedule, 'schedule'),
        timeZone: evaluationTimeZone === undefined ? undefined : scope.values.of(zone, 'string'),
        at: evaluate?.kind === 'dateTime' ? scope.values.of(evaluate.content, 'dateTime') : undefined,
        emergencyGroup: groupOf(action.emergencyGroup, scope),
        onActive: branch(action.outputs?.active, scope),
        onInactive: branch(action.outputs?.inactive, scope),
        onEmergency: branch(action.outputs?.emergency, scope),
      }),
    );
  },
  evaluateScheduleGroup: (action, scope) =>
    built(
      'evaluateScheduleGroup',
      action.name,
      object({
        scheduleGroup: scope.values.of(action.scheduleGroup, 'scheduleGroup'),
        inServiceSchedules: scope.values.binding(action.inServiceSchedules, single('string', true)),
        at: action.evaluate?.kind === 'dateTime' ? scope.values.of(action.evaluate.content, 'dateTime') : undefined,
        emergencyGroup: groupOf(action.emergencyGroup, scope),
        onOpen: branch(action.outputs?.open, scope),
        onClosed: branch(action.outputs?.closed, scope),
        onHoliday: branch(action.outputs?.holiday, scope),
        onEmergency: branch(action.outputs?.emergency, scope),
      }),
    ),
  exitWorkitemFlow: ({ name }) => withDefaultName('exitWorkitemFlow', 'Exit Workitem Flow', name),
  flushAudio: ({ name }) => withDefaultName('flushAudio', 'Flush Audio', name),
  findEmergencyGroup: find('findEmergencyGroup', single('emergencyGroup')),
  findGroup: find('findGroup', single('group')),
  findLanguageSkill: find('findLanguageSkill', single('languageSkill')),
  findQueue: find('findQueue', single('queue')),
  findQueueById: find('findQueueById', single('queue')),
  findSchedule: find('findSchedule', single('schedule')),
  findScheduleGroup: find('findScheduleGroup', single('scheduleGroup')),
  findSkill: find('findSkill', single('skill')),
  findSystemPrompt: find('findSystemPrompt', single('prompt')),
  findUser: find('findUser', single('user')),
  findUserById: find('findUserById', single('user')),
  findUserPrompt: find('findUserPrompt', single('prompt')),
  findUsersById: find('findUsersById', single('user', true)),
  findUtilizationLabel: find('findUtilizationLabel', single('utilizationLabel')),
  getConversationData: (action, scope) => {
    const { conversationId, participantId, outputs } = action;
    const attributes = read(action.attributes, scope);
    return (
      attributes &&
      built(
        'getConversationData',
        action.name,
        object({
          conversationId: scope.values.of(conversationId, 'string'),
          participantId: scope.values.orUnset(participantId, 'string'),
          attributes,
          onFound: branch(outputs?.found, scope),
          onNotFound: branch(outputs?.notFound, scope),
        }),
      )
    );
  },
  getExternalContact: (action, scope) => external('getExternalContact', 'externalContact', action, scope),
  getExternalOrganization: (action, scope) =>
    external('getExternalOrganization', 'externalOrganization', action, scope),
  getParticipantData: (action, scope) => {
    const attributes = read(action.attributes, scope);
    return attributes && built('getParticipantData', action.name, attributes);
  },
  getRawSIPHeaders: (action, scope) =>
    built(
      'getRawSIPHeaders',
      action.name,
      object({
        rawSIPHeadersResult: scope.values.binding(action.rawSIPHeadersResult, TEXT),
        ...failureOptions(action, scope),
      }),
    ),
  getSIPHeaders: (action, scope) =>
    built(
      'getSIPHeaders',
      action.name,
      object({
        sipHeaderNames: scope.values.orUnset(action.sipHeaderNames, 'stringCollection'),
        sipHeadersResult: scope.values.binding(action.sipHeadersResult, single('json')),
        ...failureOptions(action, scope),
      }),
    ),
  holdMusic: (action, { values }) => {
    const { prompt, bargeInEnabled, playStyle } = action;
    const isUsual = prompt?.kind === 'expression' && prompt.text === 'Flow.HoldPrompt';
    const rest = options({
      prompt: isUsual ? undefined : values.of(prompt, 'prompt'),
      duration: playStyle?.kind === 'duration' ? values.of(playStyle.content, 'duration') : undefined,
      bargeInEnabled: unlessLiteral(false, bargeInEnabled, values.of(bargeInEnabled, 'boolean')),
    });
    return rest ? built('holdMusic', action.name, rest) : withDefaultName('holdMusic', 'Hold Music', action.name);
  },
  initializeFlowOutcome: (action, scope) =>
    built('initializeFlowOutcome', action.name, reference('flowOutcome', action.flowOutcome, scope)),
  jumpToMenu: (action, scope) =>
    action.targetMenuRef && built('jumpToMenu', action.name, lambda([], scope.container(action.targetMenuRef))),
  jumpToTask: (action, scope) =>
    action.targetTaskRef && built('jumpToTask', action.name, lambda([], scope.container(action.targetTaskRef))),
  loop: (action, scope) =>
    built(
      'loop',
      action.name,
      object({
        times: scope.values.of(action.loopCount, 'integer'),
        index: scope.values.binding(action.currentIndex, single('integer')),
      }),
      branch(action.outputs?.loop, scope) ?? list([]),
    ),
  loopExit: ({ name }) => withDefaultName('loopExit', 'Exit Loop', name),
  loopNext: ({ name }) => withDefaultName('loopNext', 'Next Loop', name),
  loopUntil: (action, scope) => {
    const cases = (action.untilCases ?? []).map(({ name, condition }) => ({
      key: name ?? '',
      value: scope.values.of(condition, 'boolean') ?? literal(true),
    }));
    return built(
      'loopUntil',
      action.name,
      object({
        until: { kind: 'object', entries: cases },
        maxLoopCount: scope.values.orUnset(action.maxLoopCount, 'integer'),
        index: scope.values.binding(action.currentIndex, single('integer')),
        onUntil: namedPaths(action.outputs?.paths, scope),
        onLoopsMax: branch(action.outputs?.loopsMax, scope),
      }),
      branch(action.outputs?.loop, scope) ?? list([]),
    );
  },
  playAudio: (action, { values }) => built('playAudio', action.name, values.of(action.audio, 'audio')),
  playAudioOnSilence: (action, scope) =>
    built(
      'playAudioOnSilence',
      action.name,
      object({
        audio: scope.values.of(action.audio, 'audio'),
        allowedRepeatCount: scope.values.of(action.allowedRepeatCount, 'integer'),
        actualRepeatCount: scope.values.binding(action.actualRepeatCount, single('integer')),
        ...silence(action, scope),
      }),
    ),
  playEstimatedWaitTime: (action, { values }) => {
    const intervals = action.specificRoundingIntervals?.map(
      (interval) => values.of(interval, 'duration') ?? literal(0),
    );
    const rest = options({
      estimatedWaitTime: unlessExpression(
        'Call.EstimatedWaitTime',
        action.estimatedWaitTime,
        values.of(action.estimatedWaitTime, 'duration'),
      ),
      playbackMode: unless('about', action.playbackMode),
      roundingInterval: isDuration(action.roundingInterval, minutes(5))
        ? undefined
        : values.of(action.roundingInterval, 'duration'),
      specificRoundingIntervals:
        hasUsualIntervals(action.specificRoundingIntervals) || !intervals ? undefined : list(intervals),
    });
    return rest
      ? built('playEstimatedWaitTime', action.name, rest)
      : withDefaultName('playEstimatedWaitTime', 'Play Estimated Wait Time', action.name);
  },
  playPositionInQueue: (action, { values }) => {
    const rest = options({
      positionInQueue: unlessExpression(
        'Call.PositionInQueue',
        action.positionInQueue,
        values.of(action.positionInQueue, 'integer'),
      ),
      playbackMode: unless('number', action.playbackMode),
    });
    return rest
      ? built('playPositionInQueue', action.name, rest)
      : withDefaultName('playPositionInQueue', 'Play Position in Queue', action.name);
  },
  playUserGreeting: (action, { values }) => built('playUserGreeting', action.name, values.of(action.user, 'user')),
  playUserName: (action, { values }) => built('playUserName', action.name, values.of(action.user, 'user')),
  previousMenu: ({ name }) => withDefaultName('previousMenu', 'Previous Menu', name),
  repeatMenu: ({ name }) => withDefaultName('repeatMenu', 'Repeat Menu', name),
  searchExternalContacts: (action, scope) =>
    built(
      'searchExternalContacts',
      action.name,
      object({
        searchTerm: scope.values.of(action.searchTerm, 'string'),
        externalResults: scope.values.binding(action.externalResults, single('externalContact', true)),
        onMatchExact: branch(action.outputs?.matchExact, scope),
        onMatchMultiple: branch(action.outputs?.matchMultiple, scope),
        onNotFound: branch(action.outputs?.notFound, scope),
      }),
    ),
  sendAutoReply: (action, { values }) =>
    built(
      'sendAutoReply',
      action.name,
      object({
        messageBody: values.message(action.messageBody),
        subject: values.of(action.subject, 'string'),
        from: values.orUnset(action.from, 'emailAddress'),
        replyTo: values.orUnset(action.replyTo, 'emailAddress'),
        cc: values.orUnset(action.cc, 'emailAddressCollection'),
        bcc: values.orUnset(action.bcc, 'emailAddressCollection'),
        replyMode: unless('replyToSender', action.replyMode),
      }),
    ),
  sendNotification: (action, scope) => {
    const { values } = scope;
    return built(
      'sendNotification',
      action.name,
      object({
        sendToUsers: values.of(action.sendToUsers, 'userCollection'),
        body: values.of(action.body, 'string'),
        subject: values.orUnset(action.subject, 'string'),
        notificationType: unlessLiteral('email', action.notificationType, values.of(action.notificationType, 'string')),
        emailFrom: values.orUnset(action.emailFrom, 'emailAddress'),
        emailNotificationStyle: values.orUnset(action.emailNotificationStyle, 'string'),
        ...failureOptions(action, scope),
      }),
    );
  },
  sendResponse: (action, { values }) =>
    built(
      'sendResponse',
      action.name,
      values.message(action.messageBody),
      options({ messageBodyStyle: values.of(action.messageBodyStyle, 'string') }),
    ),
  setConversationData: (action, scope) => {
    const attributes = written(action.attributes, scope);
    return (
      attributes &&
      built(
        'setConversationData',
        action.name,
        object({
          conversationId: scope.values.of(action.conversationId, 'string'),
          participantId: scope.values.orUnset(action.participantId, 'string'),
          attributes,
          onSuccess: branch(action.outputs?.success, scope),
          onFailure: branch(action.outputs?.failure, scope),
        }),
      )
    );
  },
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
  setParticipantData: (action, scope) => {
    const attributes = written(action.attributes, scope);
    return attributes && built('setParticipantData', action.name, attributes);
  },
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
  setUUIData: (action, { values }) =>
    built(
      'setUUIData',
      action.name,
      values.of(action.uuiData, 'string'),
      options({ mode: unless('transfer', action.mode) }),
    ),
  setWhisperAudio: (action, scope) =>
    setOne('setWhisperAudio', action, scope.values.of(action.whisperAudio, 'audio'), scope),
  setWrapupCode: (action, scope) =>
    setOne('setWrapupCode', action, scope.values.of(action.wrapupCode, 'wrapupCode'), scope),
  switch: switchCode,
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
  updateData: (action, scope) => {
    const assignments = statements(action.statements, scope);
    return assignments && built('updateData', action.name, assignments);
  },
  updateWorkitem: (action, scope) => {
    const assignments = statements(action.statements, scope);
    return (
      assignments &&
      built('updateWorkitem', action.name, object({ statements: assignments, ...failureOptions(action, scope) }))
    );
  },
  wait: (action, { values }) => {
    const trim = unlessLiteral(
      false,
      action.trimDurationNearMaxRunningTime,
      values.of(action.trimDurationNearMaxRunningTime, 'boolean'),
    );
    return built(
      'wait',
      action.name,
      values.of(action.duration, 'duration'),
      options({ trimDurationNearMaxRunningTime: trim }),
    );
  },
};

/** The call of the builder of an action. Undefined where there is none, or where it cannot write the action. */
export function actionCode(action: Action, scope: ActionScope): Code | undefined {
  if (action.kind === 'unknown') return undefined;
  const code = codes[action.kind] as ((action: Action, scope: ActionScope) => Code | undefined) | undefined;
  return code?.(action, scope);
}

function silence(action: ActionNode<'detectSilence'> | ActionNode<'playAudioOnSilence'>, scope: ActionScope) {
  return {
    silenceDuration: scope.values.orUnset(action.silenceDuration, 'duration'),
    timeout: scope.values.orUnset(action.timeout, 'duration'),
    onSuccess: branch(action.outputs?.success, scope),
    onTimeout: branch(action.outputs?.timeout, scope),
  };
}

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
      externalResult: scope.values.binding(action.externalResult, single(kind)),
      onFound: branch(action.outputs?.found, scope),
      onNotFound: branch(action.outputs?.notFound, scope),
    }),
  );

const groupOf = (group: ActionNode<'evaluateScheduleGroup'>['emergencyGroup'], { values }: ActionScope) =>
  group && 'kind' in group ? values.orUnset(group, 'emergencyGroup') : undefined;

const unlessExpression = (usual: string, node: ValueNode | undefined, code: Code | undefined): Code | undefined =>
  node?.kind === 'expression' && node.text === usual ? undefined : code;

const isDuration = (node: ValueNode | undefined, expected: object): boolean =>
  JSON.stringify(literalDuration(node)) === JSON.stringify(expected);

const USUAL_INTERVALS = [seconds(30), minutes(1), minutes(2), minutes(5)];

const hasUsualIntervals = (nodes: readonly ValueNode[] | undefined): boolean =>
  nodes?.length === USUAL_INTERVALS.length && USUAL_INTERVALS.every((interval, i) => isDuration(nodes[i], interval));
