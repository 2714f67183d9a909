import { authorizationRoutes } from './authorization';
import { credentialRoutes } from './credentials';
import { dataActionDraftRoutes } from './data-action-drafts';
import { dataActionRoutes } from './data-actions';
import { datatableRoutes } from './datatables';
import { featureRoutes } from './features';
import { flowObjectRoutes } from './flow-objects';
import { flowRoutes } from './flows';
import { grantRoutes } from './grants';
import { groupRoutes } from './groups';
import { integrationTypeRoutes } from './integration-types';
import { integrationRoutes } from './integrations';
import { oauthRoutes } from './oauth';
import { organizationRoutes } from './organization';
import { promptRoutes } from './prompts';
import { queueRoutes } from './queues';
import type { Route } from './route';
import { routingRoutes } from './routing';
import { scheduleRoutes } from './schedules';
import { telephonyRoutes } from './telephony';
import { triggerRoutes } from './triggers';
import { userRoutes } from './users';
import { webDeploymentRoutes } from './web-deployments';

/** Everything the local org can be asked. */
export const routes: readonly Route[] = [
  ...oauthRoutes,
  ...organizationRoutes,
  ...authorizationRoutes,
  ...grantRoutes,
  ...userRoutes,
  ...groupRoutes,
  ...integrationTypeRoutes,
  ...credentialRoutes,
  ...dataActionRoutes,
  ...dataActionDraftRoutes,
  ...integrationRoutes,
  ...flowRoutes,
  ...flowObjectRoutes,
  ...datatableRoutes,
  ...promptRoutes,
  ...triggerRoutes,
  ...routingRoutes,
  ...queueRoutes,
  ...scheduleRoutes,
  ...telephonyRoutes,
  ...webDeploymentRoutes,
  ...featureRoutes(() => routes),
];
