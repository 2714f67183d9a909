import type { Permission } from './integration';
import type { Method } from './request';

/**
 * What an endpoint below `/api/v2` requires, by method (documented with the endpoint): a permission, several with `&`
 * between them, or nothing. Where any one of several suffices, it is the narrowest.
 */
const required: Readonly<Record<string, Readonly<Partial<Record<Method, string>>>>> = {
  '/analytics/conversations/:id/details': { GET: 'analytics:conversationDetail:view' },
  '/analytics/conversations/aggregates/query': { POST: 'analytics:conversationAggregate:view' },
  '/analytics/conversations/details': { GET: 'analytics:conversationDetail:view' },
  '/analytics/conversations/details/query': { POST: 'analytics:conversationDetail:view' },
  '/analytics/queues/observations/query': { POST: 'analytics:queueObservation:view' },
  '/architect/dependencytracking': { GET: 'architect:dependencyTracking:view' },
  '/architect/dependencytracking/build': {
    GET: 'architect:dependencyTracking:view',
    POST: 'architect:dependencyTracking:rebuild',
  },
  '/architect/dependencytracking/consumedresources': { GET: 'architect:dependencyTracking:view' },
  '/architect/dependencytracking/consumingresources': { GET: 'architect:dependencyTracking:view' },
  '/architect/dependencytracking/deletedresourceconsumers': { GET: 'architect:dependencyTracking:view' },
  '/architect/dependencytracking/object': { GET: 'architect:dependencyTracking:view' },
  '/architect/dependencytracking/types': { GET: 'architect:dependencyTracking:view' },
  '/architect/dependencytracking/types/:id': { GET: 'architect:dependencyTracking:view' },
  '/architect/emergencygroups': { GET: 'routing:emergencyGroup:view', POST: 'routing:emergencyGroup:add' },
  '/architect/emergencygroups/:id': {
    GET: 'routing:emergencyGroup:view',
    PUT: 'routing:emergencyGroup:edit',
    DELETE: 'routing:emergencyGroup:delete',
  },
  '/architect/ivrs': { GET: 'routing:callRoute:view', POST: 'routing:callRoute:add' },
  '/architect/ivrs/:id': {
    GET: 'routing:callRoute:view',
    PUT: 'routing:callRoute:edit',
    DELETE: 'routing:callRoute:delete',
  },
  '/architect/prompts': { GET: 'architect:userPrompt:view', POST: 'architect:userPrompt:add' },
  '/architect/prompts/:id': {
    GET: 'architect:userPrompt:view',
    PUT: 'architect:userPrompt:edit',
    DELETE: 'architect:userPrompt:delete',
  },
  '/architect/prompts/:id/resources': { POST: 'architect:userPrompt:edit', GET: 'architect:userPrompt:view' },
  '/architect/prompts/:id/resources/:language': {
    GET: 'architect:userPrompt:view',
    PUT: 'architect:userPrompt:edit',
    DELETE: 'architect:userPrompt:edit',
  },
  '/architect/prompts/:id/resources/:language/audio': { DELETE: 'architect:userPrompt:edit' },
  '/architect/prompts/:id/resources/:language/uploads': { POST: 'architect:userPrompt:edit' },
  '/architect/schedulegroups': { GET: 'routing:scheduleGroup:view', POST: 'routing:scheduleGroup:add' },
  '/architect/schedulegroups/:id': {
    GET: 'routing:scheduleGroup:view',
    PUT: 'routing:scheduleGroup:edit',
    DELETE: 'routing:scheduleGroup:delete',
  },
  '/architect/schedules': { GET: 'routing:schedule:view', POST: 'routing:schedule:add' },
  '/architect/schedules/:id': {
    GET: 'routing:schedule:view',
    PUT: 'routing:schedule:edit',
    DELETE: 'routing:schedule:delete',
  },
  '/authorization/divisions': { GET: '', POST: 'authorization:division:add & authorization:grant:add' },
  '/authorization/divisions/:id': {
    GET: '',
    PUT: 'authorization:division:edit',
    DELETE: 'authorization:division:delete',
  },
  '/authorization/divisions/:id/objects/:type': { POST: '' },
  '/authorization/divisions/home': { GET: '' },
  '/authorization/permissions': { GET: '' },
  '/authorization/products': { GET: '' },
  '/authorization/roles': { GET: 'authorization:role:view', POST: 'authorization:role:add' },
  '/authorization/roles/:id': {
    GET: 'authorization:role:view',
    PUT: 'authorization:role:edit',
    DELETE: 'authorization:role:delete',
  },
  '/authorization/subjects/:id': { GET: 'authorization:grant:view' },
  '/authorization/subjects/:id/bulkadd': { POST: 'authorization:grant:add' },
  '/authorization/subjects/:id/divisions/:divisionId/roles/:roleId': { DELETE: 'authorization:grant:delete' },
  '/conversations': { GET: '' },
  '/conversations/:id': { GET: 'conversation:communication:view' },
  '/conversations/:id/disconnect': { POST: 'conversation:communication:disconnect' },
  '/conversations/:id/participants/:participantId/attributes': { PATCH: '' },
  '/conversations/:id/participants/:participantId/callbacks': { POST: 'conversation:callback:create' },
  '/conversations/:id/participants/:participantId/replace': { POST: 'conversation:communication:blindTransfer' },
  '/conversations/:id/participants/:participantId/replace/agent': { POST: 'conversation:communication:blindTransfer' },
  '/conversations/:id/participants/:participantId/replace/external': {
    POST: 'conversation:communication:blindTransfer',
  },
  '/conversations/:id/participants/:participantId/replace/queue': { POST: 'conversation:communication:blindTransfer' },
  '/conversations/:id/participants/:participantId/wrapup': { GET: '' },
  '/conversations/:id/tags': { PUT: 'conversation:externalTag:edit' },
  '/conversations/callbacks': { GET: '', POST: 'conversation:callback:create', PATCH: 'conversation:callback:edit' },
  '/conversations/callbacks/:id': { GET: '', PATCH: 'conversation:communication:disconnect' },
  '/conversations/callbacks/:id/participants/:participantId/attributes': { PATCH: '' },
  '/conversations/callbacks/bulk/disconnect': { POST: 'conversation:communication:disconnect' },
  '/conversations/callbacks/bulk/update': { POST: 'conversation:callback:edit' },
  '/conversations/calls/:id': { GET: '' },
  '/conversations/calls/:id/participants/:participantId/attributes': { PATCH: '' },
  '/conversations/emails/agentless': { POST: 'conversation:email:create' },
  '/conversations/messaging/threadingtimeline': {
    GET: 'conversation:threadingTimeline:view',
    PUT: 'conversation:threadingTimeline:edit',
  },
  '/conversations/messages/:id': { GET: '' },
  '/conversations/messages/:id/communications/:communicationId/messages': { POST: 'conversation:message:create' },
  '/conversations/messages/:id/details': { GET: 'conversation:message:view' },
  '/conversations/messages/:id/messages/:messageId': { GET: 'conversation:message:view' },
  '/conversations/messages/:id/participants/:participantId/attributes': { PATCH: '' },
  '/conversations/messages/agentless': { POST: 'conversation:message:create' },
  '/externalcontacts/contacts': { GET: 'externalContacts:contact:view', POST: 'externalContacts:contact:add' },
  '/externalcontacts/contacts/:id': {
    GET: 'externalContacts:contact:view',
    PUT: 'externalContacts:contact:edit',
    DELETE: 'externalContacts:contact:delete',
  },
  '/externalcontacts/identifierlookup': { POST: 'externalContacts:contact:view' },
  '/externalcontacts/identifierlookup/contacts': { POST: 'externalContacts:contact:view' },
  '/externalcontacts/reversewhitepageslookup': { GET: 'externalContacts:contact:view' },
  '/flows': { DELETE: 'architect:flow:delete', GET: 'architect:flow:view' },
  '/flows/:id': { GET: 'architect:flow:view', DELETE: 'architect:flow:delete' },
  '/flows/:id/history': { POST: 'architect:flow:view' },
  '/flows/:id/history/:historyId': { GET: 'architect:flow:view' },
  '/flows/:id/instances/settings/loglevels': {
    GET: 'architect:flowLogLevel:view',
    POST: 'architect:flowLogLevel:add',
    PUT: 'architect:flowLogLevel:edit',
    DELETE: 'architect:flowLogLevel:delete',
  },
  '/flows/:id/versions': { GET: 'architect:flow:view' },
  '/flows/:id/versions/:version': { GET: 'architect:flow:view' },
  '/flows/actions/deactivate': { POST: 'architect:flow:publish' },
  '/flows/actions/publish': { POST: 'architect:flow:publish' },
  '/flows/actions/unlock': { POST: 'architect:flow:unlock' },
  '/flows/datatables': { GET: 'architect:datatable:view', POST: 'architect:datatable:add' },
  '/flows/datatables/:id': {
    GET: 'architect:datatable:view',
    PUT: 'architect:datatable:edit',
    DELETE: 'architect:datatable:delete',
  },
  '/flows/datatables/:id/export/jobs': { POST: 'architect:datatable:view' },
  '/flows/datatables/:id/export/jobs/:jobId': { GET: 'architect:datatable:view' },
  '/flows/datatables/:id/import/csv/jobs': { POST: 'architect:datatable:edit' },
  '/flows/datatables/:id/import/jobs': { POST: 'architect:datatable:edit', GET: 'architect:datatable:edit' },
  '/flows/datatables/:id/import/jobs/:jobId': { GET: 'architect:datatable:view' },
  '/flows/datatables/:id/rows': { GET: 'architect:datatableRow:view', POST: 'architect:datatableRow:add' },
  '/flows/datatables/:id/rows/:key': {
    GET: 'architect:datatableRow:view',
    PUT: 'architect:datatableRow:edit',
    DELETE: 'architect:datatableRow:delete',
  },
  '/flows/executions': { POST: 'architect:flow:launch' },
  '/flows/executions/:id': { GET: 'architect:flowExecution:view' },
  '/flows/export/jobs': { POST: 'architect:jobExport:create' },
  '/flows/export/jobs/:id': { GET: 'architect:jobExport:view' },
  '/flows/instances/:id': { GET: 'architect:flowInstance:view' },
  '/flows/instances/jobs': { POST: 'architect:flowInstance:view' },
  '/flows/instances/jobs/:id': { GET: 'architect:flowInstance:view' },
  '/flows/instances/query': { POST: 'architect:flowInstance:search' },
  '/flows/instances/querycapabilities': { GET: 'architect:flowInstance:search' },
  '/flows/instances/settings/loglevels': { GET: 'architect:flowLogLevel:view & architect:flow:search' },
  '/flows/instances/settings/loglevels/default': {
    GET: 'architect:flowLogLevelDefault:view',
    PUT: 'architect:flowLogLevelDefault:edit',
    DELETE: 'architect:flowLogLevelDefault:delete',
  },
  '/flows/jobs': { POST: 'architect:job:create' },
  '/flows/jobs/:id': { GET: 'architect:job:view' },
  '/flows/milestones': { GET: 'architect:flowMilestone:view', POST: 'architect:flowMilestone:add' },
  '/flows/milestones/:id': {
    GET: 'architect:flowMilestone:view',
    PUT: 'architect:flowMilestone:edit',
    DELETE: 'architect:flowMilestone:delete',
  },
  '/flows/outcomes': { GET: 'architect:flowOutcome:view', POST: 'architect:flowOutcome:add' },
  '/flows/outcomes/:id': { GET: 'architect:flowOutcome:view', PUT: 'architect:flowOutcome:edit' },
  '/flows/validate/jobs': { POST: 'architect:jobValidate:create' },
  '/flows/validate/jobs/:id': { GET: 'architect:jobValidate:view' },
  '/groups': { GET: '', POST: 'directory:group:add' },
  '/groups/:id': { GET: '', PUT: 'directory:group:edit', DELETE: 'directory:group:delete' },
  '/groups/:id/individuals': { GET: '' },
  '/groups/:id/members': { POST: '', DELETE: '' },
  '/groups/search': { POST: '' },
  '/integrations': { GET: 'integrations:integration:view', POST: 'integrations:integration:add' },
  '/integrations/:id': {
    GET: 'integrations:integration:view',
    DELETE: 'integrations:integration:delete',
    PATCH: 'integrations:integration:edit',
  },
  '/integrations/:id/config/current': { GET: 'integrations:integration:view', PUT: 'integrations:integration:edit' },
  '/integrations/actions': { GET: 'integrations:action:view', POST: 'integrations:action:add' },
  '/integrations/actions/:id': {
    GET: 'integrations:action:view',
    DELETE: 'integrations:action:delete',
    PATCH: 'integrations:action:edit',
  },
  '/integrations/actions/:id/draft': {
    POST: 'integrations:action:edit',
    GET: 'integrations:action:view',
    PATCH: 'integrations:action:edit',
    DELETE: 'integrations:action:delete',
  },
  '/integrations/actions/:id/draft/publish': { POST: 'integrations:action:edit' },
  '/integrations/actions/:id/draft/schemas/:file': { GET: 'integrations:action:view' },
  '/integrations/actions/:id/draft/templates/:file': { GET: 'integrations:action:view' },
  '/integrations/actions/:id/draft/test': { POST: 'integrations:action:execute' },
  '/integrations/actions/:id/draft/validation': { GET: 'integrations:action:edit' },
  '/integrations/actions/:id/execute': { POST: 'integrations:action:execute' },
  '/integrations/actions/:id/schemas/:file': { GET: 'integrations:action:view' },
  '/integrations/actions/:id/templates/:file': { GET: 'integrations:action:view' },
  '/integrations/actions/:id/test': { POST: 'integrations:action:execute' },
  '/integrations/actions/categories': { GET: 'integrations:action:view' },
  '/integrations/actions/drafts': { GET: 'integrations:action:view', POST: 'integrations:action:add' },
  '/integrations/credentials': { GET: 'integrations:integration:view', POST: 'integrations:integration:add' },
  '/integrations/credentials/:id': {
    GET: 'integrations:integration:view',
    PUT: 'integrations:integration:edit',
    DELETE: 'integrations:integration:delete',
  },
  '/integrations/credentials/listing': { GET: 'integrations:integration:view' },
  '/integrations/credentials/types': { GET: 'integrations:integration:view' },
  '/integrations/types': { GET: 'integrations:integration:view' },
  '/integrations/types/:id': { GET: 'integrations:integration:view' },
  '/integrations/types/:id/configschemas/:configType': { GET: 'integrations:integration:view' },
  '/integrations/webhooks/:tokenId/events': { POST: '' },
  '/locations': { GET: '', POST: 'directory:location:add' },
  '/locations/:id': { GET: '', PATCH: 'directory:location:edit', DELETE: 'directory:location:delete' },
  '/locations/search': { POST: '' },
  '/notifications/availabletopics': { GET: '' },
  '/notifications/channels': { GET: '', POST: '' },
  '/notifications/channels/:channelId/subscriptions': { GET: '', POST: '', PUT: '', DELETE: '' },
  '/oauth/clients': { GET: 'oauth:client:view', POST: 'oauth:client:add' },
  '/oauth/clients/:id': { GET: 'oauth:client:view', PUT: 'oauth:client:edit', DELETE: 'oauth:client:delete' },
  '/oauth/clients/:id/secret': { POST: 'oauth:client:edit' },
  '/organizations/me': { GET: '' },
  '/outbound/attemptlimits': { GET: 'outbound:attemptLimits:view', POST: 'outbound:attemptLimits:add' },
  '/outbound/attemptlimits/:id': {
    GET: 'outbound:attemptLimits:view',
    PUT: 'outbound:attemptLimits:edit',
    DELETE: 'outbound:attemptLimits:delete',
  },
  '/outbound/contactlists': { GET: 'outbound:contactList:view', POST: 'outbound:contactList:add' },
  '/outbound/contactlists/:id': {
    GET: 'outbound:contactList:view',
    PUT: 'outbound:contactList:edit',
    DELETE: 'outbound:contactList:delete',
  },
  '/outbound/contactlists/:id/contacts/search': { POST: 'outbound:contact:view' },
  '/presencedefinitions': { GET: '' },
  '/presencedefinitions/:id': { GET: 'presence:presenceDefinition:view' },
  '/processautomation/triggers': { GET: 'processautomation:trigger:view', POST: 'processautomation:trigger:add' },
  '/processautomation/triggers/:id': {
    GET: 'processautomation:trigger:view',
    PUT: 'processautomation:trigger:edit',
    DELETE: 'processautomation:trigger:delete',
  },
  '/processautomation/triggers/:id/test': { POST: 'processautomation:trigger:test' },
  '/processautomation/triggers/topics': { GET: 'processautomation:trigger:view' },
  '/processautomation/triggers/topics/:topicName/test': { POST: 'processautomation:trigger:test' },
  '/routing/conversations/:id': { PATCH: 'routing:conversation:edit' },
  '/routing/email/domains': { GET: 'routing:email:manage', POST: 'routing:email:manage' },
  '/routing/email/domains/:id': {
    GET: 'routing:email:manage',
    PATCH: 'routing:email:manage',
    DELETE: 'routing:email:manage',
  },
  '/routing/languages': { GET: '', POST: 'routing:skill:manage' },
  '/routing/languages/:id': { GET: '', DELETE: 'routing:skill:manage' },
  '/routing/message/recipients': { GET: 'routing:message:manage' },
  '/routing/message/recipients/:id': { GET: 'routing:message:manage', PUT: 'routing:message:manage' },
  '/routing/queues': { GET: 'routing:queue:view', POST: 'routing:queue:add' },
  '/routing/queues/:id': { GET: 'routing:queue:view', PUT: 'routing:queue:edit', DELETE: 'routing:queue:delete' },
  '/routing/queues/:id/members': {
    GET: 'routing:queue:view',
    POST: 'routing:queueMember:manage',
    PATCH: 'routing:queueMember:manage',
  },
  '/routing/queues/:id/members/:userId': { PATCH: 'routing:queueMember:manage', DELETE: 'routing:queueMember:manage' },
  '/routing/queues/:id/wrapupcodes': { GET: 'routing:queue:view', POST: 'routing:queue:edit' },
  '/routing/queues/:id/wrapupcodes/:codeId': { DELETE: 'routing:queue:edit' },
  '/routing/skills': { GET: 'routing:skill:view', POST: 'routing:skill:manage' },
  '/routing/skills/:id': { GET: 'routing:skill:view', DELETE: 'routing:skill:manage' },
  '/routing/sms/addresses': { GET: 'sms:phoneNumber:view', POST: 'sms:phoneNumber:add' },
  '/routing/sms/addresses/:id': { GET: 'sms:phoneNumber:view', DELETE: 'sms:phoneNumber:delete' },
  '/routing/sms/phonenumbers': { GET: 'sms:phoneNumber:view', POST: 'sms:phoneNumber:add' },
  '/routing/sms/phonenumbers/:id': { GET: 'sms:phoneNumber:view', DELETE: 'sms:phoneNumber:delete' },
  '/routing/users/:id/utilization': {
    GET: 'routing:utilization:view',
    PUT: 'routing:utilization:manage',
    DELETE: 'routing:utilization:manage',
  },
  '/routing/utilization/labels': { GET: 'routing:utilization:view', POST: 'routing:utilization:manage' },
  '/routing/utilization/labels/:id': {
    GET: 'routing:utilization:view',
    PUT: 'routing:utilization:manage',
    DELETE: 'routing:utilization:manage',
  },
  '/routing/wrapupcodes': { GET: 'routing:wrapupCode:view', POST: 'routing:wrapupCode:add' },
  '/routing/wrapupcodes/:id': {
    GET: 'routing:wrapupCode:view',
    PUT: 'routing:wrapupCode:edit',
    DELETE: 'routing:wrapupCode:delete',
  },
  '/scripts': { GET: 'scripter:script:view' },
  '/scripts/:id': { GET: 'scripter:script:view' },
  '/scripts/published': { GET: 'scripter:publishedScript:view' },
  '/scripts/published/:id': { GET: 'scripter:publishedScript:view' },
  '/speechandtextanalytics/conversations/:id': { GET: 'recording:recording:view & speechAndTextAnalytics:data:view' },
  '/speechandtextanalytics/conversations/:id/categories': { GET: 'speechAndTextAnalytics:data:view' },
  '/speechandtextanalytics/conversations/:id/sentiments': { GET: 'speechAndTextAnalytics:sentimentData:view' },
  '/speechandtextanalytics/conversations/:id/summaries': { GET: 'speechAndTextAnalytics:aiSummary:view' },
  '/telephony/providers/edges': { GET: 'telephony:plugin:all' },
  '/telephony/providers/edges/didpools': { GET: 'telephony:plugin:all', POST: 'telephony:plugin:all' },
  '/telephony/providers/edges/didpools/:id': {
    GET: 'telephony:plugin:all',
    PUT: 'telephony:plugin:all',
    DELETE: 'telephony:plugin:all',
  },
  '/telephony/providers/edges/didpools/dids': { GET: 'telephony:plugin:all' },
  '/telephony/providers/edges/dids': { GET: 'telephony:plugin:all' },
  '/telephony/providers/edges/dids/:id': { GET: 'telephony:plugin:all' },
  '/telephony/providers/edges/sites': { GET: '', POST: 'telephony:plugin:all' },
  '/telephony/providers/edges/sites/:id': {
    GET: 'telephony:plugin:all',
    PUT: 'telephony:plugin:all',
    DELETE: 'telephony:plugin:all',
  },
  '/tokens/me': { GET: '', DELETE: '' },
  '/users': { GET: '', POST: 'directory:user:add' },
  '/users/:id': { GET: '', DELETE: 'directory:user:delete', PATCH: 'directory:user:edit' },
  '/users/:id/password': { POST: 'directory:user:setPassword' },
  '/users/:id/presences/purecloud': { GET: '', PATCH: '' },
  '/users/:id/profileskills': { GET: 'directory:userProfile:view', PUT: 'directory:userProfile:edit' },
  '/users/:id/queues': { GET: 'routing:queue:view' },
  '/users/:id/routinglanguages': { GET: '', POST: 'routing:language:assign' },
  '/users/:id/routinglanguages/:ratedId': { PATCH: 'routing:language:assign', DELETE: 'routing:language:assign' },
  '/users/:id/routinglanguages/bulk': { PATCH: 'routing:language:assign' },
  '/users/:id/routingskills': { GET: '', POST: 'routing:skill:assign' },
  '/users/:id/routingskills/:ratedId': { PUT: 'routing:skill:assign', DELETE: 'routing:skill:assign' },
  '/users/:id/routingskills/bulk': { PATCH: 'routing:skill:assign', PUT: 'routing:skill:assign' },
  '/users/:id/routingstatus': { GET: '', PUT: '' },
  '/users/search': { POST: 'directory:user:view' },
  '/voicemail/groups/:id/policy': { GET: 'voicemail:groupPolicy:view', PATCH: 'voicemail:groupPolicy:edit' },
  '/voicemail/userpolicies/:id': { GET: 'voicemail:userPolicy:viewOther', PATCH: 'voicemail:userPolicy:viewOther' },
  '/webdeployments/configurations': {
    GET: 'webDeployments:configuration:view',
    POST: 'webDeployments:configuration:add',
  },
  '/webdeployments/configurations/:id': { DELETE: 'webDeployments:configuration:delete' },
  '/webdeployments/configurations/:id/versions': { GET: 'webDeployments:configuration:view' },
  '/webdeployments/configurations/:id/versions/:version': { GET: 'webDeployments:configuration:view' },
  '/webdeployments/configurations/:id/versions/draft': {
    GET: 'webDeployments:configuration:view',
    PUT: 'webDeployments:configuration:edit',
  },
  '/webdeployments/configurations/:id/versions/draft/publish': {
    POST: 'webDeployments:configuration:edit & webDeployments:configuration:add',
  },
  '/webdeployments/deployments': { GET: 'webDeployments:deployment:view', POST: 'webDeployments:deployment:add' },
  '/webdeployments/deployments/:id': {
    GET: 'webDeployments:deployment:view',
    PUT: 'webDeployments:deployment:edit',
    DELETE: 'webDeployments:deployment:delete',
  },
};

