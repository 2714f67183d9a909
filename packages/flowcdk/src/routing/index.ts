export * from './data-table';
export * from './definitions';
export * from './emergency-group';
export * from './flow-milestone';
export * from './flow-outcome';
export * from './schedule';
export {
  type Holiday,
  type Opening,
  type OwnSchedule,
  scheduleGroup,
  type ScheduleGroupDefinition,
  type ScheduleGroupProps,
} from './schedule-group';
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
