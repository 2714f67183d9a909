import {
  disconnect,
  endState,
  existing,
  group,
  hours,
  inboundCall,
  inqueueCall,
  inqueueEmail,
  holdMusic,
  minutes,
  queue,
  type QueueProps,
  seconds,
  task,
  wrapupCode,
} from '../../src';
import { wrong } from './private/wrong';

const alerting = { alertingTimeout: seconds(20), serviceLevel: { percentage: 80, within: seconds(20) } };
const [sales, nightShift] = [existing('queue', 'Sales'), existing('group', 'Night shift')];

test('a queue that says everything has no problems', () => {
  const repairs = queue({
    name: 'Repairs',
    description: 'What is broken',
    division: 'Europe',
    members: ['agent.1@example.com', { user: existing('user', 'agent.2@example.com'), ring: 2 }],
    groups: [nightShift],
    skillEvaluationMethod: 'BEST',
    scoringMethod: 'PriorityOnly',
    lastAgentRouting: 'QueueMembersOnly',
    routingRules: [{ threshold: 50, wait: seconds(10) }, { operator: 'ANY' }],
    bullseyeRings: [
      { expandAfter: seconds(30), removeSkills: [existing('skill', 'Java')] },
      { expandAfter: seconds(0), groups: [nightShift] },
    ],
    groupRoutingRules: [
      { operator: 'GreaterThan', value: 60, groups: [nightShift] },
      { queue: sales, metric: 'ServiceLevel', operator: 'LessThan', value: 80, wait: seconds(5), groups: [nightShift] },
    ],
    agentOwnedRouting: { keepAtMost: hours(8), planAtMost: hours(48) },
    media: {
      call: { ...alerting, autoAnswer: true, autoAnswerAlertTone: seconds(0.5) },
      callback: {
        ...alerting,
        mode: 'CustomerFirst',
        pacingModifier: 1.5,
        autoDialAndEnd: true,
        autoDialDelay: minutes(20),
        liveVoice: 'TransferToQueue',
        answeringMachine: existing('flow', 'Leave a message'),
        maxRetries: 3,
        retryDelay: minutes(10),
      },
      chat: alerting,
      email: alerting,
      message: {
        ...alerting,
        inactivity: { after: minutes(10), then: 'DISCONNECT' },
        types: { webmessaging: { autoAnswer: false, inactivity: true } },
      },
    },
    wrapupPrompt: 'AGENT_REQUESTED',
    afterCallWorkTimeout: minutes(60),
    wrapupCodes: [wrapupCode({ name: 'Done' }), existing('wrapupCode', 'Wrong number')],
    inQueueFlow: existing('flow', 'Waiting'),
    whisperPrompt: existing('userPrompt', 'whisper_repairs'),
    whisperFor: 'ALL',
    onHoldPrompt: existing('userPrompt', 'music'),
    callingPartyName: 'Northwind',
    callingPartyNumber: '+442079460101',
    transcription: true,
    audioMonitoring: true,
    manualAssignment: false,
    recordInQueue: true,
  });

  expect(wrong(repairs)).toEqual([]);
});

test('what is undefined is not said', () => {
  expect(queue({ name: 'Orders', members: undefined, media: undefined, division: undefined })).toEqual(
    expect.not.objectContaining({ members: undefined }),
  );
  expect(Object.keys(queue({ name: 'Orders', members: undefined, media: undefined }))).toEqual([
    'definition',
    'name',
    'uses',
    'problems',
  ]);
});

