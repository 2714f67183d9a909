import {
  addFlowMilestone,
  clearUtilizationLabel,
  createCallback,
  disconnect,
  evaluateSchedule,
  evaluateScheduleGroup,
  initializeFlowOutcome,
  loopExit,
  seconds,
  setExternalTag,
  setFlowOutcome,
  setPriority,
  setScreenPop,
  setSkills,
  setUtilizationLabel,
  setWrapupCode,
  transferToAcd,
  transferToFlow,
  transferToFlowSecure,
  transferToGroup,
  transferToNumber,
  transferToUser,
  transferToVoicemail,
} from '../../../../src';
import type { Examples } from '../private/example';
import {
  callerIdentified,
  databasesRead,
  flow,
  lunchBreak,
  openingHours,
  orderLine,
  orders,
  selfService,
  snowDay,
} from '../private/fixtures';

const nobodyAsks = { errorType: { noValue: true }, errorMessage: { noValue: true } };
const thenDisconnect = { actions: [{ disconnect: { name: 'Disconnect' } }] };

export const routing = {
  transferToAcd: {
    rule: 'a queue stands for its name; skills are listed one by one',
    action: transferToAcd('To an agent', {
      targetQueue: orders,
      preTransferAudio: 'One moment.',
      priority: 10,
      skills: [flow.skill],
      overrideInQueueFlow: orderLine,
      onFailure: [disconnect()],
    }),
    yaml: {
      name: 'To an agent',
      targetQueue: { lit: { name: 'Orders' } },
      acdSkills: [{ acdSkill: { exp: 'Flow.skill' } }],
      preTransferAudio: { tts: 'One moment.' },
      priority: { lit: 10 },
      preferredAgents: { noValue: true },
      languageSkill: { noValue: true },
      overrideInQueueFlow: { name: 'Order line' },
      failureOutputs: nobodyAsks,
      outputs: { failure: thenDisconnect },
    },
  },
  transferToFlow: {
    rule: 'a flow is an object with a name, without lit',
    action: transferToFlow('On', { targetFlow: orderLine }),
    yaml: { name: 'On', targetFlow: { name: 'Order line' }, failureOutputs: nobodyAsks },
  },
  transferToFlowSecure: {
    rule: 'what the secure flow is told is a text',
    action: transferToFlowSecure('Pay', {
      targetFlow: 'Pay by card',
      connectTimeout: seconds(20),
      invocationData: flow.customerId,
      failureTransferAudio: 'That did not work.',
    }),
    yaml: {
      name: 'Pay',
      targetFlow: { name: 'Pay by card' },
      connectTimeout: { lit: { seconds: 20 } },
      invocationData: { exp: 'Flow.customerId' },
      failureTransferAudio: { tts: 'That did not work.' },
      failureOutputs: nobodyAsks,
    },
  },
  transferToNumber: {
    rule: 'a number is a text',
    action: transferToNumber('Night desk', { targetNumber: '+4930123456', failureOutputs: { errorType: flow.status } }),
    yaml: {
      name: 'Night desk',
      targetNumber: { lit: '+4930123456' },
      connectTimeout: { noValue: true },
      failureOutputs: { errorType: { var: 'Flow.status' }, errorMessage: { noValue: true } },
    },
  },
  transferToUser: {
    rule: 'whether voicemail may answer is only written when it was said',
    action: transferToUser('To the agent', { targetUser: flow.user, allowVoicemailRollover: false }),
    yaml: {
      name: 'To the agent',
      targetUser: { exp: 'Flow.user' },
      connectTimeout: { noValue: true },
      allowVoicemailRollover: { lit: false },
      failureOutputs: nobodyAsks,
    },
  },
  transferToGroup: {
    rule: 'it has the form of transferToUser',
    action: transferToGroup('To the team', { targetGroup: flow.group }),
    yaml: {
      name: 'To the team',
      targetGroup: { exp: 'Flow.group' },
      connectTimeout: { noValue: true },
      failureOutputs: nobodyAsks,
    },
  },
  transferToVoicemail: {
    rule: 'whose voicemail it is tells the kind of destination',
    action: transferToVoicemail('Leave a message', {
      targetQueue: orders,
      callbackNumber: flow.callbackNumber,
      voicemailGreeting: 'After the tone.',
      onFailure: [disconnect()],
    }),
    yaml: {
      name: 'Leave a message',
      destination: {
        queue: {
          targetQueue: { lit: { name: 'Orders' } },
          callbackNumber: { exp: 'Flow.callbackNumber' },
          calleeName: { noValue: true },
          voicemailGreeting: { tts: 'After the tone.' },
        },
      },
      failureOutputs: nobodyAsks,
      outputs: { failure: thenDisconnect },
    },
  },
  createCallback: {
    rule: 'the script is a key, what it is told stands below',
    action: createCallback('Call back', {
      callbackNumber: flow.callbackNumber,
      queue: orders,
      calleeName: flow.customerName,
      callbackScript: { name: 'Callback', inputs: { customerId: flow.customerId } },
    }),
    yaml: {
      name: 'Call back',
      callbackNumber: { exp: 'Flow.callbackNumber' },
      calleeName: { exp: 'Flow.customerName' },
      queue: { lit: { name: 'Orders' } },
      callbackScript: { Callback: { inputs: { customerId: { exp: 'Flow.customerId' } } } },
    },
  },
  setScreenPop: {
    rule: 'a script that is told nothing says none',
    action: setScreenPop('Show', { name: 'Support' }),
    yaml: { name: 'Show', screenPopScript: { Support: { none: true } } },
  },
  setPriority: {
    rule: 'a priority is a value',
    action: setPriority('Waited long', 100, { onSuccess: [loopExit()] }),
    yaml: {
      name: 'Waited long',
      priority: { lit: 100 },
      failureOutputs: nobodyAsks,
      outputs: { success: { actions: [{ loopExit: { name: 'Exit Loop' } }] } },
    },
  },
  setSkills: {
    rule: 'a collection of skills is one value',
    action: setSkills('Anybody', { skills: flow.skills, languageSkill: flow.languageSkill }),
    yaml: {
      name: 'Anybody',
      acdSkills: { exp: 'Flow.skills' },
      languageSkill: { exp: 'Flow.languageSkill' },
      failureOutputs: nobodyAsks,
    },
  },
  setExternalTag: {
    rule: 'it can only fail',
    action: setExternalTag('Case', flow.customerId, { onFailure: [disconnect()] }),
    yaml: {
      name: 'Case',
      externalTag: { exp: 'Flow.customerId' },
      failureOutputs: nobodyAsks,
      outputs: { failure: thenDisconnect },
    },
  },
  setWrapupCode: {
    rule: 'a wrap-up code stands for its name',
    action: setWrapupCode('Helped itself', selfService),
    yaml: { name: 'Helped itself', wrapupCode: { lit: { name: 'Self service' } }, failureOutputs: nobodyAsks },
  },
  setUtilizationLabel: {
    rule: 'a label is a value',
    action: setUtilizationLabel('Long', flow.label),
    yaml: { name: 'Long', utilizationLabel: { exp: 'Flow.label' }, failureOutputs: nobodyAsks },
  },
  clearUtilizationLabel: {
    rule: 'it needs no value',
    action: clearUtilizationLabel('Short', { onSuccess: [loopExit()] }),
    yaml: {
      name: 'Short',
      failureOutputs: nobodyAsks,
      outputs: { success: { actions: [{ loopExit: { name: 'Exit Loop' } }] } },
    },
  },
  evaluateScheduleGroup: {
    rule: 'now is told by true; groups stand for their names',
    action: evaluateScheduleGroup('Open?', {
      scheduleGroup: openingHours,
      emergencyGroup: snowDay,
      onClosed: [disconnect()],
    }),
    yaml: {
      name: 'Open?',
      inServiceSchedules: { noValue: true },
      evaluate: { now: true },
      scheduleGroup: { lit: { name: 'Opening hours' } },
      emergencyGroup: { lit: { name: 'Snow day' } },
      outputs: { closed: thenDisconnect },
    },
  },
  evaluateSchedule: {
    rule: 'a schedule, its time zone twice and the moment stand inside',
    action: evaluateSchedule('Lunch?', { schedule: lunchBreak, at: flow.moment, timeZone: 'Europe/Berlin' }),
    yaml: {
      name: 'Lunch?',
      evaluationType: {
        schedule: {
          selectedSchedule: { lit: { name: 'Lunch break' } },
          evaluationTimeZone: 'Europe/Berlin',
          scheduleTimeZone: { lit: 'Europe/Berlin' },
          evaluate: { dateTime: { exp: 'Flow.moment' } },
        },
      },
    },
  },
  initializeFlowOutcome: {
    rule: 'an outcome is an object with a name',
    action: initializeFlowOutcome('Begin', callerIdentified),
    yaml: { name: 'Begin', flowOutcome: { name: 'Caller identified' } },
  },
  setFlowOutcome: {
    rule: 'how it ended is a value',
    action: setFlowOutcome('Identified', callerIdentified, { value: 'SUCCESS' }),
    yaml: { name: 'Identified', flowOutcome: { name: 'Caller identified' }, flowOutcomeValue: { lit: 'SUCCESS' } },
  },
  addFlowMilestone: {
    rule: 'a milestone may belong to an outcome',
    action: addFlowMilestone('All asked', databasesRead, { flowOutcome: 'Caller identified' }),
    yaml: {
      name: 'All asked',
      flowOutcome: { name: 'Caller identified' },
      flowMilestone: { name: 'Databases asked' },
    },
  },
} satisfies Examples;
