import { dataSource, resource } from '@flowcdk/provider-genesyscloud/lib/base/resource';
import {
  block,
  type Config,
  computed,
  optional,
  optionalComputed,
  required,
} from '@flowcdk/provider-genesyscloud/lib/base/schema';
import { aws } from './provider';

const source = {
  /** The beginning of the name. Exactly one source of the account may have it. */
  namePrefix: optional('string'),
  arn: computed('string'),
  name: computed('string'),
  /** `PENDING` until a bus is associated, then `ACTIVE`. */
  state: computed('string'),
};
export interface DataAwsCloudwatchEventSourceConfig extends Config<typeof source> {}
/** Looks up a partner event source. */
export class DataAwsCloudwatchEventSource extends dataSource(
  'aws_cloudwatch_event_source',
  source,
  aws,
)<DataAwsCloudwatchEventSourceConfig> {}

const bus = {
  /** For a bus of a partner: the name of the event source. */
  name: required('string'),
  /** The partner event source that the bus is associated with. */
  eventSourceName: optional('string'),
  arn: computed('string'),
};
export interface AwsCloudwatchEventBusConfig extends Config<typeof bus> {}
/** An event bus. */
export class AwsCloudwatchEventBus extends resource(
  'aws_cloudwatch_event_bus',
  bus,
  aws,
)<AwsCloudwatchEventBusConfig> {}

const rule = {
  name: optionalComputed('string'),
  description: optional('string'),
  eventBusName: optional('string'),
  /** A JSON text. */
  eventPattern: optional('string'),
  arn: computed('string'),
};
export interface AwsCloudwatchEventRuleConfig extends Config<typeof rule> {}
/** A rule of a bus. */
export class AwsCloudwatchEventRule extends resource(
  'aws_cloudwatch_event_rule',
  rule,
  aws,
)<AwsCloudwatchEventRuleConfig> {}

const target = {
  rule: required('string'),
  /** What gets the events. */
  arn: required('string'),
  eventBusName: optional('string'),
  targetId: optionalComputed('string'),
  /** The role with which EventBridge uses the target. */
  roleArn: optional('string'),
  /** Which part of the event the target gets, as a JSON path. */
  inputPath: optional('string'),
  deadLetterConfig: block('list', '0..1', { arn: optional('string') }),
  retryPolicy: block('list', '0..1', {
    maximumEventAgeInSeconds: optional('number'),
    maximumRetryAttempts: optional('number'),
  }),
};
export interface AwsCloudwatchEventTargetConfig extends Config<typeof target> {}
/** What a rule sends events to. */
export class AwsCloudwatchEventTarget extends resource(
  'aws_cloudwatch_event_target',
  target,
  aws,
)<AwsCloudwatchEventTargetConfig> {}

const archive = {
  name: required('string'),
  /** The bus. */
  eventSourceArn: required('string'),
  description: optional('string'),
  /** A JSON text. */
  eventPattern: optional('string'),
  /** 0: for ever. */
  retentionDays: optional('number'),
  arn: computed('string'),
};
export interface AwsCloudwatchEventArchiveConfig extends Config<typeof archive> {}
/** An archive of a bus. */
export class AwsCloudwatchEventArchive extends resource(
  'aws_cloudwatch_event_archive',
  archive,
  aws,
)<AwsCloudwatchEventArchiveConfig> {}
