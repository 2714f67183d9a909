import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { collection, inDivision, type Made, movedToDivision } from '../resource-kind';
import type { Values } from '../values';
import { memberOfGroup } from '../problems';
import { activationOf, groupsIn } from './member-group';
import { mediaSettingsOf } from './queue-media';

const path = '/api/v2/routing/queues';
const moved = movedToDivision('QUEUE');

export const routingQueue = collection({
  path,
  removal: '?forceDelete=true',
  body: (given, changing) => ({
    ...(changing ? {} : inDivision(given)),
    ...bodyOf(given),
    ...partsOf(given),
    ...given.fields('peer_id'),
    sourceQueueId: given.text('source_queue_id'),
  }),
  then: async (made, given, api, changing) => {
    await moved(made, given, api, changing);
    await setMembers(made, given, api);
    await setWrapupCodes(made, given, api);
  },
});

const bodyOf = (given: Attributes) => ({
  name: given.text('name'),
  description: given.text('description') ?? '',
  mediaSettings: mediaSettingsOf(given),
  routingRules: given.blocks('routing_rules').map((rule) => ({
    operator: rule.text('operator') ?? 'MEETS_THRESHOLD',
    threshold: rule.value('threshold') ?? 0,
    waitSeconds: rule.value('wait_seconds') ?? 5,
  })),
  scoringMethod: given.text('scoring_method') ?? 'TimestampAndPriority',
  ...given.fields('last_agent_routing_mode'),
  acwSettings: {
    wrapupPrompt: given.text('acw_wrapup_prompt') ?? 'MANDATORY_TIMEOUT',
    timeoutMs: given.value('acw_timeout_ms'),
  },
  skillEvaluationMethod: given.text('skill_evaluation_method') ?? 'ALL',
  memberGroups: memberGroupsOf(given),
  queueFlow: given.reference('queue_flow_id'),
  emailInQueueFlow: given.reference('email_in_queue_flow_id'),
  messageInQueueFlow: given.reference('message_in_queue_flow_id'),
  whisperPrompt: given.reference('whisper_prompt_id'),
  onHoldPrompt: given.reference('on_hold_prompt_id'),
  autoAnswerOnly: given.value('auto_answer_only') ?? true,
  enableTranscription: given.value('enable_transcription') ?? false,
  enableAudioMonitoring: given.value('enable_audio_monitoring') ?? false,
  enableManualAssignment: given.value('enable_manual_assignment') ?? false,
  suppressInQueueCallRecording: given.value('suppress_in_queue_call_recording') ?? true,
  callingPartyName: given.text('calling_party_name') ?? '',
  callingPartyNumber: given.text('calling_party_number') ?? '',
  outboundMessagingAddresses: {
    smsAddress: given.reference('outbound_messaging_sms_address_id'),
    openMessagingRecipient: given.reference('outbound_messaging_open_messaging_recipient_id'),
    whatsAppRecipient: given.reference('outbound_messaging_whatsapp_recipient_id'),
  },
  defaultScripts: scriptsOf(given.map('default_script_ids')),
});

const scriptsOf = (scripts: Values | undefined) =>
  scripts && Object.fromEntries(Object.entries(scripts).map(([medium, id]) => [medium, { id }]));

const memberGroupsOf = (given: Attributes) => [
  ...(given.texts('groups') ?? []).map((id) => ({ id, type: 'GROUP' })),
  ...(given.texts('skill_groups') ?? []).map((id) => ({ id, type: 'SKILLGROUP' })),
  ...(given.texts('teams') ?? []).map((id) => ({ id, type: 'TEAM' })),
];

/** Parts that a queue may lack. */
function partsOf(given: Attributes) {
  const rings = given.blocks('bullseye_rings');
  const rules = given.blocks('conditional_group_routing_rules');
  const activation = given.block('conditional_group_activation');
  const direct = given.block('direct_routing');
  const email = given.block('outbound_email_address');
  const canned = given.block('canned_response_libraries');
  return {
    bullseye: rings.length === 0 ? undefined : { rings: rings.map(ringOf) },
    conditionalGroupRouting: rules.length === 0 ? undefined : { rules: rules.map(routingRule) },
    conditionalGroupActivation: activation && activationOf(activation),
    directRouting: direct && directRoutingOf(direct),
    agentOwnedRouting: given
      .block('agent_owned_routing')
      ?.fields('enable_agent_owned_callbacks', 'max_owned_callback_hours', 'max_owned_callback_delay_hours'),
    outboundEmailAddress: email && emailAddressOf(email),
    cannedResponseLibraries: canned && { ...canned.fields('mode'), libraryIds: canned.texts('library_ids') ?? [] },
  };
}

