// A configuration with one of every resource, and one in which something of each has changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './terraform.mjs';

const require = createRequire(import.meta.url);
// Modules of the tests are TypeScript.
require(join(root, 'packages/flowcdk/typescript/register.cjs'));

/** The provider manages parts of a queue as resources of their own only when it is told to. */
export const STANDALONE = {
  ENABLE_STANDALONE_CGR: '1',
  ENABLE_STANDALONE_CGA: '1',
  ENABLE_STANDALONE_EMAIL_ADDRESS: '1',
};

/** Writes the configuration for the org at `port`; gives it and a way to write it again. */
export function everyResource(folder, port) {
  mkdirSync(folder, { recursive: true });
  const { addOneOfEveryResource } = require(join(root, 'packages/provider-genesyscloud/test/one-of-every-resource.ts'));
  const { workflowYaml, callFlowYaml } = require(join(root, 'packages/flowcdk/test/emulator/private/flows.ts'));
  const { App, TerraformStack, Testing } = require('@flowcdk/provider-genesyscloud/cdktf');
  const stack = new TerraformStack(new App(), 'every-resource');
  addOneOfEveryResource(stack);
  const config = deployable(JSON.parse(Testing.synth(stack)), port);
  const write = (workflow = workflowYaml('Support'), call = callFlowYaml('Support')) => {
    writeFileSync(join(folder, 'flow.yaml'), workflow);
    writeFileSync(join(folder, 'call.yaml'), call);
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(config, null, 2));
  };
  write();
  return {
    config,
    change: () => {
      change(config.resource);
      lookUpByName(config.resource, config.data);
      write(workflowYaml('Support').replace('name: End', 'name: The end'));
    },
  };
}

/** The example shows most of what can be given; here it has to make sense as a whole. */
function deployable({ resource, data }, port) {
  const only = (type) => Object.values(resource[type])[0];
  const address = (type) => `${type}.${Object.keys(resource[type])[0]}`;
  resource.genesyscloud_flow.call = { filepath: 'call.yaml' };
  const route = only('genesyscloud_architect_ivr');
  route.open_hours_flow_id = route.closed_hours_flow_id = '${genesyscloud_flow.call.id}';
  only('genesyscloud_architect_emergencygroup').emergency_call_flows[0].emergency_flow_id =
    '${genesyscloud_flow.call.id}';
  // An outcome stays, and would keep its division from being deleted.
  delete only('genesyscloud_flow_outcome').division_id;
  const { queue } = resource.genesyscloud_routing_queue;
  const parts = ['conditional_group_routing', 'conditional_group_activation', 'outbound_email_address'];
  const elsewhere = ['conditional_group_routing_rules', ...parts];
  resource.genesyscloud_routing_queue.queue = Object.fromEntries(
    Object.entries(queue).filter(([part]) => !elsewhere.includes(part)),
  );
  // Parts of one queue one after the other: the provider reads and writes the whole queue for each.
  parts.reduce((earlier, part) => {
    const type = `genesyscloud_routing_queue_${part}`;
    if (earlier !== undefined) only(type).depends_on = [address(earlier)];
    return type;
  }, undefined);
  for (const [type, sources] of Object.entries(data)) {
    const [source] = Object.values(sources);
    if (resource[type]) source.depends_on = Object.keys(resource[type]).map((name) => `${type}.${name}`);
  }
  lookUpByName(resource, data);
  const token = data.genesyscloud_integration_custom_auth_action['data-token'];
  token.depends_on = [address('genesyscloud_integration_custom_auth_action')];
  const did = data.genesyscloud_telephony_providers_edges_did['data-number'];
  did.depends_on = [address('genesyscloud_telephony_providers_edges_did_pool')];
  // Integrations of type webhook are made in the cloud's own pages.
  delete data.genesyscloud_integration_webhook;
  const gateway = [{ protocol: 'http', host: '127.0.0.1', port: String(port) }];
  return {
    terraform: { required_providers: { genesyscloud: { source: 'mypurecloud/genesyscloud', version: '~> 1.82' } } },
    // With more tokens than one the provider now and then crashes while it sets up its gateway.
    provider: { genesyscloud: [{ oauthclient_id: 'local', oauthclient_secret: 'local', token_pool_size: 1, gateway }] },
    resource,
    data,
  };
}

/** Data sources look up what the resources are called. */
function lookUpByName(resource, data) {
  for (const [type, sources] of Object.entries(data)) {
    const [source] = Object.values(sources);
    const name = resource[type] && Object.values(resource[type])[0].name;
    if (name !== undefined && 'name' in source) source.name = name;
  }
  data.genesyscloud_integration['data-integration'].name = 'Customer databases';
}

/** Blocks are written as an object or as a list of one. */
const block = (value) => (Array.isArray(value) ? value[0] : value);

