import { readBody } from '../../../../src/emulator/state/shape';
import { type Queue, queue } from '../../../../src/emulator/state/tables/queue';
import { problemsIn, testTable } from '../private/table-test';

testTable(queue, { name: 'Support' }, [
  [
    { mediaSettings: { callback: { mode: 'AgentFirst' } } },
    { mediaSettings: { callback: { mode: '' } } },
    'mediaSettings.callback.mode is ""; expected one of AgentFirst, CustomerFirst',
  ],
  [
    { mediaSettings: { call: { serviceLevel: { percentage: 0.8 } } } },
    { mediaSettings: { call: { serviceLevel: { percentage: 8 } } } },
    'mediaSettings.call.serviceLevel.percentage is 8; expected a number from 0 to 1',
  ],
  [
    { mediaSettings: { chat: { alertingTimeoutSeconds: 7 } } },
    { mediaSettings: { chat: { alertingTimeoutSeconds: 1 } } },
    'mediaSettings.chat.alertingTimeoutSeconds is 1; expected a whole number of at least 7',
  ],
  [
    { mediaSettings: { email: { serviceLevel: { durationMs: 1000 } } } },
    { mediaSettings: { email: { serviceLevel: { durationMs: 999 } } } },
    'mediaSettings.email.serviceLevel.durationMs is 999; expected a whole number of at least 1000',
  ],
  [
    { mediaSettings: { callback: { retryDelaySeconds: 60 } } },
    { mediaSettings: { callback: { retryDelaySeconds: 59 } } },
    'mediaSettings.callback.retryDelaySeconds is 59; expected a whole number from 60 to 86400',
  ],
  [
    { mediaSettings: { callback: { maxRetryCount: 20 } } },
    { mediaSettings: { callback: { maxRetryCount: 21 } } },
    'mediaSettings.callback.maxRetryCount is 21; expected a whole number from 0 to 20',
  ],
  [
    { mediaSettings: { callback: { autoEndDelaySeconds: 1200 } } },
    { mediaSettings: { callback: { autoEndDelaySeconds: 1201 } } },
    'mediaSettings.callback.autoEndDelaySeconds is 1201; expected a whole number from 0 to 1200',
  ],
  [
    { mediaSettings: { callback: { pacingModifier: 1.5 } } },
    { mediaSettings: { callback: { pacingModifier: 0.5 } } },
    'mediaSettings.callback.pacingModifier is 0.5; expected a number of at least 1',
  ],
  [
    { mediaSettings: { callback: { liveVoiceReactionType: 'HangUp' } } },
    { mediaSettings: { callback: { liveVoiceReactionType: 'Sing' } } },
    'mediaSettings.callback.liveVoiceReactionType is "Sing"; expected one of HangUp, TransferToQueue, TransferToFlow',
  ],
  [
    { mediaSettings: { message: { inactivityTimeoutSettings: { actionType: 'DISCONNECT' } } } },
    { mediaSettings: { message: { inactivityTimeoutSettings: { actionType: 'WAIT' } } } },
    'mediaSettings.message.inactivityTimeoutSettings.actionType is "WAIT"; expected one of DISCONNECT, SEND_TO_ARCHITECT_FLOW',
  ],
  [
    { acwSettings: { wrapupPrompt: 'OPTIONAL', timeoutMs: 0 } },
    { acwSettings: { wrapupPrompt: 'NEVER', timeoutMs: 0 } },
    'acwSettings.wrapupPrompt is "NEVER"; expected one of MANDATORY, OPTIONAL, MANDATORY_TIMEOUT, MANDATORY_FORCED_TIMEOUT, AGENT_REQUESTED',
  ],
  [
    { routingRules: [{ operator: 'ANY', waitSeconds: 2 }] },
    { routingRules: [{ operator: 'ANY', waitSeconds: 1 }] },
    'routingRules[0].waitSeconds is 1; expected a number from 2 to 259200',
  ],
  [
    { routingRules: Array.from({ length: 6 }, () => ({})) },
    { routingRules: Array.from({ length: 7 }, () => ({})) },
    'routingRules has 7 entries; expected at most 6',
  ],
  [
    { bullseye: { rings: [{ expansionCriteria: [{ type: 'TIMEOUT_SECONDS', threshold: 0 }] }] } },
    { bullseye: { rings: [{ expansionCriteria: [{ type: 'TIMEOUT_SECONDS', threshold: -1 }] }] } },
    'bullseye.rings[0].expansionCriteria[0].threshold is -1; expected a number from 0 to 259200',
  ],
  [
    { memberGroups: [{ id: 'g', type: 'SKILLGROUP' }] },
    { memberGroups: [{ id: 'g', type: 'CLUB' }] },
    'memberGroups[0].type is "CLUB"; expected one of TEAM, GROUP, SKILLGROUP',
  ],
  [
    { lastAgentRoutingMode: 'AnyAgent' },
    { lastAgentRoutingMode: 'Everybody' },
    'lastAgentRoutingMode is "Everybody"; expected one of Disabled, QueueMembersOnly, AnyAgent',
  ],
  [
    { scoringMethod: 'PriorityOnly' },
    { scoringMethod: 'ByAge' },
    'scoringMethod is "ByAge"; expected one of TimestampAndPriority, PriorityOnly',
  ],
  [
    { skillEvaluationMethod: 'BEST' },
    { skillEvaluationMethod: 'WORST' },
    'skillEvaluationMethod is "WORST"; expected one of NONE, BEST, ALL',
  ],
  [
    { conditionalGroupRouting: { rules: [{ operator: 'LessThan', waitSeconds: 0 }] } },
    { conditionalGroupRouting: { rules: [{ operator: 'Like', waitSeconds: 0 }] } },
    'conditionalGroupRouting.rules[0].operator is "Like"; expected one of GreaterThan, GreaterThanOrEqualTo, LessThan, LessThanOrEqualTo',
  ],
  [
    { conditionalGroupActivation: { rules: [{ conditions: [{ simpleMetric: { metric: 'ServiceLevel' } }] }] } },
    { conditionalGroupActivation: { rules: [{ conditions: [{ simpleMetric: { metric: 'Mood' } }] }] } },
    'conditionalGroupActivation.rules[0].conditions[0].simpleMetric.metric is "Mood"; expected one of EstimatedWaitTime, ServiceLevel, IdleAgentCount',
  ],
  [
    { directRouting: { agentWaitSeconds: 60 } },
    { directRouting: { agentWaitSeconds: 59 } },
    'directRouting.agentWaitSeconds is 59; expected a whole number from 60 to 864000',
  ],
  [
    { agentOwnedRouting: { maxOwnedCallbackHours: 168 } },
    { agentOwnedRouting: { maxOwnedCallbackHours: 169 } },
    'agentOwnedRouting.maxOwnedCallbackHours is 169; expected a whole number from 1 to 168',
  ],
  [
    { cannedResponseLibraries: { mode: 'None' } },
    { cannedResponseLibraries: { mode: 'Some' } },
    'cannedResponseLibraries.mode is "Some"; expected one of All, SelectedOnly, None',
  ],
  [
    { enableTranscription: 'true' },
    { enableTranscription: 'yes' },
    'enableTranscription is "yes"; expected true or false',
  ],
]);

