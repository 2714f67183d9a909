import { architectSchedulegroups as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const architectSchedulegroups = collection({ path: '/api/v2/architect/schedulegroups', table, versioned: true });
