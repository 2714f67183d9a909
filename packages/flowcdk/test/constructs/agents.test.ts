import {
  callRoute,
  didPool,
  disconnect,
  existing,
  group,
  inboundCall,
  languageSkill,
  skill,
  task,
  transferToAcd,
} from '../../src';
import { stackOf } from './private/stack';

test('a skill and a language are nothing but their names', () => {
  expect(stackOf([skill({ name: 'Boilers ${1}' }), languageSkill({ name: 'French' })]).resource).toEqual({
    genesyscloud_routing_skill: { 'boilers-1': { name: 'Boilers $${1}' } },
    genesyscloud_routing_language: { french: { name: 'French' } },
  });
});

test('a flow waits for the skills and the language it asks for', () => {
  const [boilers, french] = [skill({ name: 'Boilers' }), languageSkill({ name: 'French' })];
  const target = { targetQueue: existing('queue', 'Workshop'), skills: [boilers], languageSkill: french };
  const line = inboundCall({
    name: 'Line',
    startUp: () => task('On', [transferToAcd('On', { ...target, onFailure: [disconnect()] })]),
  });

  expect(stackOf([line, boilers, french]).resource?.['genesyscloud_flow']?.['line']).toMatchObject({
    depends_on: ['genesyscloud_routing_language.french', 'genesyscloud_routing_skill.boilers'],
  });
});

test('a group says only what it was told', () => {
  expect(stackOf([group({ name: 'Night shift' })]).resource).toEqual({
    genesyscloud_group: { 'night-shift': { name: 'Night shift' } },
  });
});

test('a group with everything', () => {
  const nightShift = group({
    name: 'Night shift',
    description: 'From 22 to 6',
    type: 'social',
    visibility: 'members',
    rulesVisible: false,
    members: ['agent.1@example.com'],
    owners: [existing('user', 'Owner')],
    includeOwners: false,
    rolesEnabled: false,
    callsEnabled: true,
    addresses: [
      { type: 'GROUPRING', number: '+442079460101' },
      { type: 'GROUPPHONE', extension: '4711' },
    ],
    voicemail: { notify: true, withoutPersonalData: true, withTranscription: false },
  });
  const { resource, data } = stackOf([nightShift]);

  expect(resource?.['genesyscloud_group']?.['night-shift']).toEqual({
    name: 'Night shift',
    description: 'From 22 to 6',
    type: 'social',
    visibility: 'members',
    rules_visible: false,
    member_ids: ['${data.genesyscloud_user.user-agent-1-example-com.id}'],
    owner_ids: ['${data.genesyscloud_user.user-owner.id}'],
    include_owners: false,
    roles_enabled: false,
    calls_enabled: true,
    addresses: [
      { type: 'GROUPRING', number: '+442079460101' },
      { type: 'GROUPPHONE', extension: '4711' },
    ],
    voicemail_policy: {
      send_email_notifications: true,
      disable_email_pii: true,
      include_email_transcriptions: false,
    },
  });
  expect(data).toEqual({
    genesyscloud_user: {
      'user-agent-1-example-com': { email: 'agent.1@example.com' },
      'user-owner': { name: 'Owner' },
    },
  });
});

test('a call route waits for the pools that hold its numbers, and for no others', () => {
  const line = inboundCall({ name: 'Line', startUp: () => task('Greet', [disconnect()]) });
  const pool = didPool({
    name: 'Support',
    first: '+442079460100',
    last: '+442079460199',
    description: 'The support lines',
    comments: 'From the carrier',
    provider: 'PURE_CLOUD_VOICE',
  });
  const other = didPool({ name: 'Paris', first: '+33199001200', last: '+33199001299' });
  const route = callRoute({ name: 'Line', numbers: ['+442079460111'], openHours: line });
  const { resource } = stackOf([route, line, pool, other]);

  expect(resource?.['genesyscloud_telephony_providers_edges_did_pool']).toEqual({
    support: {
      start_phone_number: '+442079460100',
      end_phone_number: '+442079460199',
      description: 'The support lines',
      comments: 'From the carrier',
      pool_provider: 'PURE_CLOUD_VOICE',
    },
    paris: { start_phone_number: '+33199001200', end_phone_number: '+33199001299', description: 'Paris' },
  });
  expect(resource?.['genesyscloud_architect_ivr']?.['line']).toMatchObject({
    depends_on: ['genesyscloud_telephony_providers_edges_did_pool.support'],
  });
});
