import { flowMilestone as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const flowMilestone = collection({ path: '/api/v2/flows/milestones', table });
