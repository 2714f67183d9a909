/** Event patterns of Amazon EventBridge: their form, their checks, and whether an event fits. */
export {
  type EventPattern,
  EventPatternError,
  type ExceptPattern,
  type NumericPattern,
  type PatternProblem,
  type TextPattern,
  type ValuePattern,
} from './pattern';
export { EVENT_SOURCE_TYPE, sourceProblems } from './event-source';
export { patternProblems, type ReadPattern, readPattern } from './read-pattern';