/** An endpoint as the table has it, with its path in pieces. */
interface Endpoint {
  readonly pieces: readonly string[];
  readonly permissions: Readonly<Partial<Record<Method, string>>>;
}

const endpoints: readonly Endpoint[] = Object.entries(required).map(([path, permissions]) => ({
  pieces: `/api/v2${path}`.split('/'),
  permissions,
}));

/**
 * The permissions that a call of Genesys Cloud's API requires: all of them. Undefined for an endpoint that is not known
 * here.
 *
 * @example
 * ```ts
 * permissionsOfCall('PUT', '/api/v2/conversations/${input.conversationId}/tags'); // ['conversation:externalTag:edit']
 * ```
 *
 * @param url a path, or the template of one: what begins with `$`, and `:id`, stands for anything
 */
export function permissionsOfCall(method: string, url: string): readonly Permission[] | undefined {
  const [path = ''] = url.split('?');
  const pieces = path.split('/');
  const fitting = endpoints.filter((endpoint) => fits(endpoint, pieces) && method in endpoint.permissions);
  // Of /queues/me and /queues/:id the first is meant where it is written.
  const [best] = fitting.sort((a, b) => holes(a) - holes(b));
  const text = best?.permissions[method as Method];
  return text?.split(' & ').filter((permission) => permission !== '') as Permission[] | undefined;
}

const fits = ({ pieces }: Endpoint, path: readonly string[]): boolean =>
  pieces.length === path.length && pieces.every((piece, i) => (isHole(piece) ? path[i] !== '' : piece === path[i]));

const isHole = (piece: string): boolean => piece.startsWith(':');

const holes = ({ pieces }: Endpoint): number => pieces.filter(isHole).length;
