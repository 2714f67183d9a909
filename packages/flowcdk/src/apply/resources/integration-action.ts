import { collection } from '../resource-kind';
import { configOf, contractOf } from './action-config';

/** Published at once; its contract and whether it is secure cannot change. */
export const integrationAction = collection({
  path: '/api/v2/integrations/actions',
  fixed: ['integration_id', 'secure', 'contract_input', 'contract_output'],
  update: 'PATCH',
  versioned: true,
  body: (given, changing) => {
    const unchanging = {
      integrationId: given.text('integration_id'),
      secure: given.value('secure') ?? false,
      contract: contractOf(given),
    };
    return { ...given.fields('name', 'category'), config: configOf(given), ...(changing ? {} : unchanging) };
  },
});
