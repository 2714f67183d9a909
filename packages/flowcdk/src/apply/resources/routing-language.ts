import { routingLanguage as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const routingLanguage = collection({ path: '/api/v2/routing/languages', table, fixed: 'all' });
