import { defined } from '../ground/defined';
import type { Api } from './api';
import type { Attributes } from './attributes';
import { missingInOrg, severalInOrg } from './refusals';
import { isValues, listOf, type Value, type Values } from './values';

/** Looks something up in the org. Gives its id and the other attributes that references may name. */
export type DataSource = (attributes: Attributes, api: Api) => Promise<Values>;

const only = (entities: readonly Values[], what: string, { address }: Attributes): Values => {
  const [first] = entities;
  if (first === undefined) throw missingInOrg(address, what);
  if (entities.length > 1) throw severalInOrg(address, what, entities.length);
  return first;
};

/** By its exact name, from a list. */
const named =
  (path: string, what: string): DataSource =>
  async (attributes, api) => {
    const name = attributes.needed('name');
    const entities = (await api.all(path, { name })).filter((entity) => entity['name'] === name);
    return { id: String(only(entities, `${what} ${JSON.stringify(name)}`, attributes)['id']) };
  };

const flow: DataSource = async (attributes, api) => {
  const name = attributes.needed('name');
  const type = attributes.text('type');
  const query = defined({ name, type: type?.toLowerCase() });
  const flows = (await api.all('/api/v2/flows', query)).filter((flow) => flow['name'] === name);
  return { id: String(only(flows, `flow ${JSON.stringify(name)}`, attributes)['id']) };
};

const integrationAction: DataSource = async (attributes, api) => {
  const name = attributes.needed('name');
  const integration = attributes.text('integration_id');
  const actions = (await api.all('/api/v2/integrations/actions', { name, includeConfig: 'false' })).filter(
    (action) => action['name'] === name && (integration === undefined || action['integrationId'] === integration),
  );
  return { id: String(only(actions, `data action ${JSON.stringify(name)}`, attributes)['id']) };
};

const customAuthAction: DataSource = async (attributes, api) => {
  const id = `customAuth_-_${attributes.needed('parent_integration_id')}`;
  if (!(await api.find(`/api/v2/integrations/actions/${id}`)))
    throw missingInOrg(attributes.address, `data action ${id}`);
  return { id };
};

const webhook: DataSource = async (attributes, api) => {
  const name = attributes.needed('name');
  const integrations = (await api.all('/api/v2/integrations')).filter((integration) => integration['name'] === name);
  const { id, attributes: details } = only(integrations, `webhook ${JSON.stringify(name)}`, attributes);
  const { webhookId, invocationUrl } = isValues(details) ? details : {};
  return { id: String(id), web_hook_id: webhookId ?? null, invocation_url: invocationUrl ?? null };
};

const homeDivision: DataSource = async (attributes, api) => {
  attributes.value('name');
  attributes.value('description');
  const { id, name, description } = await api.get('/api/v2/authorization/divisions/home');
  return { id: String(id), name: name ?? '', description: description ?? '' };
};

const organizationFields: Readonly<Record<string, string>> = {
  name: 'name',
  domain: 'domain',
  default_language: 'defaultLanguage',
  default_country_code: 'defaultCountryCode',
  default_site_id: 'defaultSiteId',
  third_party_org_name: 'thirdPartyOrgName',
  voicemail_enabled: 'voicemailEnabled',
  product_platform: 'productPlatform',
  support_uri: 'supportURI',
};

const organization: DataSource = async (attributes, api) => {
  const organization = await api.get('/api/v2/organizations/me');
  const fields = Object.entries(organizationFields).map(([name, field]): readonly [string, Value] => {
    attributes.value(name);
    return [name, organization[field] ?? ''];
  });
  return { ...Object.fromEntries(fields), id: String(organization['id']) };
};

/** Users and groups are searched for. */
const searched =
  (path: string, what: string, ...fields: readonly string[]): DataSource =>
  async (attributes, api) => {
    const field = fields.find((name) => attributes.value(name) !== undefined) ?? fields[0] ?? 'name';
    const value = attributes.needed(field);
    const { results } = await api.post(`${path}/search`, { query: [{ fields: [field], value, type: 'EXACT' }] });
    const users = listOf(results).filter(isValues);
    return { id: String(only(users, `${what} with the ${field} ${JSON.stringify(value)}`, attributes)['id']) };
  };

