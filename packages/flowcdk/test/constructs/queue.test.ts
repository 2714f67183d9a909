import {
  disconnect,
  endState,
  existing,
  hours,
  inboundCall,
  inqueueEmail,
  inqueueShortMessage,
  minutes,
  queue,
  seconds,
  task,
} from '../../src';
import { stackOf } from './private/stack';

const alerting = { alertingTimeout: seconds(20), serviceLevel: { percentage: 80, within: seconds(25) } };
const written = {
  alerting_timeout_sec: 20,
  service_level_percentage: 0.8,
  service_level_duration_ms: 25000,
};

/** The queue of a stack, with nothing but what its name alone gives taken away. */
const configOf = (...definitions: Parameters<typeof stackOf>[0]) =>
  stackOf(definitions).resource?.['genesyscloud_routing_queue']?.['repairs'];

const machine = inboundCall({ name: 'Machine', startUp: () => task('Leave', [disconnect()]) });

test('members are users found by their e-mail address, groups are found by name', () => {
  const repairs = queue({
    name: 'Repairs',
    members: ['agent.1@example.com', { user: existing('user', 'Agent Two'), ring: 2 }],
    groups: [existing('group', 'Night shift')],
  });
  const { data, resource } = stackOf([repairs]);

  expect(data).toEqual({
    genesyscloud_user: {
      'user-agent-1-example-com': { email: 'agent.1@example.com' },
      'user-agent-two': { name: 'Agent Two' },
    },
    genesyscloud_group: { 'group-night-shift': { name: 'Night shift' } },
  });
  expect(resource?.['genesyscloud_routing_queue']?.['repairs']).toMatchObject({
    members: [
      { user_id: '${data.genesyscloud_user.user-agent-two.id}', ring_num: 2 },
      { user_id: '${data.genesyscloud_user.user-agent-1-example-com.id}', ring_num: 1 },
    ],
    groups: ['${data.genesyscloud_group.group-night-shift.id}'],
  });
});

test('members and codes stand in the order of their names, however the definition orders them', () => {
  const codes = [existing('wrapupCode', 'Repaired'), existing('wrapupCode', 'Sent back')];
  const members = ['ada@example.com', 'ben@example.com'];
  const inOrder = configOf(queue({ name: 'Repairs', members, wrapupCodes: codes }));

  expect(configOf(queue({ name: 'Repairs', members: members.toReversed(), wrapupCodes: codes.toReversed() }))).toEqual(
    inOrder,
  );
  expect(inOrder).toMatchObject({
    members: [
      { user_id: expect.stringContaining('ada') as unknown },
      { user_id: expect.stringContaining('ben') as unknown },
    ],
    wrapup_codes: [expect.stringContaining('repaired'), expect.stringContaining('sent-back')],
  });
});

test('every medium alerts in its way', () => {
  const lost = inqueueShortMessage({ name: 'Lost', startUp: () => [endState()], periodic: () => [endState()] });
  const repairs = queue({
    name: 'Repairs',
    media: {
      call: { ...alerting, autoAnswer: true, autoAnswerAlertTone: seconds(0.5), manualAnswerAlertTone: seconds(1) },
      callback: {
        ...alerting,
        mode: 'CustomerFirst',
        autoDialAndEnd: true,
        autoDialDelay: seconds(90),
        autoEndDelay: minutes(2),
        pacingModifier: 1.5,
        liveVoice: 'TransferToQueue',
        answeringMachine: machine,
        maxRetries: 3,
        retryDelay: minutes(10),
      },
      chat: alerting,
      email: { ...alerting, serviceLevel: { percentage: 29, within: hours(4) } },
      message: {
        ...alerting,
        inactivity: { after: minutes(10), then: existing('flow', 'Lost') },
        types: { whatsapp: { autoAnswer: true }, apple: { autoAnswer: false, inactivity: true }, sms: undefined },
      },
    },
  });
  const { resource, data } = stackOf([repairs, machine, lost]);

  expect(resource?.['genesyscloud_routing_queue']?.['repairs']).toMatchObject({
    media_settings_call: {
      ...written,
      enable_auto_answer: true,
      auto_answer_alert_tone_seconds: 0.5,
      manual_answer_alert_tone_seconds: 1,
    },
    media_settings_callback: {
      ...written,
      mode: 'CustomerFirst',
      enable_auto_dial_and_end: true,
      auto_dial_delay_seconds: 90,
      auto_end_delay_seconds: 120,
      pacing_modifier: 1.5,
      live_voice_reaction_type: 'TransferToQueue',
      answering_machine_reaction_type: 'TransferToFlow',
      answering_machine_flow_id: '${genesyscloud_flow.machine.id}',
      max_retry_count: 3,
      retry_delay_seconds: 600,
    },
    media_settings_chat: written,
    media_settings_email: { ...written, service_level_percentage: 0.29, service_level_duration_ms: 14_400_000 },
    media_settings_message: {
      ...written,
      inactivity_timeout_settings: {
        timeout_seconds: 600,
        action_type: 'SEND_TO_ARCHITECT_FLOW',
        flow_id: '${data.genesyscloud_flow.flow-lost.id}',
      },
      sub_type_settings: [
        { media_type: 'apple', enable_auto_answer: false, enable_inactivity_timeout: true },
        { media_type: 'whatsapp', enable_auto_answer: true },
      ],
    },
  });
  // A flow of the organisation is looked up as one of the kind that belongs in its place.
  expect(data).toEqual({ genesyscloud_flow: { 'flow-lost': { name: 'Lost', type: 'inboundshortmessage' } } });
});

