export {
  contains,
  containsAll,
  equal,
  eventField,
  exists,
  type Field,
  type FieldsOf,
  greaterThan,
  greaterThanOrEqual,
  hasSize,
  isIn,
  isNotIn,
  lessThan,
  lessThanOrEqual,
  notEqual,
  property,
} from './criteria';
export { canonicalMatchCriteria, type MatchCriterion, type MatchOperator, type MatchValue } from './match-criteria';
export { type EventOf, type PublishedTopic, type Topic } from './topic';
export { topicByName, topics } from './topic-table';
export * from './topics';
export { type DataFormat, trigger, type Trigger, type TriggerProps } from './trigger';
