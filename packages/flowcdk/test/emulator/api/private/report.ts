import { callDataYaml, workflowYaml } from '../../private/flows';
import { localOrg, type LocalOrg } from '../../private/local-org';
import { config, contract } from './inhabited';

export const flows = '/api/v2/flows';

export const idIn = ({ body }: { readonly body: unknown }): string => (body as { readonly id: string }).id;

export async function withReport(): Promise<{
  readonly org: LocalOrg;
  readonly flow: string;
  readonly action: string;
}> {
  const org = localOrg();
  const integrationId = await org.create('/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
  const action = await org.create('/api/v2/integrations/actions', {
    name: 'Find customer',
    category: 'Customers',
    integrationId,
    config,
    contract,
  });
  const job = await org.publish(workflowYaml('Report', callDataYaml('Customers', 'Find customer')));
  return { org, flow: job.flow?.id ?? '', action };
}
