import { routingSmsAddress as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const routingSmsAddress = collection({ path: '/api/v2/routing/sms/addresses', table, fixed: 'all' });
