export { callRoute, type CallRouteDefinition } from './call-route';
export * from './data-table';
export { didPool, type DidPoolDefinition, type DidPoolProps } from './did-pool';
export * from './emergency-group';
export { existing, type ExistingFlow, type KnownDataAction, type KnownFlow } from './existing';
export * from './flow-milestone';
export * from './flow-outcome';
export { group, type GroupAddress, type GroupDefinition, type GroupProps, type GroupVoicemail } from './group';
export * from './queue';
export * from './queue-media';
export type { FlowReference, UserReference } from './references';
export * from './schedule';
export {
  type Holiday,
  type Opening,
  type OwnSchedule,
  scheduleGroup,
  type ScheduleGroupDefinition,
  type ScheduleGroupProps,
} from './schedule-group';
export { languageSkill, type LanguageSkillDefinition, skill, type SkillDefinition } from './skill';
export * from './user-prompt';
export type {
  ByRule,
  DayOfYear,
  EveryWeek,
  EveryYear,
  Month,
  Once,
  PartOfDay,
  SeveralDays,
  Times,
  Weekday,
  When,
} from './when';
export { wrapupCode, type WrapupCodeDefinition } from './wrapup-code';