test('which conversation is next, and which agent', () => {
  const [night, java] = [existing('group', 'Night shift'), existing('skill', 'Java')];
  const group = [{ member_group_id: '${data.genesyscloud_group.group-night-shift.id}', member_group_type: 'GROUP' }];
  const repairs = queue({
    name: 'Repairs',
    skillEvaluationMethod: 'BEST',
    scoringMethod: 'PriorityOnly',
    lastAgentRouting: 'AnyAgent',
    routingRules: [{ threshold: 50, wait: seconds(2.5) }, { operator: 'ANY' }],
    bullseyeRings: [
      { expandAfter: seconds(30), removeSkills: [java] },
      { expandAfter: seconds(0), groups: [night] },
    ],
    groupRoutingRules: [
      { operator: 'GreaterThan', value: 60, groups: [night] },
      {
        queue: existing('queue', 'Sales'),
        metric: 'ServiceLevel',
        operator: 'LessThan',
        value: 80,
        wait: seconds(5),
        groups: [night],
      },
    ],
    agentOwnedRouting: { keepAtMost: hours(8), planAtMost: hours(48) },
  });

  expect(configOf(repairs)).toMatchObject({
    skill_evaluation_method: 'BEST',
    scoring_method: 'PriorityOnly',
    last_agent_routing_mode: 'AnyAgent',
    routing_rules: [{ threshold: 50, wait_seconds: 2.5 }, { operator: 'ANY' }],
    bullseye_rings: [
      { expansion_timeout_seconds: 30, skills_to_remove: ['${data.genesyscloud_routing_skill.skill-java.id}'] },
      { expansion_timeout_seconds: 0, member_groups: group },
    ],
    conditional_group_routing_rules: [
      { operator: 'GreaterThan', condition_value: 60, groups: group },
      {
        queue_id: '${data.genesyscloud_routing_queue.queue-sales.id}',
        metric: 'ServiceLevel',
        operator: 'LessThan',
        condition_value: 80,
        wait_seconds: 5,
        groups: group,
      },
    ],
    agent_owned_routing: {
      enable_agent_owned_callbacks: true,
      max_owned_callback_hours: 8,
      max_owned_callback_delay_hours: 48,
    },
  });
});

test('what happens while conversations wait, and afterwards', () => {
  const mail = inqueueEmail({ name: 'Mail', startUp: () => [endState()], periodic: () => [endState()] });
  const repairs = queue({
    name: 'Repairs',
    inQueueFlow: existing('flow', 'Waiting'),
    emailInQueueFlow: mail,
    messageInQueueFlow: existing('flow', 'Waiting'),
    whisperPrompt: existing('userPrompt', 'whisper'),
    whisperFor: 'ALL',
    onHoldPrompt: existing('userPrompt', 'music'),
    wrapupPrompt: 'MANDATORY_FORCED_TIMEOUT',
    afterCallWorkTimeout: seconds(90),
    callingPartyName: 'Northwind ${repairs}',
    callingPartyNumber: '+442079460101',
    transcription: true,
    audioMonitoring: true,
    manualAssignment: true,
    recordInQueue: true,
  });
  const { data } = stackOf([repairs, mail]);

  expect(configOf(repairs, mail)).toEqual({
    name: 'Repairs',
    queue_flow_id: '${data.genesyscloud_flow.flow-waiting.id}',
    email_in_queue_flow_id: '${genesyscloud_flow.mail.id}',
    message_in_queue_flow_id: '${data.genesyscloud_flow.flow-waiting-9f06e58b.id}',
    whisper_prompt_id: '${data.genesyscloud_architect_user_prompt.userPrompt-whisper.id}',
    auto_answer_only: false,
    on_hold_prompt_id: '${data.genesyscloud_architect_user_prompt.userPrompt-music.id}',
    acw_wrapup_prompt: 'MANDATORY_FORCED_TIMEOUT',
    acw_timeout_ms: 90000,
    calling_party_name: 'Northwind $${repairs}',
    calling_party_number: '+442079460101',
    enable_transcription: true,
    enable_audio_monitoring: true,
    enable_manual_assignment: true,
    suppress_in_queue_call_recording: false,
  });
  expect(data?.['genesyscloud_flow']).toEqual({
    'flow-waiting': { name: 'Waiting', type: 'inqueuecall' },
    'flow-waiting-9f06e58b': { name: 'Waiting', type: 'inqueueshortmessage' },
  });
});

test('a queue may lie in another division than its stack', () => {
  const [north, south] = [queue({ name: 'Repairs', division: 'South ${1}' }), queue({ name: 'Orders' })];
  const { data, resource } = stackOf([north, south], { division: 'North' });

  expect(data).toEqual({
    genesyscloud_auth_division: { division: { name: 'North' }, 'division-south-1': { name: 'South $${1}' } },
  });
  expect(resource?.['genesyscloud_routing_queue']).toMatchObject({
    repairs: { division_id: '${data.genesyscloud_auth_division.division-south-1.id}' },
    orders: { division_id: '${data.genesyscloud_auth_division.division.id}' },
  });
});
