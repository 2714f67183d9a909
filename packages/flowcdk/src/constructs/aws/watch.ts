import { resource } from '@flowcdk/provider-genesyscloud/lib/base/resource';
import {
  type Config,
  computed,
  optional,
  optionalComputed,
  required,
} from '@flowcdk/provider-genesyscloud/lib/base/schema';
import { aws } from './provider';

const group = {
  name: optionalComputed('string'),
  retentionInDays: optional('number'),
  arn: computed('string'),
};
export interface AwsCloudwatchLogGroupConfig extends Config<typeof group> {}
/** A log group. */
export class AwsCloudwatchLogGroup extends resource(
  'aws_cloudwatch_log_group',
  group,
  aws,
)<AwsCloudwatchLogGroupConfig> {}

const policy = {
  policyName: required('string'),
  /** A JSON text. */
  policyDocument: required('string'),
};
export interface AwsCloudwatchLogResourcePolicyConfig extends Config<typeof policy> {}
/** Who may write to log groups. */
export class AwsCloudwatchLogResourcePolicy extends resource(
  'aws_cloudwatch_log_resource_policy',
  policy,
  aws,
)<AwsCloudwatchLogResourcePolicyConfig> {}

const alarm = {
  alarmName: required('string'),
  comparisonOperator: required('string'),
  evaluationPeriods: required('number'),
  alarmDescription: optional('string'),
  /** The ARNs of what hears of the alarm, such as an SNS topic. */
  alarmActions: optional('set(string)'),
  metricName: optional('string'),
  namespace: optional('string'),
  dimensions: optional('map(string)'),
  /** Seconds. */
  period: optional('number'),
  statistic: optional('string'),
  threshold: optional('number'),
  treatMissingData: optional('string'),
  arn: computed('string'),
};
export interface AwsCloudwatchMetricAlarmConfig extends Config<typeof alarm> {}
/** An alarm. */
export class AwsCloudwatchMetricAlarm extends resource(
  'aws_cloudwatch_metric_alarm',
  alarm,
  aws,
)<AwsCloudwatchMetricAlarmConfig> {}
