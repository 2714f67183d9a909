import { apart, unset } from '../base/api-column';
import { block, required } from '../base/schema';
import { activationRule } from './conditional-group-activation';
import { memberGroup } from './member-group';

export const routingQueueConditionalGroupActivation = {
  /** The queue. */
  queueId: required('string', apart),
  /** Tells whether the queue is under pressure at all; without it the rules are always asked. */
  pilotRule: block('list', '0..1', activationRule),
  /** Which groups to add and when. */
  rules: block(
    'list',
    '1..5',
    {
      ...activationRule,
      /** Groups added while the rule holds. */
      groups: block('list', '1..5', memberGroup, unset([])),
    },
    unset([]),
  ),
};
