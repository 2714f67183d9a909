import { didYouMean } from '../../ground/did-you-mean';
import type { JsonObject } from '../state/json';
import type { Call } from './call';
import { page } from './paging';
import { notThere } from './refusals';
import type { Route } from './route';

/** A type of integration that the local org offers. */
export interface IntegrationType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The slots for credentials, each with the types of credential that fit. */
  readonly credentials: Readonly<Record<string, readonly string[]>>;
  /** Whether integrations of the type have data actions. */
  readonly hasActions?: boolean;
}

const actions = (
  id: string,
  name: string,
  description: string,
  credentials: IntegrationType['credentials'],
): IntegrationType => ({ id, name, description, credentials, hasActions: true });

/**
 * The types in the documents and examples of Terraform's provider, and in public modules of Terraform. The cloud has
 * more.
 */
export const integrationTypes: readonly IntegrationType[] = [
  actions('custom-rest-actions', 'Web Services Data Actions', 'Data actions that call any REST service', {
    basicAuth: ['basicAuth', 'userDefined', 'userDefinedOAuth'],
  }),
  actions('purecloud-data-actions', 'Genesys Cloud Data Actions', 'Data actions that call the public API', {
    pureCloudOAuthClient: ['pureCloudOAuthClient'],
  }),
  actions('aws-lambda-data-actions', 'AWS Lambda Data Actions', 'Data actions that call a Lambda function', {
    AmazonWebServicesARN: ['amazonWebServicesARN'],
  }),
  actions('function-data-actions', 'Function Data Actions', 'Data actions that run a function', {}),
  actions('salesforce-datadip', 'Salesforce Data Actions', 'Data actions that call Salesforce', {
    salesforceUser: ['salesforce'],
  }),
  actions('microsoft-dynamics-data-actions', 'Microsoft Dynamics 365 Data Actions', 'Data actions that call Dynamics', {
    msDynamics: ['msDynamics'],
  }),
  actions('zendesk-data-actions', 'Zendesk Data Actions', 'Data actions that call Zendesk', {
    zendeskApiToken: ['zendeskApiToken'],
  }),
  { id: 'amazon-eventbridge-source', name: 'Amazon EventBridge Source', description: 'Events to AWS', credentials: {} },
  { id: 'embedded-client-app', name: 'Client Application', description: 'A web page in the client', credentials: {} },
  {
    id: 'embedded-client-app-interaction-widget',
    name: 'Interaction Widget',
    description: 'A web page beside an interaction',
    credentials: {},
  },
  { id: 'webhook', name: 'Webhook for Events', description: 'Events that others post by HTTP', credentials: {} },
  { id: 'imap-server', name: 'IMAP Server', description: 'E-mail from a server', credentials: {} },
  { id: 'custom-smtp-server', name: 'Custom SMTP Server', description: 'E-mail through a server', credentials: {} },
];

export const integrationType = (id: string): IntegrationType | undefined =>
  integrationTypes.find((type) => type.id === id);

/** Warns of a name in a list that is longer in the cloud. */
export function warnOfUnknown(call: Call, field: string, called: string, name: string, known: readonly string[]): void {
  const near = didYouMean(name, known);
  const meant = near === undefined ? '' : ` Did you mean '${near}'?`;
  call.warn(
    `${field}: the local org does not know the ${called} '${name}', which the cloud may have.${meant} ` +
      `It knows ${known.join(', ')}`,
  );
}

const shown = ({ id, name, description, credentials }: IntegrationType): JsonObject => ({
  id,
  name,
  description,
  provider: 'Genesys',
  category: 'local',
  credentials: Object.fromEntries(
    Object.entries(credentials).map(([slot, types]) => [slot, { required: false, credentialTypes: types }]),
  ),
  selfUri: `/api/v2/integrations/types/${id}`,
});

const permission = 'integrations:integration:view';
const anyProperties = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  additionalProperties: true,
};

function typeIn(call: Call): IntegrationType {
  const id = call.param('id');
  const type = integrationType(id);
  if (!type) throw notThere('type of integration', id);
  return type;
}

export const integrationTypeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/integrations/types',
    does: 'lists the types of integration',
    permission,
    answers: [200],
    certainty: 'believed',
    note: 'Those of the documents and examples of the provider and of public modules; the cloud has more. An integration of another type is taken with a warning.',
    handle: (call) => page(call, integrationTypes.map(shown), '/api/v2/integrations/types'),
  },
  {
    method: 'GET',
    path: '/api/v2/integrations/types/:id',
    does: 'gives one type of integration',
    permission,
    answers: [200, 404],
    certainty: 'believed',
    handle: (call) => shown(typeIn(call)),
  },
  {
    method: 'GET',
    path: '/api/v2/integrations/types/:id/configschemas/:configType',
    does: 'gives the schema of the properties or advanced settings of a type',
    permission,
    answers: [200, 404],
    certainty: 'assumed',
    note: 'The schema allows anything.',
    handle: (call) => {
      typeIn(call);
      return { ...anyProperties, title: call.param('configType') };
    },
  },
];
