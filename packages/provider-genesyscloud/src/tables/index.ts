/**
 * The tables of the resources: what Terraform takes, and how each row reaches the API. They know nothing of CDKTF, so
 * that reading them takes no time.
 */
export * from './architect-datatable-row';
export * from './architect-datatable';
export * from './architect-emergencygroup';
export * from './architect-ivr';
export * from './architect-schedulegroups';
export * from './architect-schedules';
export * from './architect-user-prompt';
export * from './auth-division';
export * from './auth-role';
export * from './flow-loglevel';
export * from './flow-milestone';
export * from './flow-outcome';
export * from './flow';
export * from './group-roles';
export * from './group';
export * from './integration-action-draft';
export * from './integration-action';
export * from './integration-credential';
export * from './integration-custom-auth-action';
export * from './integration';
export * from './oauth-client';
export * from './processautomation-trigger';
export * from './routing-language';
export * from './routing-queue-conditional-group-activation';
export * from './routing-queue-conditional-group-routing';
export * from './routing-queue-outbound-email-address';
export * from './routing-queue';
export * from './routing-skill';
export * from './routing-sms-address';
export * from './routing-wrapupcode';
export * from './telephony-providers-edges-did-pool';
export * from './user-roles';
export * from './user';
export * from './webdeployments-configuration';
export * from './webdeployments-deployment';
export type { ApiColumn } from '../base/api-column';
export { isSingle, type Row, rowsOf, usageOf } from '../base/rows';
export type { Schema } from '../base/schema';
