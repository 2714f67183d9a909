import type { ResourceKind } from '../resource-kind';
import { architectDatatable } from './architect-datatable';
import { architectDatatableRow } from './architect-datatable-row';
import { architectEmergencygroup } from './architect-emergencygroup';
import { architectIvr } from './architect-ivr';
import { architectSchedulegroups } from './architect-schedulegroups';
import { architectSchedules } from './architect-schedules';
import { architectUserPrompt } from './architect-user-prompt';
import { authDivision } from './auth-division';
import { authRole } from './auth-role';
import { flow } from './flow';
import { flowLoglevel } from './flow-loglevel';
import { flowMilestone } from './flow-milestone';
import { flowOutcome } from './flow-outcome';
import { groupRoles, userRoles } from './grants';
import { group } from './group';
import { integration } from './integration';
import { integrationAction } from './integration-action';
import { integrationActionDraft } from './integration-action-draft';
import { integrationCredential } from './integration-credential';
import { integrationCustomAuthAction } from './integration-custom-auth-action';
import { oauthClient } from './oauth-client';
import { processautomationTrigger } from './processautomation-trigger';
import { queueConditionalGroupActivation, queueConditionalGroupRouting, queueOutboundEmailAddress } from './queue-part';
import { routingLanguage } from './routing-language';
import { routingQueue } from './routing-queue';
import { routingSkill } from './routing-skill';
import { routingSmsAddress } from './routing-sms-address';
import { routingWrapupcode } from './routing-wrapupcode';
import { telephonyProvidersEdgesDidPool } from './telephony-providers-edges-did-pool';
import { user } from './user';
import { webdeploymentsConfiguration } from './webdeployments-configuration';
import { webdeploymentsDeployment } from './webdeployments-deployment';

/** What can be applied, by its type in Terraform. */
export const resourceKinds: Readonly<Record<string, ResourceKind>> = {
  genesyscloud_architect_datatable: architectDatatable,
  genesyscloud_architect_datatable_row: architectDatatableRow,
  genesyscloud_architect_emergencygroup: architectEmergencygroup,
  genesyscloud_architect_ivr: architectIvr,
  genesyscloud_architect_schedulegroups: architectSchedulegroups,
  genesyscloud_architect_schedules: architectSchedules,
  genesyscloud_architect_user_prompt: architectUserPrompt,
  genesyscloud_auth_division: authDivision,
  genesyscloud_auth_role: authRole,
  genesyscloud_flow: flow,
  genesyscloud_flow_loglevel: flowLoglevel,
  genesyscloud_flow_milestone: flowMilestone,
  genesyscloud_flow_outcome: flowOutcome,
  genesyscloud_group: group,
  genesyscloud_group_roles: groupRoles,
  genesyscloud_integration: integration,
  genesyscloud_integration_action: integrationAction,
  genesyscloud_integration_action_draft: integrationActionDraft,
  genesyscloud_integration_credential: integrationCredential,
  genesyscloud_integration_custom_auth_action: integrationCustomAuthAction,
  genesyscloud_oauth_client: oauthClient,
  genesyscloud_processautomation_trigger: processautomationTrigger,
  genesyscloud_routing_language: routingLanguage,
  genesyscloud_routing_queue: routingQueue,
  genesyscloud_routing_queue_conditional_group_activation: queueConditionalGroupActivation,
  genesyscloud_routing_queue_conditional_group_routing: queueConditionalGroupRouting,
  genesyscloud_routing_queue_outbound_email_address: queueOutboundEmailAddress,
  genesyscloud_routing_skill: routingSkill,
  genesyscloud_routing_sms_address: routingSmsAddress,
  genesyscloud_routing_wrapupcode: routingWrapupcode,
  genesyscloud_telephony_providers_edges_did_pool: telephonyProvidersEdgesDidPool,
  genesyscloud_user: user,
  genesyscloud_user_roles: userRoles,
  genesyscloud_webdeployments_configuration: webdeploymentsConfiguration,
  genesyscloud_webdeployments_deployment: webdeploymentsDeployment,
};
