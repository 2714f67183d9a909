import { routingSkill as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const routingSkill = collection({ path: '/api/v2/routing/skills', table, fixed: 'all' });