/** Texts, numbers and names of each resource, by its type and name. */
function change(resource) {
  const set = (type, name, values) => Object.assign(resource[`genesyscloud_${type}`][name], values);
  const within = (type, name, part, values) =>
    Object.assign(block(resource[`genesyscloud_${type}`][name][part]), values);
  set('auth_division', 'division', { description: 'Everybody who cares' });
  set('auth_role', 'role', {
    description: 'May launch and see workflows',
    permissions: ['group_creation', 'group_view'],
  });
  set('user', 'user', { title: 'Senior agent', department: 'Customer care', certifications: ['First aid', 'Java'] });
  set('group', 'group', { description: 'Customer care', visibility: 'members', rules_visible: false });
  set('user_roles', 'user-roles', {
    roles: [
      { role_id: '${genesyscloud_auth_role.role.id}', division_ids: ['${genesyscloud_auth_division.division.id}'] },
    ],
  });
  set('group_roles', 'group-roles', { roles: [{ role_id: '${genesyscloud_auth_role.role.id}' }] });
  set('oauth_client', 'client', { description: 'Launches workflows only', access_token_validity_seconds: 3600 });
  set('integration_credential', 'token-credential', { fields: { loginUrl: 'https://login.example.org/token' } });
  within('integration', 'platform', 'config', { notes: 'The platform, and no other', properties: '{"a":1}' });
  within('integration_custom_auth_action', 'token', 'config_request', { request_template: 'grant_type=password' });
  set('integration_action', 'action', { config_timeout_seconds: 20, category: 'Databases' });
  within('integration_action', 'action', 'config_request', {
    request_url_template: 'https://alpha.example.org/customers?number=$${input.phoneNumber}',
    headers: { Accept: 'text/json', 'X-Flowcdk': '"1"' },
  });
  within('integration_action', 'action', 'config_response', { translation_map: { customerId: '$.items[0].id' } });
  set('integration_action_draft', 'draft', { config_timeout_seconds: 30, name: 'Find customer, next but one' });
  set('flow', 'flow', { substitutions: { queue: 'Care' } });
  set('flow_loglevel', 'loglevel', { flow_log_level: 'All' });
  set('flow_milestone', 'milestone', { description: 'Somebody knows the caller' });
  set('flow_outcome', 'outcome', { description: 'The caller got what they wanted' });
  set('processautomation_trigger', 'trigger', {
    description: 'When the agent is done',
    event_ttl_seconds: 90,
    match_criteria: '[{"jsonPath":"mediaType","operator":"In","values":["VOICE","CALLBACK"]}]',
  });
  set('processautomation_trigger', 'late-trigger', { delay_by_seconds: 120, enabled: true, name: 'Much later' });
  set('architect_user_prompt', 'prompt', {
    description: 'The very first words',
    resources: [
      { language: 'en-us', tts_string: 'Hello', text: null, filename: null, file_content_hash: null },
      { language: 'de-de', tts_string: 'Guten Tag', text: 'Guten Tag', filename: null, file_content_hash: null },
    ],
  });
  set('architect_datatable', 'table', { description: 'Where customers are found' });
  set('architect_datatable_row', 'row', { properties_json: '{"enabled":false}' });
  set('architect_schedules', 'hours', { end: '2026-01-05T17:30:00.000000', rrule: 'FREQ=DAILY;INTERVAL=2' });
  set('architect_schedulegroups', 'schedules', { time_zone: 'Europe/Berlin', description: 'Somebody answers' });
  set('telephony_providers_edges_did_pool', 'numbers', { comments: 'Not real', description: 'Support, simulated' });
  set('architect_emergencygroup', 'evacuation', { enabled: true, description: 'Everybody is out' });
  set('architect_ivr', 'ivr', { description: 'The numbers on the web site', dnis: ['+33123456789', '+33123456788'] });
  set('routing_skill', 'skill', { name: 'Invoices and payments' });
  set('routing_language', 'language', { name: 'Italian' });
  set('routing_sms_address', 'address', { street: '2 rue de la Paix' });
  set('routing_wrapupcode', 'code', { name: 'Solved at once' });
  set('routing_queue', 'overflow', { description: 'When all others are busy', acw_timeout_ms: 45000 });
  set('routing_queue', 'queue', {
    name: 'Support, first level',
    acw_timeout_ms: 45000,
    calling_party_name: 'Customer care',
    routing_rules: [{ operator: 'ANY', threshold: 5, wait_seconds: 20 }],
    members: [{ user_id: '${genesyscloud_user.user.id}', ring_num: 2 }],
  });
  within('routing_queue', 'queue', 'media_settings_call', { alerting_timeout_sec: 25, service_level_percentage: 0.7 });
  within('routing_queue_conditional_group_routing', 'overflow-routing', 'rules', { condition_value: 60 });
  within('routing_queue_conditional_group_activation', 'overflow-activation', 'pilot_rule', {
    condition_expression: 'C1',
    conditions: [{ simple_metric: { metric: 'EstimatedWaitTime' }, operator: 'GreaterThan', value: 45 }],
  });
  set('routing_queue_outbound_email_address', 'overflow-email', { domain_id: 'care.example.com' });
  set('webdeployments_configuration', 'messenger', { description: 'Messenger of all web sites' });
  within('webdeployments_configuration', 'messenger', 'position', { side_space: 30, bottom_space: 40 });
  set('webdeployments_deployment', 'web-site', { description: 'example.com', allowed_domains: ['example.com'] });
}
