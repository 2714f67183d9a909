import { authRole as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const authRole = collection({ path: '/api/v2/authorization/roles', table });
