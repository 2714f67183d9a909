import { collection } from '../resource-kind';

export const webdeploymentsDeployment = collection({
  path: '/api/v2/webdeployments/deployments',
  body: (given) => ({
    ...given.fields('name', 'description', 'allowed_domains', 'status'),
    allowAllDomains: given.value('allow_all_domains') ?? false,
    flow: given.reference('flow_id'),
    supportedContent: given.reference('supported_content_id'),
    pushIntegrations: given.blocks('push_integrations').map((push) => push.fields('id', 'provider')),
    configuration: given.block('configuration')?.fields('id', 'version'),
  }),
});
