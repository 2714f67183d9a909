import { resource } from '@flowcdk/provider-genesyscloud/lib/base/resource';
import {
  type Config,
  computed,
  optional,
  optionalComputed,
  required,
} from '@flowcdk/provider-genesyscloud/lib/base/schema';
import { aws } from './provider';

const queue = {
  name: optionalComputed('string'),
  messageRetentionSeconds: optional('number'),
  sqsManagedSseEnabled: optionalComputed('bool'),
  arn: computed('string'),
  url: computed('string'),
};
export interface AwsSqsQueueConfig extends Config<typeof queue> {}
/** A queue of SQS. */
export class AwsSqsQueue extends resource('aws_sqs_queue', queue, aws)<AwsSqsQueueConfig> {}

const policy = {
  queueUrl: required('string'),
  /** A JSON text. */
  policy: required('string'),
};
export interface AwsSqsQueuePolicyConfig extends Config<typeof policy> {}
/** Who may use a queue. */
export class AwsSqsQueuePolicy extends resource('aws_sqs_queue_policy', policy, aws)<AwsSqsQueuePolicyConfig> {}
