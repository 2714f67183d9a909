import { api, apart, unset } from '../base/api-column';
import { block, optional, required } from '../base/schema';
import { memberGroup } from './member-group';

export const routingQueueConditionalGroupRouting = {
  /** The queue. */
  queueId: required('string', apart),
  /** Asked in this order. */
  rules: block(
    'list',
    '1..5',
    {
      /** Queue whose metric counts; the queue itself when left out, as in the first rule it must be. */
      evaluatedQueueId: optional('string', api('queue.id')),
      /** `EstimatedWaitTime` or `ServiceLevel`. @default `EstimatedWaitTime` */
      metric: optional('string', unset('EstimatedWaitTime')),
      /** `GreaterThan`, `GreaterThanOrEqualTo`, `LessThan` or `LessThanOrEqualTo`. */
      operator: required('string'),
      /** What the metric is compared with, 0 to 259200. */
      conditionValue: required('number'),
      /** Seconds before the next rule is asked, 0 to 259200. @default 2 */
      waitSeconds: optional('number', unset(2)),
      /** Groups that get the conversation while the rule holds. */
      groups: block('set', '1..*', memberGroup, unset([])),
    },
    unset([]),
  ),
};
