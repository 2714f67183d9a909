import { workflowYaml } from '../../private/flows';
import {
  config,
  contract,
  type Ids,
  schedule,
  smsAddress,
  smsNumber,
  tableSchema,
  triggerBody,
  webConfiguration,
} from './inhabited';

/** One request of a route, with names of what the inhabited org holds where ids belong. */
export interface ExampleRequest {
  /** For what lives in the running org alone and cannot be there before: what is asked first, in order. */
  readonly first?: readonly Before[];
  /** Parts of the path: names of `inhabited.ts`, or the text itself. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string | ((ids: Ids) => string);
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  /** `{name}` stands for what the inhabited org calls so. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Another route, whose example is asked before. */
export interface Before {
  readonly route: string;
  /** How, where that is not as in its own example. */
  readonly request?: Omit<ExampleRequest, 'first'>;
  /** Names for what it answers: `{ call: 'id', customer: 'participants.0.id' }`. */
  readonly ids?: Readonly<Record<string, string>>;
}

/**
 * How a route is exercised: once with success, and once for every other status that it declares. A status 404 needs no
 * example, for each part of the path is also asked for what is not there.
 */
export interface Example extends ExampleRequest {
  /** @default the first the route declares */
  readonly status?: number;
  /** What is sent for every other declared status, by status. */
  readonly refused?: Readonly<Record<number, ExampleRequest>>;
  /** A body of another form. @default an object for a list, a list for an object */
  readonly wrong?: unknown;
  /** Parts of the path for which anything is right, or whose unknown values are told otherwise. */
  readonly anything?: readonly string[];
  /** The body may be any JSON. */
  readonly anyBody?: true;
  /** A list that does not come page by page. */
  readonly unpaged?: true;
}

/** An id, in a body. */
export const id = (name: string): { readonly idOf: string } => ({ idOf: name });
const ref = (name: string) => ({ id: id(name) });

interface Things {
  readonly path: string;
  /** One that can be read and changed. */
  readonly record: string;
  readonly create: object;
  /** @default what creates one, under another name */
  readonly change?: object;
  /** One that can be deleted. @default `one` */
  readonly deletable?: string;
  /** One that others use, or that stays for another reason. */
  readonly inUse?: string;
  /** A body whose name, or the like, is taken. */
  readonly taken?: object;
  /** A change with a conflict. @default what is taken */
  readonly conflict?: object;
  /** A body of the right form that cannot be; for routes that tell that apart. */
  readonly meaningless?: object;
  readonly update?: 'PUT' | 'PATCH' | 'none';
  readonly deletes?: false;
  readonly inUseIs?: 400;
}

/** Examples of a collection. */
function things(t: Things): Record<string, Example> {
  const path = { id: t.record };
  const refusedWith = (conflict: object | undefined): Readonly<Record<number, ExampleRequest>> => ({
    ...(conflict ? { 409: { path, body: conflict } } : {}),
    ...(t.meaningless ? { 422: { path, body: t.meaningless } } : {}),
  });
  return {
    [`GET ${t.path}`]: {},
    [`POST ${t.path}`]: { body: t.create, refused: refusedWith(t.taken) },
    [`GET ${t.path}/:id`]: { path },
    ...(t.update === 'none'
      ? {}
      : {
          [`${t.update ?? 'PUT'} ${t.path}/:id`]: {
            path,
            body: t.change ?? t.create,
            refused: refusedWith(t.conflict ?? t.taken),
          },
        }),
    ...(t.deletes === false
      ? {}
      : {
          [`DELETE ${t.path}/:id`]: {
            path: { id: t.deletable ?? t.record },
            refused: t.inUse === undefined ? {} : { [t.inUseIs ?? 409]: { path: { id: t.inUse } } },
          },
        }),
  };
}

/** Somebody who is not the administrator of the local org. */
const asClient = { authorization: 'Bearer {clientToken}' };
const basic = { authorization: `Basic ${Buffer.from('local:local').toString('base64')}` };
const grants = { grants: [{ roleId: id('role'), divisionId: '*' }] };
const subject = '/api/v2/authorization/subjects/:id';
const user = { id: 'user' };

const identity: Record<string, Example> = {
  'POST /oauth/token': {
    text: 'grant_type=client_credentials',
    headers: basic,
    refused: { 400: { text: 'grant_type=password', headers: basic }, 401: { text: 'grant_type=client_credentials' } },
  },
  'GET /api/v2/tokens/me': {},
  'DELETE /api/v2/tokens/me': {},
  'POST /flowcdk/tokens': {
    body: { userId: id('user') },
    refused: {
      403: { body: { userId: id('user') }, headers: asClient },
      404: { body: { userId: 'none' } },
    },
  },
  ...things({
    path: '/api/v2/oauth/clients',
    record: 'client',
    create: { name: 'Other', authorizedGrantType: 'CODE' },
  }),
  'POST /api/v2/oauth/clients/:id/secret': { path: { id: 'client' } },
  'GET /api/v2/organizations/me': {},
  'GET /api/v2/authorization/products': { unpaged: true },
  'GET /api/v2/authorization/divisions/home': {},
  ...things({
    path: '/api/v2/authorization/divisions',
    record: 'division',
    create: { name: 'Back office' },
    taken: { name: 'Sales' },
    inUse: 'usedDivision',
    inUseIs: 400,
  }),
  'POST /api/v2/authorization/divisions/:id/objects/:type': {
    path: { id: 'division', type: 'QUEUE' },
    body: [id('otherQueue')],
    anything: ['type'],
  },
  'GET /api/v2/authorization/permissions': {},
  ...things({
    path: '/api/v2/authorization/roles',
    record: 'role',
    create: { name: 'Reader' },
    taken: { name: 'Supervisor' },
  }),
  [`GET ${subject}`]: { path: user },
  [`POST ${subject}/bulkadd`]: { path: user, body: grants },
  [`DELETE ${subject}/divisions/:divisionId/roles/:roleId`]: {
    path: { id: 'user', divisionId: 'home', roleId: 'role' },
  },
};

const search = { query: [{ fields: ['name'], value: 'a' }] };
const rating = { id: id('skill'), proficiency: 4 };
const language = { id: id('language'), proficiency: 4 };
const users = '/api/v2/users';

const people: Record<string, Example> = {
  [`POST ${users}/search`]: { body: search },
  ...things({
    path: users,
    record: 'user',
    create: { name: 'Alan', email: 'alan@example.com' },
    taken: { name: 'Ada', email: 'ada@example.com' },
    update: 'PATCH',
    change: { title: 'Agent' },
    conflict: { title: 'Agent', version: 7 },
  }),
  [`GET ${users}/:id/queues`]: { path: user },
  [`GET ${users}/:id/profileskills`]: { path: user },
  [`PUT ${users}/:id/profileskills`]: { path: user, body: ['Mathematics'] },
  'GET /api/v2/voicemail/userpolicies/:id': { path: user },
  'PATCH /api/v2/voicemail/userpolicies/:id': { path: user, body: { enabled: false } },
  'GET /api/v2/routing/users/:id/utilization': { path: user },
  'PUT /api/v2/routing/users/:id/utilization': { path: user, body: { utilization: {} } },
  'DELETE /api/v2/routing/users/:id/utilization': { path: user },
  [`POST ${users}/:id/password`]: { path: user, body: { newPassword: 'correct horse' } },
  [`GET ${users}/:id/routingskills`]: { path: user },
  [`POST ${users}/:id/routingskills`]: { path: user, body: rating },
  [`PUT ${users}/:id/routingskills/:ratedId`]: { path: { id: 'user', ratedId: 'skill' }, body: { proficiency: 1 } },
  [`DELETE ${users}/:id/routingskills/:ratedId`]: { path: { id: 'user', ratedId: 'skill' } },
  [`PATCH ${users}/:id/routingskills/bulk`]: { path: user, body: [rating] },
  [`PUT ${users}/:id/routingskills/bulk`]: { path: user, body: [rating], wrong: [{ proficiency: 9 }] },
  [`GET ${users}/:id/routinglanguages`]: { path: user },
  [`POST ${users}/:id/routinglanguages`]: { path: user, body: language },
  [`PATCH ${users}/:id/routinglanguages/:ratedId`]: {
    path: { id: 'user', ratedId: 'language' },
    body: { proficiency: 1, state: 'inactive' },
  },
  [`DELETE ${users}/:id/routinglanguages/:ratedId`]: { path: { id: 'user', ratedId: 'language' } },
  [`PATCH ${users}/:id/routinglanguages/bulk`]: { path: user, body: [language] },
  'POST /api/v2/groups/search': { body: search },
  ...things({
    path: '/api/v2/groups',
    record: 'group',
    create: { name: 'Managers' },
    conflict: { name: 'Managers', version: 7 },
  }),
  'GET /api/v2/groups/:id/individuals': { path: { id: 'group' } },
  'POST /api/v2/groups/:id/members': { path: { id: 'group' }, body: { memberIds: [id('colleague')], version: 2 } },
  'DELETE /api/v2/groups/:id/members': { path: { id: 'group' }, query: ({ user: ada }) => `ids=${ada}` },
  'GET /api/v2/voicemail/groups/:id/policy': { path: { id: 'group' } },
  'PATCH /api/v2/voicemail/groups/:id/policy': { path: { id: 'group' }, body: { enabled: true } },
  'POST /api/v2/locations/search': { body: search },
  ...things({
    path: '/api/v2/locations',
    record: 'room',
    create: { name: 'Cellar', path: [id('location')] },
    taken: { name: 'Headquarters' },
    update: 'PATCH',
    change: { name: 'Room 2', version: 1 },
    conflict: { name: 'Room 2', version: 7 },
    inUse: 'location',
  }),
};

const integrations = '/api/v2/integrations';
const actions = `${integrations}/actions`;
const action = { name: 'Find all', category: 'Customers', integrationId: id('integration'), config, contract };
const meaningless = { ...action, integrationId: 'none' };
const draft = { id: 'draft' };

const integrationExamples: Record<string, Example> = {
  [`GET ${integrations}/types`]: {},
  [`GET ${integrations}/types/:id`]: { path: { id: 'custom-rest-actions' } },
  [`GET ${integrations}/types/:id/configschemas/:configType`]: {
    path: { id: 'custom-rest-actions', configType: 'properties' },
    anything: ['configType'],
  },
  [`GET ${integrations}/credentials/types`]: {},
  [`GET ${integrations}/credentials/listing`]: { unpaged: true },
  ...things({
    path: `${integrations}/credentials`,
    record: 'freeCredential',
    create: { name: 'Gamma', type: { name: 'userDefined' }, credentialFields: { key: 'x' } },
    inUse: 'credential',
  }),
  [`GET ${actions}/categories`]: {},
  ...things({
    path: actions,
    record: 'action',
    create: action,
    update: 'PATCH',
    change: { name: 'Find', version: 1 },
    conflict: { name: 'Find', version: 7 },
    meaningless,
  }),
  [`GET ${actions}/:id/templates/:file`]: { path: { id: 'action', file: 'successtemplate.vm' } },
  [`GET ${actions}/:id/schemas/:file`]: { path: { id: 'action', file: 'input.json' } },
  [`GET ${actions}/drafts`]: {},
  [`POST ${actions}/drafts`]: { body: action, refused: { 422: { body: meaningless } } },
  [`POST ${actions}/:id/draft`]: { path: { id: 'action' }, refused: { 409: { path: { id: 'actionWithDraft' } } } },
  [`GET ${actions}/:id/draft`]: { path: draft },
  [`PATCH ${actions}/:id/draft`]: {
    path: draft,
    body: { name: 'Find', version: 1 },
    refused: {
      409: { path: draft, body: { name: 'Find', version: 7 } },
      422: { path: draft, body: { integrationId: 'none', version: 1 } },
    },
  },
  [`DELETE ${actions}/:id/draft`]: { path: draft },
  [`GET ${actions}/:id/draft/validation`]: { path: draft },
  [`POST ${actions}/:id/draft/publish`]: {
    path: draft,
    body: { version: 1 },
    refused: {
      409: { path: draft, body: { version: 7 } },
      422: { path: { id: 'unfinishedDraft' }, body: { version: 1 } },
    },
  },
  [`GET ${actions}/:id/draft/templates/:file`]: { path: { id: 'draft', file: 'requesttemplate.vm' } },
  [`GET ${actions}/:id/draft/schemas/:file`]: { path: { id: 'draft', file: 'success.json' } },
  ...things({
    path: integrations,
    record: 'integration',
    create: { integrationType: { id: 'webhook' } },
    update: 'PATCH',
    change: { intendedState: 'ENABLED' },
  }),
  'POST /api/v2/integrations/webhooks/:tokenId/events': {
    path: { tokenId: 'webhook' },
    body: { order: 7 },
    anyBody: true,
  },
  [`GET ${integrations}/:id/config/current`]: { path: { id: 'integration' } },
  [`PUT ${integrations}/:id/config/current`]: {
    path: { id: 'integration' },
    body: { name: 'Customers', version: 2 },
    refused: { 409: { path: { id: 'integration' }, body: { name: 'Customers', version: 1 } } },
  },
};

const flows = '/api/v2/flows';
const flow = { id: 'flow' };
const thatFlow = ({ flow: flowId }: Ids): string => `flow=${flowId}`;
const noFlow = { query: '' };
const levels = `${flows}/:id/instances/settings/loglevels`;
const allLevels = `${flows}/instances/settings/loglevels`;
const level = { logLevelCharacteristics: { level: 'Notes' } };
const jobBody = { flows: [{ flow: ref('flow') }] };

const flowExamples: Record<string, Example> = {
  [`POST ${flows}/jobs`]: {},
  'PUT /flowcdk/uploads/:id/:signature': { path: { id: 'job' }, text: workflowYaml('Uploaded') },
  [`GET ${flows}/jobs/:id`]: { path: { id: 'job' } },
  [`POST ${flows}/validate/jobs`]: { body: jobBody },
  [`GET ${flows}/validate/jobs/:id`]: { path: { id: 'validation' } },
  [`POST ${flows}/export/jobs`]: { body: jobBody, wrong: { flows: [{ flow: { id: 'none' } }] } },
  [`GET ${flows}/export/jobs/:id`]: { path: { id: 'export' } },
  'GET /flowcdk/exports/:id/:signature': { path: { id: 'export' } },
  [`POST ${flows}/actions/unlock`]: { query: thatFlow, refused: { 400: noFlow, 404: { query: 'flow=none' } } },
  [`POST ${flows}/actions/deactivate`]: { query: thatFlow, refused: { 400: noFlow, 404: { query: 'flow=none' } } },
  [`POST ${flows}/actions/publish`]: { query: thatFlow, refused: { 400: noFlow, 404: { query: 'flow=none' } } },
  [`DELETE ${flows}`]: {
    query: ({ freeFlow }) => `id=${freeFlow}`,
    refused: { 400: noFlow, 404: { query: 'id=none' }, 409: { query: ({ flow: used }) => `id=${used}` } },
  },
  [`POST ${flows}/:id/history`]: { path: flow },
  [`GET ${flows}/:id/history/:historyId`]: { path: { id: 'flow', historyId: 'history' } },
  [`GET ${flows}`]: {},
  [`GET ${flows}/:id`]: { path: flow },
  [`DELETE ${flows}/:id`]: { path: { id: 'freeFlow' }, refused: { 409: { path: flow } } },
  [`GET ${flows}/:id/versions`]: { path: flow },
  [`GET ${flows}/:id/versions/:version`]: { path: { id: 'flow', version: '1.0' } },
  ...things({
    path: `${flows}/outcomes`,
    record: 'outcome',
    create: { name: 'Called back' },
    taken: { name: 'Lost' },
    deletes: false,
  }),
  ...things({
    path: `${flows}/milestones`,
    record: 'milestone',
    create: { name: 'End' },
    taken: { name: 'Halfway' },
  }),
  [`GET ${allLevels}`]: {},
  [`GET ${allLevels}/default`]: {},
  [`PUT ${allLevels}/default`]: { body: level },
  [`DELETE ${allLevels}/default`]: {},
  [`GET ${levels}`]: { path: flow },
  [`POST ${levels}`]: { path: { id: 'freeFlow' }, body: level, refused: { 409: { path: flow, body: level } } },
  [`PUT ${levels}`]: { path: flow, body: level },
  [`DELETE ${levels}`]: { path: flow },
};

const executions = `${flows}/executions`;
const instances = `${flows}/instances`;
const conversations = '/api/v2/conversations';
const calls = '/flowcdk/calls';

const enabled: Before = { route: `PATCH ${integrations}/:id` };
/** The service answers, though there is none: an SDK's org asks over the network. */
const reachable: Before = {
  route: 'PUT /flowcdk/faults',
  request: { body: { faults: [{ dataAction: 'Find customer', fault: 'status', status: 200 }] } },
};
const launched: Before = { route: `POST ${executions}`, ids: { execution: 'id' } };
/** A call that waits in a queue. */
const placed: Before = { route: `POST ${calls}`, ids: { call: 'id' } };
const participants: Before = { route: `GET ${conversations}/:id`, ids: { customer: 'participants.0.id' } };
const hungUp: Before = { route: `POST ${calls}/:id/hangup` };
const answered: Before = { route: `POST ${calls}/:id/agent/:step` };
const call = { first: [placed], path: { id: 'call' } };
const overCall = { first: [placed, hungUp], path: { id: 'call' } };
const participant = { first: [placed, participants], path: { id: 'call', participantId: 'customer' } };
const attributes = { ...participant, body: { attributes: { status: 'SUCCESS' } } };
const ran: Before = {
  route: `POST ${instances}/query`,
  request: { body: { query: [] } },
  ids: { instance: 'entities.0.id' },
};
const instance = { first: [launched, ran], path: { id: 'instance' } };
const behaviour = { answersAfter: 2_000, talksFor: 60_000, wrapsUpIn: 5_000, wrapUp: 'Solved' };

/** A call that waits in the queue, and one on which its agent talks. */
const waiting = { first: [placed], path: { id: 'call' } };
const talking = {
  first: [placed, answered, { route: `GET ${conversations}/:id`, ids: { agent: 'participants.3.id' } }],
  path: { id: 'call', participantId: 'agent' },
};
/** How an agent transfers a call; the customer transfers nothing. */
const transferTo = (body: object): Example => ({
  ...talking,
  body,
  refused: {
    400: { first: [placed, participants], path: { id: 'call', participantId: 'customer' }, body },
  },
});
const analytics = '/api/v2/analytics/conversations';
const november = '2026-11-01T00:00:00Z/2026-11-30T00:00:00Z';

const ofConversations: Record<string, Example> = {
  [`POST ${conversations}/:id/participants/:participantId/replace`]: transferTo({ queueId: id('otherQueue') }),
  [`POST ${conversations}/:id/participants/:participantId/replace/agent`]: transferTo({ userId: id('colleague') }),
  [`POST ${conversations}/:id/participants/:participantId/replace/queue`]: transferTo({ queueId: id('otherQueue') }),
  [`POST ${conversations}/:id/participants/:participantId/replace/external`]: transferTo({ address: '+4930123456' }),
  'PATCH /api/v2/routing/conversations/:id': {
    ...waiting,
    body: { priority: 5 },
    refused: { 400: { first: [placed, hungUp], path: { id: 'call' }, body: { priority: 5 } } },
  },
  [`POST ${analytics}/details/query`]: { body: { interval: november } },
  [`GET ${analytics}/:id/details`]: call,
  [`GET ${analytics}/details`]: { first: [placed], query: ({ call: placedCall }) => `id=${placedCall}` },
  [`POST ${analytics}/aggregates/query`]: { body: { interval: november, metrics: ['nOffered'] } },
  'POST /api/v2/analytics/queues/observations/query': {
    body: {
      filter: { type: 'or', predicates: [{ dimension: 'queueId', value: id('queue') }] },
      metrics: ['oWaiting', 'oUserPresences'],
    },
  },
};

const callbacks = `${conversations}/callbacks`;
/** Later than any test runs, also in an org under the clock of the machine. */
const oneDay = '2096-11-22T10:00:00.000Z';
const callback = { callbackNumbers: ['+33142685300'], queueId: id('queue'), callbackScheduledTime: oneDay };
/** A callback that is not due. */
const scheduled: Before = {
  route: `POST ${callbacks}`,
  request: { body: callback },
  ids: { callback: 'conversation.id', callbackId: 'callbackIdentifiers.0.id' },
};
const ofCallback = { first: [scheduled], path: { id: 'callback' } };
const sms = { fromAddress: '+15550100', toAddress: '+33142685300', toAddressMessengerType: 'sms', textBody: 'Hello' };
const text: Before = { route: `POST ${conversations}/messages/agentless`, request: { body: sms }, ids: { sms: 'id' } };
const email = {
  senderType: 'Outbound',
  fromAddress: { email: 'support@example.org' },
  toAddresses: [{ email: 'ada@example.org' }],
  subject: 'Hello',
  textBody: 'We call you tomorrow.',
};
const ada = { address: '+33142685300' };
const known: Before = { route: 'PUT /flowcdk/people/:address', request: { path: ada, body: { optedOut: true } } };
const analysis = { ...call, body: { score: -60, after: 0 } };
const analysed: Before = { route: `PUT ${calls}/:id/sentiment`, request: analysis };

const threading = `${conversations}/messaging/threadingtimeline`;
/** A customer has written, and an agent has answered. */
const written: Before = {
  route: 'POST /flowcdk/messages',
  request: { body: { from: '+33142685300', to: '+15550100', text: 'Hello' } },
  ids: { thread: 'id' },
};
const step = (name: string): Before => ({
  route: `POST ${calls}/:id/agent/:step`,
  request: { path: { id: 'thread', step: name } },
});
const texting = [
  written,
  step('answer'),
  {
    route: `GET ${conversations}/:id`,
    request: { path: { id: 'thread' } },
    ids: { customer: 'participants.0.id', communication: 'participants.3.messages.0.id' },
  },
];
const received: Before = { route: 'GET /flowcdk/messages/received', ids: { received: 'entities.0.id' } };
const agentWrites = {
  first: texting,
  path: { id: 'thread', communicationId: 'communication' },
  body: { textBody: 'Good morning' },
};

/** Callbacks, messages without an agent, and what the analysis of a call finds. */
const outgoing: Record<string, Example> = {
  [`POST ${callbacks}`]: { body: callback, refused: { 400: { body: { queueId: id('queue') } } } },
  [`PATCH ${callbacks}`]: {
    first: [scheduled],
    body: { conversationId: id('callback'), agentId: id('user'), callbackScheduledTime: '2096-11-23T10:00:00.000Z' },
    refused: {
      400: { first: [scheduled], body: { conversationId: id('callback'), callbackScheduledTime: 'soon' } },
      404: { body: { conversationId: 'none' } },
    },
  },
  [`GET ${callbacks}/:id`]: ofCallback,
  [`PATCH ${callbacks}/:id`]: { ...ofCallback, body: { state: 'disconnected' } },
  [`GET ${callbacks}`]: {},
  [`PATCH ${callbacks}/:id/participants/:participantId/attributes`]: {
    first: [scheduled, { ...participants, request: { path: { id: 'callback' } } }],
    path: { id: 'callback', participantId: 'customer' },
    body: { attributes: { reason: 'invoice' } },
  },
  [`POST ${callbacks}/bulk/update`]: {
    first: [scheduled],
    body: { patchCallbackRequests: [{ conversationId: id('callback'), callbackScheduledTime: oneDay }] },
  },
  [`POST ${callbacks}/bulk/disconnect`]: {
    first: [scheduled],
    body: { callbackDisconnectIdentifiers: [{ conversationId: id('callback'), callbackId: id('callbackId') }] },
  },
  [`POST ${conversations}/:id/participants/:participantId/callbacks`]: {
    ...participant,
    body: callback,
    refused: { 400: { ...participant, body: { queueId: id('queue') } } },
  },
  [`POST ${conversations}/messages/agentless`]: {
    body: sms,
    refused: { 400: { body: { ...sms, toAddress: '0142685300' } } },
  },
  [`GET ${conversations}/messages/:id/details`]: { first: [text], path: { id: 'sms' } },
  [`POST ${conversations}/emails/agentless`]: {
    body: email,
    refused: { 400: { body: { ...email, toAddresses: [] } } },
  },
  'GET /api/v2/speechandtextanalytics/conversations/:id': {
    first: [placed, analysed, hungUp],
    path: { id: 'call' },
  },
  [`PUT ${calls}/:id/sentiment`]: analysis,
  'POST /webhooks/api/v1/webhook/:webhookId': { path: { webhookId: 'supervisors' }, body: { message: 'Hello' } },
  [`GET ${conversations}/messages/:id`]: { first: [written], path: { id: 'thread' } },
  [`GET ${conversations}/messages/:id/messages/:messageId`]: {
    first: [written, received],
    path: { id: 'thread', messageId: 'received' },
  },
  [`POST ${conversations}/messages/:id/communications/:communicationId/messages`]: {
    ...agentWrites,
    refused: {
      400: { ...agentWrites, body: { textBody: 'x'.repeat(766) } },
      403: { ...agentWrites, first: [...texting, step('hangup')] },
    },
  },
  [`PATCH ${conversations}/messages/:id/participants/:participantId/attributes`]: {
    first: texting,
    path: { id: 'thread', participantId: 'customer' },
    body: { attributes: { reason: 'invoice' } },
  },
  'POST /flowcdk/messages': {
    body: { from: '+33142685300', to: '+15550100', text: 'Hello' },
    refused: { 404: { body: { from: '+33142685300', to: '+15550199', text: 'Hello' } } },
  },
  [`GET ${threading}`]: {},
  [`PUT ${threading}`]: { body: { settings: [{ messengerType: 'sms', timeoutInMinutes: 60 }] } },
  'GET /flowcdk/messages/received': {},
  'GET /flowcdk/messages': {},
  'GET /flowcdk/callbacks': {},
  'GET /flowcdk/people': {},
  'GET /flowcdk/people/:address': { first: [known], path: ada },
  'PUT /flowcdk/people/:address': { path: ada, body: { messages: 'undelivered', calls: [{ busy: true }] } },
};

const recipients = '/api/v2/routing/message/recipients';
const labels = '/api/v2/routing/utilization/labels';
const subscriptions = '/api/v2/notifications/channels/:channelId/subscriptions';
const channel: Before = { route: 'POST /api/v2/notifications/channels', ids: { channel: 'id' } };
const limits = '/api/v2/outbound/attemptlimits';
const contactLists = '/api/v2/outbound/contactlists';
const domains = '/api/v2/routing/email/domains';
const contacts = '/api/v2/externalcontacts/contacts';
const customers = {
  name: 'Regulars',
  columnNames: ['phone', 'first name'],
  phoneColumns: [{ columnName: 'phone', type: 'cell' }],
};
const attempts = { name: 'Twice', maxAttemptsPerContact: 2 };
const defaultScript = { id: '766f1221-047a-11e5-bba2-db8c0964d007' };

const decisions = {
  name: 'Priority',
  columns: { inputs: ['segment', 'amount GreaterThan'], outputs: ['queue'] },
  rows: [{ inputs: ['Gold', 100], outputs: ['VIP'] }],
};

/** Records that the org keeps for other configurations. */
const records: Record<string, Example> = {
  ...things({ path: labels, record: 'label', create: { name: 'Slow' }, taken: { name: 'Urgent' } }),
  ...things({
    path: '/flowcdk/decisiontables',
    record: 'decisionTable',
    create: { ...decisions, name: 'Another' },
    taken: { ...decisions, name: 'Other' },
  }),
  ...things({
    path: limits,
    record: 'attemptLimits',
    create: attempts,
    taken: { ...attempts, name: 'Once' },
    inUse: 'otherLimits',
    change: { ...attempts, version: 1 },
    conflict: { ...attempts, version: 7 },
  }),
  ...things({
    path: contactLists,
    record: 'contactList',
    create: customers,
    taken: { ...customers, name: 'Prospects' },
    change: { ...customers, version: 1 },
    conflict: { ...customers, version: 7 },
  }),
  [`POST ${contactLists}/:id/contacts/search`]: { path: { id: 'contactList' }, body: {} },
  [`GET ${domains}`]: {},
  [`POST ${domains}`]: { body: { id: 'mail.example.com', subDomain: false } },
  [`GET ${domains}/:id`]: { path: { id: 'domain' } },
  [`PATCH ${domains}/:id`]: {
    path: { id: 'domain' },
    body: { mailFromSettings: { mailFromDomain: 'from.example.org' } },
  },
  [`DELETE ${domains}/:id`]: { path: { id: 'domain' } },
  [`GET ${contacts}`]: { query: 'q=ada' },
  [`POST ${contacts}`]: { body: { firstName: 'Grace', workEmail: 'grace@example.org' } },
  [`GET ${contacts}/:id`]: { path: { id: 'contact' } },
  [`PUT ${contacts}/:id`]: { path: { id: 'contact' }, body: { firstName: 'Ada', lastName: 'Byron' } },
  [`DELETE ${contacts}/:id`]: { path: { id: 'contact' } },
  'POST /api/v2/externalcontacts/identifierlookup': {
    body: { type: 'Phone', value: '+33142685300' },
    refused: { 404: { body: { type: 'Phone', value: '+33142685399' } } },
  },
  'POST /api/v2/externalcontacts/identifierlookup/contacts': {
    body: { type: 'Email', value: 'ada@example.org' },
    refused: { 404: { body: { type: 'Email', value: 'nobody@example.org' } } },
  },
  'GET /api/v2/externalcontacts/reversewhitepageslookup': { query: 'lookupVal=%2B33142685300' },
  'GET /api/v2/scripts': {},
  'GET /api/v2/scripts/:id': { path: defaultScript },
  'GET /api/v2/scripts/published': {},
  'GET /api/v2/scripts/published/:id': { path: defaultScript },
};

const runtime: Record<string, Example> = {
  [`POST ${executions}`]: { body: { flowId: id('freeFlow') }, refused: { 404: { body: { flowId: 'none' } } } },
  [`GET ${executions}/:id`]: { first: [launched], path: { id: 'execution' } },
  [`POST ${instances}/query`]: { body: { query: [{ criteria: [{ key: 'FlowType', value: 'WORKFLOW' }] }] } },
  [`GET ${instances}/querycapabilities`]: {},
  [`POST ${instances}/jobs`]: { ...instance, body: { ids: [id('instance')] } },
  [`GET ${instances}/jobs/:id`]: { ...instance, unpaged: true },
  [`GET ${instances}/:id`]: instance,
  'GET /flowcdk/flow-instances/:id/:signature': instance,
  [`POST ${actions}/:id/execute`]: {
    first: [enabled, reachable],
    path: { id: 'action' },
    body: { phoneNumber: '+33123456789' },
  },
  [`POST ${actions}/:id/test`]: { path: { id: 'action' }, body: { phoneNumber: '+33123456789' } },
  [`POST ${actions}/:id/draft/test`]: { path: draft, body: { phoneNumber: '+33123456789' } },
  [`GET ${conversations}`]: {},
  [`GET ${conversations}/:id`]: call,
  [`GET ${conversations}/calls/:id`]: call,
  [`PATCH ${conversations}/:id/participants/:participantId/attributes`]: attributes,
  [`PATCH ${conversations}/calls/:id/participants/:participantId/attributes`]: attributes,
  [`GET ${conversations}/:id/participants/:participantId/wrapup`]: participant,
  [`PUT ${conversations}/:id/tags`]: { ...call, body: { externalTag: 'case 7' } },
  [`POST ${conversations}/:id/disconnect`]: call,
  [`POST ${calls}`]: {
    body: { from: '+33142685300', to: '+442079460150' },
    refused: { 404: { body: { from: '+33142685300', to: '+442079460999' } } },
  },
  [`GET ${calls}/:id`]: call,
  [`POST ${calls}/:id/press`]: {
    ...call,
    body: { digits: '1#' },
    refused: { 409: { ...overCall, body: { digits: '1' } } },
  },
  [`POST ${calls}/:id/speak`]: {
    ...call,
    body: { milliseconds: 800 },
    refused: { 409: { ...overCall, body: { milliseconds: 800 } } },
  },
  [`POST ${calls}/:id/hangup`]: call,
  [`POST ${calls}/:id/agent/:step`]: {
    first: [placed],
    path: { id: 'call', step: 'answer' },
    refused: { 409: { first: [placed, answered], path: { id: 'call', step: 'decline' } } },
  },
  [`PUT ${calls}/:id/agents`]: { ...call, body: behaviour, refused: { 409: { ...overCall, body: behaviour } } },
  'GET /flowcdk/agents': {},
  'GET /flowcdk/agents/:id': { path: user },
  'PUT /flowcdk/agents/:id': {
    path: user,
    body: { onQueue: true },
    refused: { 409: { first: [placed, answered], path: user, body: { onQueue: false } } },
  },
  'GET /flowcdk/events': { unpaged: true, refused: { 400: { query: 'since=yesterday' } } },
  'GET /flowcdk/events/stream': {
    first: [placed, hungUp],
    query: 'until=call.ended',
    refused: { 400: { query: 'until=evening' } },
  },
  'GET /flowcdk/clock': {},
  'POST /flowcdk/clock': { body: { seconds: 60 } },
  'GET /flowcdk/faults': {},
  'PUT /flowcdk/faults': { body: { faults: [{ dataAction: 'Find customer', fault: 'hang', times: 1 }] } },
  'POST /api/v2/notifications/channels': {},
  'GET /api/v2/notifications/channels': {
    first: [channel],
    unpaged: true,
    refused: { 400: { query: 'includechannels=all' } },
  },
  'HEAD /api/v2/notifications/channels/:channelId': { first: [channel], path: { channelId: 'channel' } },
  [`GET ${subscriptions}`]: { first: [channel], path: { channelId: 'channel' }, unpaged: true },
  [`POST ${subscriptions}`]: {
    first: [channel],
    path: { channelId: 'channel' },
    body: [{ id: 'v2.users.1.presence' }],
    refused: { 400: { first: [channel], path: { channelId: 'channel' }, body: [{ id: 'v2.users.1.mood' }] } },
  },
  [`PUT ${subscriptions}`]: {
    first: [channel],
    path: { channelId: 'channel' },
    body: [{ id: 'v2.users.1.presence' }],
    refused: { 400: { first: [channel], path: { channelId: 'channel' }, body: [{ id: 'v2.users.{id}.presence' }] } },
  },
  [`DELETE ${subscriptions}`]: { first: [channel], path: { channelId: 'channel' } },
  'GET /api/v2/notifications/availabletopics': { query: 'expand=description,transports', unpaged: true },
  'GET /flowcdk/notification-faults': {},
  'PUT /flowcdk/notification-faults': { body: { silent: false, slow: 200, throttled: 1 } },
  'POST /flowcdk/notification-faults': { body: { fault: 'closing' } },
  'GET /flowcdk/event-faults': {},
  'PUT /flowcdk/event-faults': { body: { dropped: 0.1, delayed: 0.5, delay: 30_000 } },
  'GET /flowcdk/findings': { unpaged: true },
  'GET /flowcdk/openapi.json': {},
  'POST /flowcdk/reset': {
    query: 'everything=true',
    refused: { 400: { query: 'everything=all' }, 403: { headers: asClient } },
  },
  'GET /flowcdk/snapshot': { refused: { 403: { headers: asClient } } },
  'PUT /flowcdk/snapshot': {
    first: [{ route: 'GET /flowcdk/snapshot', ids: { snapshot: '' } }],
    body: id('snapshot'),
    refused: { 403: { headers: asClient } },
  },
};

const tracking = '/api/v2/architect/dependencytracking';
const tracked = ({ flow: flowId }: Ids): string => `id=${flowId}&objectType=WORKFLOW&version=1.0`;
const notTracked = { 400: { query: '' }, 404: { query: 'id=none' } };
const tables = `${flows}/datatables`;
const table = { id: 'table' };
const rows = `${tables}/:id/rows`;
const paris = { id: 'table', key: 'paris' };
const prompts = '/api/v2/architect/prompts';
const english = { id: 'prompt', language: 'en-us' };

const architect: Record<string, Example> = {
  [`GET ${tracking}`]: { query: 'name=*', refused: { 400: { query: '' } } },
  [`GET ${tracking}/object`]: { query: tracked, refused: notTracked },
  [`GET ${tracking}/consumedresources`]: { query: tracked, refused: notTracked },
  [`GET ${tracking}/consumingresources`]: {
    query: ({ action: actionId }) => `id=${actionId}&objectType=DATAACTION`,
    refused: notTracked,
  },
  [`GET ${tracking}/deletedresourceconsumers`]: {},
  [`GET ${tracking}/types`]: {},
  [`GET ${tracking}/types/:id`]: { path: { id: 'QUEUE' } },
  [`GET ${tracking}/build`]: {},
  [`POST ${tracking}/build`]: {},
  ...things({
    path: '/api/v2/architect/emergencygroups',
    record: 'freeEmergencyGroup',
    create: { name: 'Flood', enabled: false },
    taken: { name: 'Fire' },
  }),
  ...things({
    path: tables,
    record: 'otherTable',
    create: { name: 'Towns', schema: tableSchema },
    taken: { name: 'Shops', schema: tableSchema },
    inUse: 'table',
  }),
  [`GET ${rows}`]: { path: table },
  [`POST ${rows}`]: { path: table, body: { key: 'rome' }, refused: { 409: { path: table, body: { key: 'paris' } } } },
  [`GET ${rows}/:key`]: { path: paris },
  [`PUT ${rows}/:key`]: { path: paris, body: { key: 'paris', open: false } },
  [`DELETE ${rows}/:key`]: { path: paris },
  [`POST ${tables}/:id/import/csv/jobs`]: { path: table, body: { importMode: 'ReplaceAll' } },
  [`POST ${tables}/:id/import/jobs`]: { path: table, body: { importMode: 'Append' } },
  [`GET ${tables}/:id/import/jobs`]: { path: table },
  [`GET ${tables}/:id/import/jobs/:jobId`]: { path: { id: 'table', jobId: 'import' } },
  'PUT /flowcdk/datatables/:jobId/:signature': { path: { jobId: 'import' }, text: 'key,open\r\nrome,true\r\n' },
  [`POST ${tables}/:id/export/jobs`]: { path: table },
  [`GET ${tables}/:id/export/jobs/:jobId`]: { path: { id: 'table', jobId: 'tableExport' } },
  'GET /flowcdk/datatables/:jobId/:signature': { path: { jobId: 'tableExport' } },
  ...things({
    path: prompts,
    record: 'freePrompt',
    create: { name: 'Closed' },
    taken: { name: 'Welcome' },
    inUse: 'prompt',
  }),
  [`GET ${prompts}/:id/resources`]: { path: { id: 'prompt' } },
  [`POST ${prompts}/:id/resources`]: {
    path: { id: 'prompt' },
    body: { language: 'fr-fr', ttsString: 'Bienvenue' },
    refused: { 409: { path: { id: 'prompt' }, body: { language: 'en-us' } } },
  },
  [`GET ${prompts}/:id/resources/:language`]: { path: english },
  [`PUT ${prompts}/:id/resources/:language`]: { path: english, body: { ttsString: 'Good day' } },
  [`DELETE ${prompts}/:id/resources/:language`]: { path: english },
  [`POST ${prompts}/:id/resources/:language/uploads`]: { path: english },
  [`DELETE ${prompts}/:id/resources/:language/audio`]: { path: english },
  'POST /flowcdk/prompts/:id/:language': { path: english, text: 'RIFF' },
  'PUT /flowcdk/prompts/:id/:language/:signature': { path: english, text: 'RIFF' },
  ...things({
    path: '/api/v2/architect/schedules',
    record: 'freeSchedule',
    create: { ...schedule, name: 'Saturdays' },
    taken: schedule,
    inUse: 'schedule',
  }),
  ...things({
    path: '/api/v2/architect/schedulegroups',
    record: 'freeScheduleGroup',
    create: { name: 'Summer' },
    taken: { name: 'Hours' },
    inUse: 'scheduleGroup',
  }),
  ...things({
    path: '/api/v2/architect/ivrs',
    record: 'freeIvr',
    create: { name: 'Fourth line', dnis: ['+442079460102'] },
    taken: { name: 'Line' },
    meaningless: { name: 'Fourth line', dnis: ['+442079460101'] },
    inUse: 'ivr',
  }),
};

const triggers = '/api/v2/processautomation/triggers';
const trigger = { ...triggerBody(undefined), target: { type: 'Workflow', id: id('flow') } };
const presence = '/api/v2/users/:id/presences/purecloud';
const onQueue = { presenceDefinition: { systemPresence: 'On Queue' } };
const presences: Record<string, Example> = {
  [`GET ${presence}`]: { path: user },
  [`PATCH ${presence}`]: { path: user, body: onQueue },
  'GET /api/v2/users/:id/routingstatus': { path: user },
  'PUT /api/v2/users/:id/routingstatus': { path: user, body: { status: 'OFF_QUEUE' } },
  'GET /api/v2/presencedefinitions': {},
  'GET /api/v2/presencedefinitions/:id': { path: { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b' } },
};

const queues = '/api/v2/routing/queues';
const queue = { id: 'queue' };
const edges = '/api/v2/telephony/providers/edges';
const configurations = '/api/v2/webdeployments/configurations';
const configuration = { id: 'configuration' };

const routing: Record<string, Example> = {
  [`GET ${triggers}/topics`]: { unpaged: true },
  [`POST ${triggers}/:id/test`]: { path: { id: 'trigger' }, body: { mediaType: 'VOICE' } },
  [`POST ${triggers}/topics/:topicName/test`]: {
    path: { topicName: triggerBody(undefined).topicName },
    body: { mediaType: 'VOICE' },
  },
  ...things({
    path: triggers,
    record: 'trigger',
    create: { ...trigger, name: 'Another' },
    change: { ...trigger, version: 1 },
    conflict: { ...trigger, version: 7 },
    meaningless: { ...trigger, version: 1, target: { type: 'Workflow', id: 'none' } },
  }),
  ...things({
    path: '/api/v2/routing/wrapupcodes',
    record: 'code',
    create: { name: 'Spam' },
    taken: { name: 'Sold' },
  }),
  ...things({
    path: '/api/v2/routing/skills',
    record: 'skill',
    create: { name: 'Returns' },
    taken: { name: 'Invoices' },
    update: 'none',
  }),
  ...things({
    path: '/api/v2/routing/languages',
    record: 'language',
    create: { name: 'German' },
    taken: { name: 'French' },
    update: 'none',
  }),
  ...things({ path: '/api/v2/routing/sms/addresses', record: 'address', create: smsAddress, update: 'none' }),
  ...things({
    path: '/api/v2/routing/sms/phonenumbers',
    record: 'smsNumber',
    create: { ...smsNumber, phoneNumber: '+15550199' },
    taken: smsNumber,
    update: 'none',
  }),
  [`GET ${recipients}`]: {},
  [`GET ${recipients}/:id`]: { path: { id: 'smsNumber' } },
  [`PUT ${recipients}/:id`]: { path: { id: 'smsNumber' }, body: { flow: ref('messageFlow') } },
  ...things({ path: queues, record: 'queue', create: { name: 'Returns' }, taken: { name: 'Orders' } }),
  [`GET ${queues}/:id/wrapupcodes`]: { path: queue },
  [`POST ${queues}/:id/wrapupcodes`]: { path: queue, body: [ref('otherCode')] },
  [`DELETE ${queues}/:id/wrapupcodes/:codeId`]: { path: { id: 'queue', codeId: 'code' } },
  [`GET ${queues}/:id/members`]: { path: queue },
  [`POST ${queues}/:id/members`]: { path: queue, body: [ref('colleague')] },
  [`PATCH ${queues}/:id/members`]: { path: queue, body: [{ ...ref('user'), ringNumber: 2 }] },
  [`PATCH ${queues}/:id/members/:userId`]: { path: { id: 'queue', userId: 'user' }, body: { ringNumber: 2 } },
  [`DELETE ${queues}/:id/members/:userId`]: { path: { id: 'queue', userId: 'user' } },
  [`GET ${edges}`]: {},
  ...things({
    path: `${edges}/sites`,
    record: 'site',
    create: { name: 'Rome', location: ref('location') },
    taken: { name: 'Paris', location: ref('location') },
    change: { name: 'Paris', location: ref('room'), version: 1 },
    conflict: { name: 'Paris', location: ref('room'), version: 7 },
    inUse: 'managedSite',
  }),
  [`GET ${edges}/didpools/dids`]: {
    query: 'type=UNASSIGNED',
    refused: { 400: { query: 'type=SOME' } },
  },
  ...things({
    path: `${edges}/didpools`,
    record: 'pool',
    create: { startPhoneNumber: '+33199130000', endPhoneNumber: '+33199130009' },
    taken: { startPhoneNumber: '+33199120005', endPhoneNumber: '+33199120019' },
    inUse: 'usedPool',
  }),
  [`GET ${edges}/dids`]: {},
  [`GET ${edges}/dids/:id`]: { path: { id: 'number' } },
  [`GET ${configurations}`]: { unpaged: true },
  [`POST ${configurations}`]: { body: webConfiguration('Support') },
  [`DELETE ${configurations}/:id`]: {
    path: configuration,
    refused: { 409: { path: { id: 'usedConfiguration' } } },
  },
  [`GET ${configurations}/:id/versions/draft`]: { path: configuration },
  [`PUT ${configurations}/:id/versions/draft`]: { path: configuration, body: webConfiguration('Help') },
  [`POST ${configurations}/:id/versions/draft/publish`]: { path: configuration },
  [`GET ${configurations}/:id/versions`]: { path: configuration, unpaged: true },
  [`GET ${configurations}/:id/versions/:version`]: { path: { id: 'configuration', version: '1' } },
  ...things({
    path: '/api/v2/webdeployments/deployments',
    record: 'deployment',
    create: { name: 'Blog', configuration: ref('configuration') },
  }),
  'GET /flowcdk/features': { unpaged: true },
  'GET /flowcdk/contents': {},
};

/** How every route is exercised, by method and path. Whoever declares a route adds its example here. */
export const examples: Readonly<Record<string, Example>> = {
  ...identity,
  ...people,
  ...presences,
  ...integrationExamples,
  ...flowExamples,
  ...runtime,
  ...ofConversations,
  ...outgoing,
  ...records,
  ...architect,
  ...routing,
};
