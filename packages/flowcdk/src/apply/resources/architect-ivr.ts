import { architectIvr as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const architectIvr = collection({ path: '/api/v2/architect/ivrs', table, fixed: ['name'], versioned: true });