test('a queue knows everything it names, each once', () => {
  const done = wrapupCode({ name: 'Done' });
  const java = existing('skill', 'Java');
  const machine = inboundCall({ name: 'Machine', startUp: () => task('Leave', [disconnect()]) });
  const waiting = inqueueCall({ name: 'Waiting', actions: () => [holdMusic('Music', { duration: seconds(30) })] });
  const mail = inqueueEmail({ name: 'Mail', startUp: () => [endState()], periodic: () => [endState()] });
  const user = existing('user', 'agent.1@example.com');
  const repairs = queue({
    name: 'Repairs',
    members: [user],
    groups: [nightShift],
    wrapupCodes: [done, done],
    inQueueFlow: waiting,
    emailInQueueFlow: mail,
    bullseyeRings: [{ expandAfter: seconds(10), removeSkills: [java], groups: [nightShift] }],
    groupRoutingRules: [{ queue: sales, operator: 'LessThan', value: 1, groups: [nightShift] }],
    media: { callback: { ...alerting, answeringMachine: machine } },
  });

  expect(repairs.uses).toEqual([done, waiting, mail, user, nightShift, java, sales, machine]);
});

test('a member is a user by e-mail address, in the first ring unless it is told', () => {
  const { members } = queue({ name: 'Orders', members: ['a@example.com', { user: 'b@example.com', ring: 3 }] });

  expect(members).toMatchObject([
    { user: { definition: 'user', name: 'a@example.com', existing: true }, ring: 1 },
    { user: { name: 'b@example.com' }, ring: 3 },
  ]);
});

test('who is in a group of the queue is no member besides: the provider refuses that', () => {
  const dayShift = group({
    name: 'Day shift',
    members: ['agent.1@example.com', 'agent.2@example.com'],
    owners: ['owner@example.com'],
  });
  const members = ['Agent.1@example.com', 'owner@example.com', 'agent.3@example.com'];
  const help = 'The provider refuses that. Leave them out of members: whoever is in the group answers.';

  expect(wrong(queue({ name: 'Orders', members, groups: [dayShift, nightShift] }))).toEqual([
    `queue Orders: agent.1@example.com is a member by themselves and in the group "Day shift"\n    ${help}`,
    `queue Orders: owner@example.com is a member by themselves and in the group "Day shift"\n    ${help}`,
  ]);
});

const callback = (settings: object): Partial<QueueProps> => ({ media: { callback: { ...alerting, ...settings } } });
const help = { operator: 'LessThan', value: 1, groups: [nightShift] } as const;