test('0 stands for what a configuration leaves out, as the provider writes it', () => {
  const call = { alertingTimeoutSeconds: 0, serviceLevel: { percentage: 0, durationMs: 0 } };

  expect(problemsIn(queue, { name: 'Support', mediaSettings: { call } })).toEqual([]);
});

test('what only the org sets is ignored, whatever a body says', () => {
  const { body } = readBody({ name: 'Support', members: 'everybody', memberCount: 5, wrapupCodes: [1] }, queue);

  expect(body).toEqual({ name: 'Support' });
});

test('a queue has the types of its table', () => {
  const support: Queue = { id: 'q', name: 'Support', division: { id: 'home' } };
  const percentage: number | undefined = support.mediaSettings?.call?.serviceLevel?.percentage;
  const mode: 'AgentFirst' | 'CustomerFirst' | undefined = support.mediaSettings?.callback?.mode;
  // @ts-expect-error A queue is in a division.
  const lost: Queue = { id: 'q', name: 'Support' };
  // @ts-expect-error There is no such field.
  const misspelt = support.scoringMetod;
  // @ts-expect-error Nor such a value.
  const unknown: Queue = { ...support, skillEvaluationMethod: 'WORST' };

  expect([percentage, mode, misspelt]).toEqual([undefined, undefined, undefined]);
  expect([lost, unknown]).toHaveLength(2);
});
