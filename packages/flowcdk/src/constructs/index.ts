/** Definitions as CDKTF constructs. */
export { CallRoute } from './call-route';
export { DataActionOfIntegration } from './data-action';
export { DataTable } from './data-table';
export { type DeclaredApplication, declareStacks } from './declare-stacks';
export { Deployed, type DeployedDefinition } from './deployed';
export { ArchitectFlow, type ArchitectFlowProps } from './flow';
export { Milestone } from './flow-milestone';
export { Outcome } from './flow-outcome';
export { ServiceIntegration } from './integration';
export { addBackend, addProvider, type BackendProps, type OrganizationProps } from './organization';
export { OrganizationStack, type OrganizationStackProps } from './organization-stack';
export { Queue } from './queue';
export { ScheduleGroup } from './schedule-group';
export { type SynthesizedFile, synthesize, type Synthesis } from './synthesize';
export { literalText } from './terraform-text';
export { EventTrigger } from './trigger';
export { UserPrompt } from './user-prompt';
export { WrapupCode } from './wrapup-code';
