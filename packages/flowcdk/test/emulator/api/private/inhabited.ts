import { callDataYaml, callFlowYaml, messageFlowYaml, workflowYaml } from '../../private/flows';
import { entitiesOf, localOrg, type LocalOrg } from '../../private/local-org';
import { addFirstContent } from '../../../../src/emulator/state/first-content';
import type { Change } from '../../../../src/emulator/state/org';

/** Ids of what the inhabited org holds, by the names its examples use. */
export type Ids = Readonly<Record<string, string>>;

export interface Inhabited {
  /** What happened in it, to be replayed in as many orgs as there are examples. */
  readonly changes: readonly Change[];
  readonly ids: Ids;
}

export const contract = {
  input: { inputSchema: { type: 'object', properties: { phoneNumber: { type: 'string' } } } },
  output: { successSchema: { type: 'object', properties: { customerId: { type: 'string' } } } },
};

export const config = {
  timeoutSeconds: 5,
  request: {
    requestUrlTemplate: 'https://customers.example/${input.phoneNumber}',
    requestType: 'GET',
    requestTemplate: '',
    headers: {},
  },
  response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
};

export const tableSchema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['key'],
  properties: { key: { type: 'string' }, open: { type: 'boolean', default: false } },
  additionalProperties: false,
};

export const triggerBody = (flow: string | undefined) => ({
  name: 'Call finished',
  topicName: 'v2.detail.events.conversation.{id}.acw',
  enabled: true,
  target: { type: 'Workflow', id: flow },
  matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE', values: null }],
});

export const schedule = { name: 'Weekdays', start: '2026-01-05T08:00:00.000000', end: '2026-01-05T18:00:00.000000' };

/** An org that holds at least one of everything, made by requests. */
export async function inhabited(): Promise<Inhabited> {
  const changes: Change[] = [];
  const org = localOrg({ keep: (kept) => changes.push(...kept), empty: true });
  addFirstContent(org.org);
  const ids: Record<string, string> = {};
  const add = async (name: string, url: string, body: unknown): Promise<string> =>
    (ids[name] = await org.create(url, body));
  const first = async (name: string, url: string): Promise<string> =>
    (ids[name] = String(entitiesOf(await org.get(url))[0]?.['id']));

  await first('employee', '/api/v2/authorization/roles?name=employee');
  await first('managedSite', '/api/v2/telephony/providers/edges/sites');
  await first('location', '/api/v2/locations');
  await first('number', '/api/v2/telephony/providers/edges/dids?phoneNumber=%2B442079460101');
  ids['home'] = String(((await org.get('/api/v2/authorization/divisions/home')).body as { id: string }).id);
  await people(org, ids, add);
  await integrations(org, ids, add);
  await flows(org, ids, add);
  await architect(org, ids, add);
  await routing(org, ids, add);
  return { changes, ids };
}

type Add = (name: string, url: string, body: unknown) => Promise<string>;