function ringOf(ring: Attributes) {
  const skills = ring.texts('skills_to_remove');
  const groups = groupsIn(ring, 'member_groups');
  return {
    expansionCriteria: [{ type: 'TIMEOUT_SECONDS', threshold: ring.value('expansion_timeout_seconds') }],
    actions: skills && { skillsToRemove: skills.map((id) => ({ id })) },
    memberGroups: groups.length === 0 ? undefined : groups,
  };
}

const routingRule = (rule: Attributes) => ({
  queue: rule.reference('queue_id'),
  metric: rule.text('metric') ?? 'EstimatedWaitTime',
  ...rule.fields('operator', 'condition_value'),
  waitSeconds: rule.value('wait_seconds') ?? 2,
  groups: groupsIn(rule, 'groups'),
});

const directRoutingOf = (direct: Attributes) => ({
  callMediaSettings: { useAgentAddressOutbound: direct.value('call_use_agent_address_outbound') ?? true },
  emailMediaSettings: { useAgentAddressOutbound: direct.value('email_use_agent_address_outbound') ?? true },
  messageMediaSettings: { useAgentAddressOutbound: direct.value('message_use_agent_address_outbound') ?? true },
  ...direct.fields('backup_queue_id'),
  waitForAgent: direct.value('wait_for_agent') ?? false,
  agentWaitSeconds: direct.value('agent_wait_seconds') ?? 60,
});

export const emailAddressOf = (email: Attributes) => ({
  domain: email.reference('domain_id'),
  route: email.reference('route_id'),
});

const ids = (names: readonly string[]) => names.map((id) => ({ id }));

/** Members and wrap-up codes are left alone where the stack does not name any. */
async function setMembers({ id }: Made, given: Attributes, api: Api): Promise<void> {
  const ignored = given.value('ignore_members') === true || given.value('members') === undefined;
  const wanted = given.blocks('members').map((member) => ({
    id: member.needed('user_id'),
    ring: member.value('ring_num') ?? 1,
  }));
  if (ignored) return;
  await mustNotBeInGroups(id, wanted, given, api);
  const members = await api.all(`${path}/${id}/members`, { memberBy: 'user' });
  const there = new Map(members.map((member) => [String(member['id']), member['ringNumber'] ?? 1]));
  const gone = [...there.keys()].filter((member) => !wanted.some((one) => one.id === member));
  const added = wanted.filter((member) => !there.has(member.id)).map((member) => member.id);
  if (gone.length > 0) await api.post(`${path}/${id}/members?delete=true`, ids(gone));
  if (added.length > 0) await api.post(`${path}/${id}/members?delete=false`, ids(added));
  for (const member of wanted.filter((one) => (there.get(one.id) ?? 1) !== one.ring)) {
    await api.patch(`${path}/${id}/members/${member.id}`, { id: member.id, ringNumber: member.ring });
  }
}

/** As the provider does: a user who is in a queue because of a group cannot be put there once more. */
async function mustNotBeInGroups(
  id: string,
  wanted: readonly { readonly id: string }[],
  { address }: Attributes,
  api: Api,
): Promise<void> {
  if (wanted.length === 0) return;
  const byGroup = new Set(
    (await api.all(`${path}/${id}/members`, { memberBy: 'group' })).map((member) => member['id']),
  );
  const twice = wanted.find((member) => byGroup.has(member.id));
  if (twice) throw memberOfGroup(address, twice.id);
}

async function setWrapupCodes({ id }: Made, given: Attributes, api: Api): Promise<void> {
  const wanted = given.texts('wrapup_codes');
  if (wanted === undefined) return;
  const there = (await api.all(`${path}/${id}/wrapupcodes`)).map((code) => String(code['id']));
  for (const code of there.filter((one) => !wanted.includes(one))) {
    await api.delete(`${path}/${id}/wrapupcodes/${code}`);
  }
  const added = wanted.filter((code) => !there.includes(code));
  if (added.length > 0) await api.post(`${path}/${id}/wrapupcodes`, ids(added));
}
