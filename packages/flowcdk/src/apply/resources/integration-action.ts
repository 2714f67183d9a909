import { integrationAction as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

/** Published at once. Its contract cannot change, and neither can whether it is secure. */
export const integrationAction = collection({
  path: '/api/v2/integrations/actions',
  table,
  fixed: ['integration_id', 'secure', 'contract_input', 'contract_output'],
  update: 'PATCH',
  versioned: true,
});
