import { unset } from '../base/api-column';
import { block, optionalComputed, required } from '../base/schema';

/** When a rule holds: the first one says whether the queue is under pressure, the others whom to add. */
export const activationRule = {
  /** How the conditions are combined, by their numbers, for instance `C1 and C2`. */
  conditionExpression: required('string'),
  /** C1, C2 and so on. */
  conditions: block(
    'list',
    '1..10',
    {
      /** What is measured. */
      simpleMetric: block('list', '1..1', {
        /** `EstimatedWaitTime`, `ServiceLevel` or `IdleAgentCount`. */
        metric: required('string'),
        /** Queue it is measured on; the queue itself when left out. */
        queueId: optionalComputed('string'),
      }),
      /** `GreaterThan`, `GreaterThanOrEqualTo`, `LessThan`, `LessThanOrEqualTo`, `EqualTo` or `NotEqualTo`. */
      operator: required('string'),
      /** What it is compared with. */
      value: required('number'),
    },
    unset([]),
  ),
};