test.each<[Partial<QueueProps>, says: string, help: string]>([
  [
    { members: ['agent one'] },
    '"agent one" is no e-mail address',
    'A user is named by their e-mail address: "agent@example.com".',
  ],
  [
    { members: ['a@example.com', existing('user', 'A@example.com')] },
    'the member a@example.com is given twice',
    'Leave one of the two.',
  ],
  [
    { members: [{ user: 'a@example.com', ring: 7 }] },
    'the ring of a@example.com is 7',
    'Give a whole number from 1 to 6.',
  ],
  [
    { wrapupPrompt: 'OPTIONAL', afterCallWorkTimeout: minutes(1) },
    'afterCallWorkTimeout is set, and with the wrap-up prompt OPTIONAL nothing ends by itself',
    'Leave it out, or choose MANDATORY_TIMEOUT, MANDATORY_FORCED_TIMEOUT or AGENT_REQUESTED.',
  ],
  [{ afterCallWorkTimeout: seconds(0.5) }, 'afterCallWorkTimeout is 0.5 seconds', 'Give 1 second to 60 minutes.'],
  [{ afterCallWorkTimeout: minutes(61) }, 'afterCallWorkTimeout is 3660 seconds', 'Give 1 second to 60 minutes.'],
  [
    { media: { call: { ...alerting, alertingTimeout: seconds(6) } } },
    'media.call.alertingTimeout is 6 seconds',
    'Give whole seconds, at least 7 seconds.',
  ],
  [
    { media: { email: { ...alerting, alertingTimeout: seconds(7.5) } } },
    'media.email.alertingTimeout is 7.5 seconds',
    'Give whole seconds, at least 7 seconds.',
  ],
  [
    { media: { chat: { ...alerting, serviceLevel: { percentage: 0.8, within: seconds(20) } } } },
    'media.chat.serviceLevel.percentage is 0.8',
    'Give parts of a hundred: 80.',
  ],
  [
    { media: { message: { ...alerting, serviceLevel: { percentage: 101, within: seconds(0.5) } } } },
    'media.message.serviceLevel.percentage is 101',
    'Give parts of a hundred: 80.',
  ],
  [
    callback({ autoDialDelay: minutes(21) }),
    'media.callback.autoDialDelay is 21 minutes',
    'Give whole seconds, 0 seconds to 20 minutes.',
  ],
  [
    callback({ autoEndDelay: seconds(-1) }),
    'media.callback.autoEndDelay is -1 seconds',
    'Give whole seconds, 0 seconds to 20 minutes.',
  ],
  [callback({ pacingModifier: 0.5 }), 'media.callback.pacingModifier is 0.5', 'Give a number of at least 1.'],
  [callback({ maxRetries: 21 }), 'media.callback.maxRetries is 21', 'Give a whole number from 0 to 20.'],
  [
    callback({ retryDelay: seconds(59) }),
    'media.callback.retryDelay is 59 seconds',
    'Give whole seconds, 1 minute to 1 day.',
  ],
  [{ routingRules: [] }, 'routingRules is empty', 'Give 1 to 6 of them.'],
  [{ routingRules: [{ wait: seconds(1) }] }, 'routingRules[0].wait is 1 second', 'Give 2 seconds to 3 days.'],
  [{ bullseyeRings: [{ expandAfter: seconds(1) }] }, 'bullseyeRings is a list of 1', 'Give 2 to 6 of them.'],
  [
    { groupRoutingRules: [{ ...help, queue: sales }] },
    'groupRoutingRules[0].queue is Sales',
    'Give none: the first rule looks at its own queue.',
  ],
  [
    { groupRoutingRules: [{ ...help, groups: [] }] },
    'groupRoutingRules[0].groups is empty',
    'Give at least 1 of them.',
  ],
  [
    { agentOwnedRouting: { keepAtMost: minutes(90), planAtMost: hours(720) } },
    'agentOwnedRouting.keepAtMost is 90 minutes',
    'Give whole hours, 1 hour to 7 days.',
  ],
  [
    { callingPartyNumber: '020 7946 0101' },
    '"020 7946 0101" is no telephone number in E.164',
    'Write "+", country code and number, digits only: "+442079460101".',
  ],
])('%j is refused', (props, says, help) => {
  expect(wrong(queue({ name: 'Orders', ...props }))).toContain(`queue Orders: ${says}\n    ${help}`);
});

test('everything that is wrong is told at once', () => {
  const media = { call: { alertingTimeout: seconds(1), serviceLevel: { percentage: -1, within: seconds(0) } } };

  expect(wrong(queue({ name: '', media, members: ['nobody'] }))).toHaveLength(5);
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  const line = inboundCall({ name: 'Line', startUp: () => task('Greet', [disconnect()]) });

  // @ts-expect-error an inbound call flow is no in-queue flow, which who has no compiler is told, too
  expect(wrong(queue({ name: 'Orders', inQueueFlow: line }))).toEqual([
    'queue Orders: inQueueFlow is "Line", a flow of kind inboundCall\n    Only a flow of kind inqueueCall works there.',
  ]);
  // @ts-expect-error a workflow of the organisation is none either
  queue({ name: 'Orders', inQueueFlow: existing('flow', 'Waiting', { kind: 'workflow' }) });
  // @ts-expect-error a skill is no group
  queue({ name: 'Orders', groups: [existing('skill', 'Java')] });
  // @ts-expect-error messages have no tone
  queue({ name: 'Orders', media: { message: { ...alerting, autoAnswerAlertTone: seconds(1) } } });
  // @ts-expect-error calls are not dialled
  queue({ name: 'Orders', media: { call: { ...alerting, mode: 'AgentFirst' } } });

  // Who has no compiler is told all the same.
  // @ts-expect-error a medium that says anything says its alerting time-out and its service level
  expect(wrong(queue({ name: 'Orders', media: { call: {} } }))).toEqual([
    'queue Orders: media.call.alertingTimeout is missing\n    Give the time an agent is alerted.',
    'queue Orders: media.call.serviceLevel is missing\n    Give a percentage and a time.',
  ]);
});
