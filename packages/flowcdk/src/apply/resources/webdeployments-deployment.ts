import { webdeploymentsDeployment as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const webdeploymentsDeployment = collection({ path: '/api/v2/webdeployments/deployments', table });
