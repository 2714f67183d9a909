/**
 * Definitions as CDKTF constructs.
 *
 * @module flowcdk/constructs
 */
export { CallRoute } from './call-route';
export { DataActionOfIntegration } from './data-action';
export { DataTable } from './data-table';
export { type DeclaredApplication, declareStacks } from './declare-stacks';
export { Deployed } from './deployed';
export { DidPool } from './did-pool';
export { EmergencyGroup } from './emergency-group';
export { EventStream } from './event-stream';
export type { EventStreamArchive, EventStreamProps, EventStreamRule, EventStreamTarget } from './event-stream-props';
export { AwsProvider } from './aws/provider';
export { ArchitectFlow, type ArchitectFlowProps } from './flow';
export { Milestone } from './flow-milestone';
export { Outcome } from './flow-outcome';
export { UserGroup } from './group';
export { ServiceIntegration } from './integration';
export { type DeployedDefinition } from './look-up';
export { addBackend, addProvider, type BackendProps, type OrganizationProps } from './organization';
export { OrganizationStack, type OrganizationStackProps } from './organization-stack';
export { Queue } from './queue';
export { Schedule } from './schedule';
export { ScheduleGroup } from './schedule-group';
export { LanguageSkill, Skill } from './skill';
export { type SynthesizedFile, synthesize, type Synthesis } from './synthesize';
export { literalText } from './terraform-text';
export { EventTrigger } from './trigger';
export { UserPrompt } from './user-prompt';
export { WrapupCode } from './wrapup-code';
