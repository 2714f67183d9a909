import {
  builtIn,
  callRoute,
  createCallback,
  type Definition,
  didPool,
  disconnect,
  endState,
  exp,
  existing,
  group,
  holdMusic,
  hours,
  inboundCall,
  inboundShortMessage,
  inqueueCall,
  inqueueEmail,
  inqueueShortMessage,
  languageSkill,
  minutes,
  type PhoneNumber,
  queue,
  seconds,
  skill,
  state,
  task,
  transferToAcd,
  userPrompt,
  wrapupCode,
} from '../../src';

/** What the organisation has already: as a seed of the local org. */
export const seed = `
users:
  - { name: Agent 1, email: agent.1@example.com }
  - { name: Agent 2, email: agent.2@example.com }
  - { name: Agent 3, email: agent.3@example.com }
groups: [{ name: Night shift }]
queues: [{ name: Overflow }]
wrapUpCodes: [{ name: Solved }]
divisions: [{ name: Europe }]
`;

/** Definitions of routing with everything that can be said of them; `changed` says something else of each. */
export function everyDefinition(changed = false): readonly Definition[] {
  const now = <T, U>(before: T, after: U): T | U => (changed ? after : before);
  const nightShift = existing('group', 'Night shift');
  const dayShift = group({
    name: 'Day shift',
    description: now('From 6 to 22', 'From 7 to 21'),
    members: now(['agent.2@example.com'], ['agent.2@example.com', 'agent.3@example.com']),
    owners: ['agent.3@example.com'],
    addresses: [{ type: 'GROUPRING', number: '+442079460190' }],
    visibility: now('public', 'members'),
    voicemail: { notify: true, withoutPersonalData: now(false, true) },
  });
  const boilers = skill({ name: 'Boilers' });
  const french = languageSkill({ name: 'French' });
  const whisper = userPrompt({
    name: 'whisper_workshop',
    languages: { 'en-us': now('A call for the workshop', 'A call for repairs') },
  });
  const music = userPrompt({ name: 'workshop_music', languages: { 'en-us': 'La la la' } });
  const repaired = wrapupCode({ name: 'Repaired', description: now('It works', 'It works again') });
  const waiting = inqueueCall({
    name: 'Waiting',
    actions: () => [
      holdMusic('Music', { duration: now(minutes(1), minutes(2)) }),
      createCallback('Call back', {
        callbackNumber: exp<PhoneNumber>`ToPhoneNumber(${builtIn('Call.Ani')})`,
        queue: builtIn('Call.CurrentQueue'),
      }),
      disconnect(),
    ],
  });
  const mail = inqueueEmail({
    name: 'Waiting',
    address: 'mail',
    startUp: () => [endState()],
    periodic: () => [endState()],
  });
  const messages = inqueueShortMessage({
    name: 'Waiting',
    address: 'messages',
    startUp: () => [endState()],
    periodic: () => [endState()],
  });
  const lost = inboundShortMessage({ name: 'Nobody writes', startUp: () => state('Start', [disconnect()]) });
  const machine = inboundCall({ name: 'A machine answers', startUp: () => task('Leave', [disconnect()]) });
  const alerting = {
    alertingTimeout: now(seconds(20), seconds(25)),
    serviceLevel: { percentage: now(80, 29), within: seconds(30) },
  };
  const workshop = queue({
    name: now('Workshop', 'Workshop and repairs'),
    address: 'workshop',
    description: 'What is broken',
    division: now(undefined, 'Europe'),
    members: [{ user: 'agent.1@example.com', ring: now(2, 3) }],
    groups: now([nightShift], [nightShift, dayShift]),
    skillEvaluationMethod: 'BEST',
    scoringMethod: now('PriorityOnly', 'TimestampAndPriority'),
    lastAgentRouting: 'QueueMembersOnly',
    routingRules: [{ threshold: 50, wait: now(seconds(10), seconds(2.5)) }, { operator: 'ANY' }],
    media: {
      call: { ...alerting, autoAnswer: true, autoAnswerAlertTone: seconds(1) },
      callback: {
        ...alerting,
        mode: 'CustomerFirst',
        pacingModifier: now(1.5, 2),
        autoDialAndEnd: true,
        autoDialDelay: minutes(2),
        autoEndDelay: minutes(2),
        liveVoice: 'TransferToQueue',
        answeringMachine: now(machine, 'HangUp'),
        maxRetries: 3,
        retryDelay: minutes(10),
      },
      chat: alerting,
      email: alerting,
      message: {
        ...alerting,
        inactivity: { after: minutes(10), then: now(lost, 'DISCONNECT') },
        types: { webmessaging: { autoAnswer: false, inactivity: true } },
      },
    },
    wrapupPrompt: now('AGENT_REQUESTED', 'MANDATORY_FORCED_TIMEOUT'),
    afterCallWorkTimeout: now(minutes(2), minutes(3)),
    wrapupCodes: now([repaired, existing('wrapupCode', 'Solved')], [repaired]),
    inQueueFlow: waiting,
    whisperPrompt: whisper,
    whisperFor: now('ALL', 'AUTO_ANSWERED'),
    onHoldPrompt: music,
    emailInQueueFlow: mail,
    messageInQueueFlow: messages,
    callingPartyName: 'Northwind',
    callingPartyNumber: now('+442079460191', '+442079460192'),
    transcription: true,
    audioMonitoring: true,
    manualAssignment: true,
    recordInQueue: true,
    agentOwnedRouting: { keepAtMost: hours(8), planAtMost: now(hours(48), hours(72)) },
  });
  const bullseye = queue({
    name: 'Bullseye',
    bullseyeRings: [
      { expandAfter: now(seconds(30), seconds(45)), removeSkills: [boilers] },
      { expandAfter: seconds(0), groups: [nightShift] },
    ],
  });
  const helped = queue({
    name: 'Helped out',
    groupRoutingRules: [
      { operator: 'GreaterThan', value: now(60, 90), wait: seconds(5), groups: [nightShift] },
      {
        queue: existing('queue', 'Overflow'),
        metric: 'ServiceLevel',
        operator: 'LessThan',
        value: 80,
        groups: [dayShift],
      },
    ],
  });
  const line = inboundCall({
    name: 'Line',
    startUp: () =>
      task('To the workshop', [
        transferToAcd('On', {
          targetQueue: workshop,
          skills: [boilers],
          languageSkill: french,
          onFailure: [disconnect()],
        }),
      ]),
  });
  const pool = didPool({
    name: 'Workshop',
    first: '+442079461000',
    last: now('+442079461099', '+442079461199'),
    comments: now('From the carrier', 'From another carrier'),
  });
  const route = callRoute({ name: 'Line', numbers: ['+442079461010'], openHours: line });
  const others = [queue({ name: '修理' }), queue({ name: 'Constructor' }), queue({ name: 'CON' })];
  return [
    dayShift,
    boilers,
    french,
    repaired,
    waiting,
    mail,
    messages,
    lost,
    machine,
    workshop,
    bullseye,
    helped,
    line,
    pool,
    route,
    whisper,
    music,
    ...others,
  ];
}
