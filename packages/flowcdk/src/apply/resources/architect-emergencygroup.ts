import { architectEmergencygroup as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const architectEmergencygroup = collection({
  path: '/api/v2/architect/emergencygroups',
  table,
  fixed: ['name'],
  versioned: true,
});
