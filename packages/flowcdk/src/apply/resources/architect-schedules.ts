import { architectSchedules as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const architectSchedules = collection({ path: '/api/v2/architect/schedules', table, versioned: true });
