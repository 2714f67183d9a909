import type { JavaValue } from '../java/value';
import type { Work } from '../java/work';
import type { JsonPath } from './tree';

/** What evaluating a path needs besides the value it begins at. */
export interface PathContext {
  readonly root: JavaValue;
  readonly work: Work;
  /** How a path in a filter or among the arguments of a function is followed. */
  readonly find: (path: JsonPath, start: JavaValue, context: PathContext) => JavaValue;
}