const didPool: DataSource = async (attributes, api) => {
  const [start, end] = [attributes.needed('start_phone_number'), attributes.needed('end_phone_number')];
  const pools = (await api.all('/api/v2/telephony/providers/edges/didpools')).filter(
    (pool) => pool['startPhoneNumber'] === start && pool['endPhoneNumber'] === end,
  );
  return { id: String(only(pools, `DID pool from ${start} to ${end}`, attributes)['id']) };
};

const did: DataSource = async (attributes, api) => {
  const phoneNumber = attributes.needed('phone_number');
  const numbers = (await api.all('/api/v2/telephony/providers/edges/dids', { phoneNumber })).filter(
    (did) => did['phoneNumber'] === phoneNumber,
  );
  return { id: String(only(numbers, `number ${phoneNumber}`, attributes)['id']) };
};

const webConfiguration: DataSource = async (attributes, api) => {
  const name = attributes.needed('name');
  const path = '/api/v2/webdeployments/configurations';
  const deployments = (await api.all(path, { showOnlyPublished: 'false' })).filter(
    (deployment) => deployment['name'] === name,
  );
  const { id } = only(deployments, `web deployment configuration ${JSON.stringify(name)}`, attributes);
  const { entities } = await api.get(`${path}/${String(id)}/versions`);
  const versions = listOf(entities).flatMap((deployment) =>
    isValues(deployment) ? [Number(deployment['version'])] : [],
  );
  return { id: String(id), version: String(Math.max(0, ...versions.filter(Number.isFinite))) };
};

/** What can be looked up, by its type in Terraform. */
export const dataSources: Readonly<Record<string, DataSource>> = {
  genesyscloud_architect_datatable: named('/api/v2/flows/datatables', 'data table'),
  genesyscloud_architect_emergencygroup: named('/api/v2/architect/emergencygroups', 'emergency group'),
  genesyscloud_architect_ivr: named('/api/v2/architect/ivrs', 'call route'),
  genesyscloud_architect_schedulegroups: named('/api/v2/architect/schedulegroups', 'schedule group'),
  genesyscloud_architect_schedules: named('/api/v2/architect/schedules', 'schedule'),
  genesyscloud_architect_user_prompt: named('/api/v2/architect/prompts', 'user prompt'),
  genesyscloud_auth_division: named('/api/v2/authorization/divisions', 'division'),
  genesyscloud_auth_division_home: homeDivision,
  genesyscloud_auth_role: named('/api/v2/authorization/roles', 'role'),
  genesyscloud_flow: flow,
  genesyscloud_flow_milestone: named('/api/v2/flows/milestones', 'flow milestone'),
  genesyscloud_flow_outcome: named('/api/v2/flows/outcomes', 'flow outcome'),
  genesyscloud_group: searched('/api/v2/groups', 'group', 'name'),
  genesyscloud_integration: named('/api/v2/integrations', 'integration'),
  genesyscloud_integration_action: integrationAction,
  genesyscloud_integration_credential: named('/api/v2/integrations/credentials', 'credential'),
  genesyscloud_integration_custom_auth_action: customAuthAction,
  genesyscloud_integration_webhook: webhook,
  genesyscloud_oauth_client: named('/api/v2/oauth/clients', 'OAuth client'),
  genesyscloud_organizations_me: organization,
  genesyscloud_processautomation_trigger: named('/api/v2/processAutomation/triggers', 'trigger'),
  genesyscloud_routing_language: named('/api/v2/routing/languages', 'language'),
  genesyscloud_routing_queue: named('/api/v2/routing/queues', 'queue'),
  genesyscloud_routing_skill: named('/api/v2/routing/skills', 'skill'),
  genesyscloud_routing_sms_address: named('/api/v2/routing/sms/addresses', 'SMS address'),
  genesyscloud_routing_wrapupcode: named('/api/v2/routing/wrapupcodes', 'wrap-up code'),
  genesyscloud_telephony_providers_edges_did: did,
  genesyscloud_telephony_providers_edges_did_pool: didPool,
  genesyscloud_user: searched('/api/v2/users', 'user', 'email', 'name'),
  genesyscloud_webdeployments_configuration: webConfiguration,
  genesyscloud_webdeployments_deployment: named('/api/v2/webdeployments/deployments', 'web deployment'),
};
