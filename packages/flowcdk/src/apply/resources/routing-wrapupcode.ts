import { routingWrapupcode as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const routingWrapupcode = collection({ path: '/api/v2/routing/wrapupcodes', table });