async function people(org: LocalOrg, ids: Record<string, string>, add: Add): Promise<void> {
  await add('division', '/api/v2/authorization/divisions', { name: 'Care' });
  await add('usedDivision', '/api/v2/authorization/divisions', { name: 'Sales' });
  await add('role', '/api/v2/authorization/roles', { name: 'Launcher' });
  const client = await org.post('/api/v2/oauth/clients', {
    name: 'Launcher',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    roleDivisions: [{ roleId: ids['role'], divisionId: '*' }],
  });
  const { id: clientId = '', secret = '' } = client.body as Record<string, string>;
  ids['client'] = clientId;
  ids['clientToken'] = await tokenOf(org, clientId, secret);
  await add('user', '/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  await add('colleague', '/api/v2/users', { name: 'Grace', email: 'grace@example.com' });
  await add('group', '/api/v2/groups', { name: 'Agents' });
  await org.post(`/api/v2/groups/${ids['group']}/members`, { memberIds: [ids['user']], version: 1 });
  await org.post(`/api/v2/authorization/subjects/${ids['user']}/bulkadd`, {
    grants: [{ roleId: ids['role'], divisionId: ids['home'] }],
  });
  await add('site', '/api/v2/telephony/providers/edges/sites', { name: 'Paris', location: { id: ids['location'] } });
  await add('room', '/api/v2/locations', { name: 'Room' });
}

async function tokenOf(org: LocalOrg, id: string, secret: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const { body } = await org.send('POST', '/oauth/token', 'grant_type=client_credentials', { authorization });
  return (body as { readonly access_token: string }).access_token;
}

async function integrations(org: LocalOrg, ids: Record<string, string>, add: Add): Promise<void> {
  const path = '/api/v2/integrations';
  await add('webhook', path, { integrationType: { id: 'webhook' }, name: 'Orders', intendedState: 'ENABLED' });
  await add('credential', `${path}/credentials`, { name: 'Alpha', type: { name: 'basicAuth' } });
  await add('freeCredential', `${path}/credentials`, { name: 'Beta', type: { name: 'basicAuth' } });
  await add('integration', path, { integrationType: { id: 'custom-rest-actions' } });
  await org.put(`${path}/${ids['integration']}/config/current`, {
    version: 1,
    credentials: { basicAuth: { id: ids['credential'] } },
  });
  const action = { category: 'Customers', integrationId: ids['integration'], config, contract };
  await add('action', `${path}/actions`, { ...action, name: 'Find customer' });
  await add('draft', `${path}/actions/drafts`, { ...action, name: 'Find order' });
  await add('unfinishedDraft', `${path}/actions/drafts`, { ...action, name: 'Unfinished', contract: null });
  await add('actionWithDraft', `${path}/actions`, { ...action, name: 'Find invoice' });
  await org.post(`${path}/actions/${ids['actionWithDraft']}/draft`);
}

async function flows(org: LocalOrg, ids: Record<string, string>, add: Add): Promise<void> {
  const path = '/api/v2/flows';
  ids['flow'] = await published(org, workflowYaml('Report', callDataYaml('Customers', 'Find customer')));
  ids['freeFlow'] = await published(org, workflowYaml('Tidy'));
  ids['callFlow'] = await published(org, callFlowYaml('Reception'));
  const job = async (name: string, url: string, body?: unknown): Promise<void> => {
    ids[name] = ((await org.post(url, body)).body as { readonly id: string }).id;
  };
  await job('job', `${path}/jobs`);
  await job('validation', `${path}/validate/jobs`, { flows: [{ flow: { id: ids['flow'] } }] });
  await job('export', `${path}/export/jobs`, { flows: [{ flow: { id: ids['flow'] } }] });
  await job('history', `${path}/${ids['flow']}/history`);
  await org.post(`${path}/${ids['flow']}/instances/settings/loglevels`, { logLevelCharacteristics: { level: 'Base' } });
  await add('trigger', '/api/v2/processautomation/triggers', triggerBody(ids['flow']));
  await add('outcome', `${path}/outcomes`, { name: 'Served' });
  await add('otherOutcome', `${path}/outcomes`, { name: 'Lost' });
  const milestone = `          - addFlowMilestone:
              name: Reached
              flowMilestone:
                name: Halfway`;
  await add('milestone', `${path}/milestones`, { name: 'Start' });
  await add('usedMilestone', `${path}/milestones`, { name: 'Halfway' });
  await published(org, workflowYaml('Milestones', milestone));
}

async function published(org: LocalOrg, yaml: string): Promise<string> {
  const job = await org.publish(yaml);
  if (!job.flow) throw new Error(job.messages.map(({ text }) => text).join('; '));
  return job.flow.id;
}

async function architect(org: LocalOrg, ids: Record<string, string>, add: Add): Promise<void> {
  await add('table', '/api/v2/flows/datatables', { name: 'Shops', schema: tableSchema });
  await add('otherTable', '/api/v2/flows/datatables', { name: 'Prices', schema: tableSchema });
  const table = `/api/v2/flows/datatables/${ids['table']}`;
  await org.post(`${table}/rows`, { key: 'paris', open: true });
  const job = async (name: string, url: string, body?: unknown): Promise<void> => {
    ids[name] = ((await org.post(url, body)).body as { readonly id: string }).id;
  };
  await job('import', `${table}/import/csv/jobs`, { importMode: 'Append' });
  await job('tableExport', `${table}/export/jobs`);
  await add('prompt', '/api/v2/architect/prompts', { name: 'Welcome' });
  await add('freePrompt', '/api/v2/architect/prompts', { name: 'Goodbye' });
  await org.post(`/api/v2/architect/prompts/${ids['prompt']}/resources`, { language: 'en-us', ttsString: 'Welcome' });
  const play = `          - playAudio:
              name: Greet
              audio:
                prompt: Prompt.Welcome`;
  await published(org, callFlowYaml('Greeting', play));
  await add('schedule', '/api/v2/architect/schedules', schedule);
  await add('freeSchedule', '/api/v2/architect/schedules', { ...schedule, name: 'Sundays' });
  await add('scheduleGroup', '/api/v2/architect/schedulegroups', {
    name: 'Hours',
    openSchedules: [{ id: ids['schedule'] }],
  });
  await add('freeScheduleGroup', '/api/v2/architect/schedulegroups', { name: 'Night' });
  await add('ivr', '/api/v2/architect/ivrs', {
    name: 'Line',
    dnis: ['+442079460101'],
    openHoursFlow: { id: ids['callFlow'] },
    scheduleGroup: { id: ids['scheduleGroup'] },
  });
  await add('freeIvr', '/api/v2/architect/ivrs', { name: 'Other line' });
  await add('emergencyGroup', '/api/v2/architect/emergencygroups', {
    name: 'Fire',
    emergencyCallFlows: [{ emergencyFlow: { id: ids['callFlow'] }, ivrs: [{ id: ids['ivr'] }] }],
  });
  await add('freeEmergencyGroup', '/api/v2/architect/emergencygroups', { name: 'Storm' });
  const evaluate = `          - evaluateScheduleGroup:
              name: Open?
              evaluate:
                now: true
              scheduleGroup:
                lit:
                  name: Hours
              emergencyGroup:
                lit:
                  name: Fire`;
  await published(org, callFlowYaml('Hours', evaluate));
  await add('pool', '/api/v2/telephony/providers/edges/didpools', {
    startPhoneNumber: '+33199110000',
    endPhoneNumber: '+33199110009',
  });
  await add('usedPool', '/api/v2/telephony/providers/edges/didpools', {
    startPhoneNumber: '+33199120000',
    endPhoneNumber: '+33199120009',
  });
  await add('poolLine', '/api/v2/architect/ivrs', { name: 'Third line', dnis: ['+33199120001'] });
  await add('usedConfiguration', '/api/v2/webdeployments/configurations', webConfiguration('Chat'));
  await add('configuration', '/api/v2/webdeployments/configurations', webConfiguration('Help'));
  await org.post(`/api/v2/webdeployments/configurations/${ids['configuration']}/versions/draft/publish`);
  await add('deployment', '/api/v2/webdeployments/deployments', {
    name: 'Shop',
    configuration: { id: ids['usedConfiguration'] },
  });
}

export const webConfiguration = (name: string) => ({ name, languages: ['en-us'], defaultLanguage: 'en-us' });

async function routing(org: LocalOrg, ids: Record<string, string>, add: Add): Promise<void> {
  const path = '/api/v2/routing';
  await add('code', `${path}/wrapupcodes`, { name: 'Solved' });
  await add('otherCode', `${path}/wrapupcodes`, { name: 'Sold' });
  await add('skill', `${path}/skills`, { name: 'Invoices' });
  await add('language', `${path}/languages`, { name: 'French' });
  await add('address', `${path}/sms/addresses`, smsAddress);
  await add('smsNumber', `${path}/sms/phonenumbers`, smsNumber);
  await add('label', `${path}/utilization/labels`, { name: 'Patient' });
  await add('otherLabel', `${path}/utilization/labels`, { name: 'Urgent' });
  const decisions = { columns: { inputs: ['segment'], outputs: ['queue'] }, rows: [] };
  await add('decisionTable', '/flowcdk/decisiontables', { name: 'Priority', ...decisions });
  await add('otherDecisions', '/flowcdk/decisiontables', { name: 'Other', ...decisions });
  await add('attemptLimits', '/api/v2/outbound/attemptlimits', { name: 'Thrice', maxAttemptsPerNumber: 3 });
  await add('otherLimits', '/api/v2/outbound/attemptlimits', { name: 'Once', maxAttemptsPerNumber: 1 });
  const columns = { columnNames: ['phone'], phoneColumns: [{ columnName: 'phone', type: 'cell' }] };
  await add('contactList', '/api/v2/outbound/contactlists', { name: 'Customers', ...columns });
  await add('otherContactList', '/api/v2/outbound/contactlists', {
    name: 'Prospects',
    ...columns,
    attemptLimits: { id: ids['otherLimits'] ?? '' },
  });
  await add('domain', `${path}/email/domains`, { id: 'example.org' });
  await add('contact', '/api/v2/externalcontacts/contacts', {
    firstName: 'Ada',
    workEmail: 'ada@example.org',
    cellPhone: { display: '+33 1 42 68 53 00' },
  });
  await add('queue', `${path}/queues`, {
    name: 'Support',
    division: { id: ids['usedDivision'] },
    onHoldPrompt: { id: ids['prompt'] },
  });
  await add('otherQueue', `${path}/queues`, { name: 'Orders' });
  await org.post(`${path}/queues/${ids['queue']}/wrapupcodes`, [{ id: ids['code'] }]);
  await org.post(`${path}/queues/${ids['queue']}/members`, [{ id: ids['user'] }]);
  const transfer = `          - transferToAcd:
              name: To an agent
              targetQueue:
                lit:
                  name: Support`;
  ids['queueFlow'] = await published(org, callFlowYaml('To an agent', transfer));
  ids['messageFlow'] = await published(org, messageFlowYaml('Texts', transfer));
  await org.put(`${path}/message/recipients/${ids['smsNumber']}`, { flow: { id: ids['messageFlow'] } });
  await add('queueLine', '/api/v2/architect/ivrs', {
    name: 'Line with agents',
    dnis: ['+442079460150'],
    openHoursFlow: { id: ids['queueFlow'] },
  });
  await org.post(`/api/v2/users/${ids['user']}/routingskills`, { id: ids['skill'], proficiency: 3 });
  await org.post(`/api/v2/users/${ids['user']}/routinglanguages`, { id: ids['language'], proficiency: 5 });
}

export const smsNumber = { phoneNumber: '+15550100', phoneNumberType: 'local', countryCode: 'US' };

export const smsAddress = {
  name: 'Office',
  street: '1 High Street',
  city: 'London',
  region: 'London',
  postalCode: 'N1 1AA',
  countryCode: 'GB',
};
