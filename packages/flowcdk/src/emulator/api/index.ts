import { analyticsRoutes } from './analytics';
import { agentlessRoutes } from './agentless';
import { authorizationRoutes } from './authorization';
import { callbackRoutes } from './callbacks';
import { conversationRoutingRoutes } from './conversation-routing';
import { conversationRoutes } from './conversations';
import { credentialRoutes } from './credentials';
import { dataActionDraftRoutes } from './data-action-drafts';
import { dataActionExecutionRoutes } from './data-action-execution';
import { dataActionRoutes } from './data-actions';
import { datatableJobRoutes } from './datatable-jobs';
import { datatableRoutes } from './datatables';
import { dependencyTrackingRoutes } from './dependency-tracking';
import { emailDomainRoutes } from './email-domains';
import { externalContactRoutes } from './external-contacts';
import { featureRoutes } from './features';
import { agentRoutes } from './flowcdk/agents';
import { callRoutes } from './flowcdk/calls';
import { eventRoutes } from './flowcdk/events';
import { findingRoutes } from './flowcdk/findings';
import { notificationFaultRoutes } from './flowcdk/notification-faults';
import { openApiRoutes } from './flowcdk/open-api';
import { resetRoutes } from './flowcdk/reset';
import { decisionTableRoutes } from './flowcdk/decision-tables';
import { peopleRoutes } from './flowcdk/people';
import { messageRoutes } from './flowcdk/messages';
import { sentimentRoutes } from './flowcdk/sentiment';
import { snapshotRoutes } from './flowcdk/snapshot';
import { steeringRoutes } from './flowcdk/steering';
import { flowActionRoutes } from './flow-actions';
import { flowExecutionRoutes } from './flow-executions';
import { flowInstanceRoutes } from './flow-instances';
import { flowJobRoutes } from './flow-jobs';
import { flowObjectRoutes } from './flow-objects';
import { flowRoutes } from './flows';
import { grantRoutes } from './grants';
import { groupRoutes } from './groups';
import { integrationTypeRoutes } from './integration-types';
import { integrationRoutes } from './integrations';
import { locationRoutes } from './locations';
import { logLevelRoutes } from './log-levels';
import { oauthRoutes } from './oauth';
import { messageConversationRoutes } from './message-conversations';
import { messageRecipientRoutes } from './message-recipients';
import { notificationRoutes } from './notifications';
import { organizationRoutes } from './organization';
import { outboundRoutes } from './outbound';
import { presenceRoutes } from './presences';
import { promptRoutes } from './prompts';
import { queueRoutes } from './queues';
import type { Route } from './route';
import { routingRoutes } from './routing';
import { scheduleRoutes } from './schedules';
import { scriptRoutes } from './scripts';
import { siteRoutes } from './sites';
import { speechAnalyticsRoutes } from './speech-analytics';
import { telephonyRoutes } from './telephony';
import { threadingTimelineRoutes } from './threading-timeline';
import { triggerTestRoutes } from './trigger-tests';
import { triggerRoutes } from './triggers';
import { userRoutingRoutes } from './user-routing';
import { userRoutes } from './users';
import { webDeploymentRoutes } from './web-deployments';
import { webhookRoutes } from './webhooks';

/** Marks routes that need the runtime of the org. */
const alive = (declared: readonly Route[]): readonly Route[] => declared.map((route) => ({ ...route, lives: true }));

/** All routes of the local org. */
export const routes: readonly Route[] = [
  ...oauthRoutes,
  ...organizationRoutes,
  ...authorizationRoutes,
  ...grantRoutes,
  ...userRoutes,
  ...userRoutingRoutes,
  ...alive(presenceRoutes),
  ...groupRoutes,
  ...locationRoutes,
  ...integrationTypeRoutes,
  ...credentialRoutes,
  ...dataActionRoutes,
  ...dataActionDraftRoutes,
  ...alive(dataActionExecutionRoutes),
  ...integrationRoutes,
  ...alive(webhookRoutes),
  ...alive(callbackRoutes),
  ...alive(agentlessRoutes),
  ...alive(messageConversationRoutes),
  ...alive(speechAnalyticsRoutes),
  ...alive(conversationRoutes),
  ...alive(conversationRoutingRoutes),
  ...alive(analyticsRoutes),
  ...alive(notificationRoutes),
  ...flowJobRoutes,
  ...flowActionRoutes,
  ...alive(flowExecutionRoutes),
  ...alive(flowInstanceRoutes),
  ...flowRoutes,
  ...flowObjectRoutes,
  ...logLevelRoutes,
  ...dependencyTrackingRoutes,
  ...datatableRoutes,
  ...datatableJobRoutes,
  ...promptRoutes,
  ...triggerRoutes,
  ...alive(triggerTestRoutes),
  ...routingRoutes,
  ...messageRecipientRoutes,
  ...threadingTimelineRoutes,
  ...emailDomainRoutes,
  ...externalContactRoutes,
  ...outboundRoutes,
  ...scriptRoutes,
  ...queueRoutes,
  ...scheduleRoutes,
  ...siteRoutes,
  ...telephonyRoutes,
  ...webDeploymentRoutes,
  ...featureRoutes(() => routes),
  ...openApiRoutes(() => routes),
  ...resetRoutes,
  ...snapshotRoutes,
  ...findingRoutes,
  ...messageRoutes,
  ...decisionTableRoutes,
  ...alive(peopleRoutes),
  ...alive(sentimentRoutes),
  ...alive(callRoutes),
  ...alive(agentRoutes),
  ...alive(eventRoutes),
  ...alive(steeringRoutes),
  ...alive(notificationFaultRoutes),
];
