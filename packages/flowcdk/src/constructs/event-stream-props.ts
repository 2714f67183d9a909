import type { EventPattern } from '../event-bridge';
import type { Topic } from '../process-automation/topic';

/** What gets the events of a rule. */
export interface EventStreamTarget {
  /** The ARN of a Lambda function, a queue, a stream, a state machine … EventBridge must be allowed to use it. */
  readonly arn: string;
  /** The role with which EventBridge uses the target, for targets that need one. */
  readonly roleArn?: string | undefined;
  /** Which part of the event the target gets: `$.detail`. @default the whole event */
  readonly inputPath?: string | undefined;
  /** How long and how often EventBridge tries. @default 86 400 seconds and 185 times, as EventBridge has it */
  readonly retry?:
    | {
        /** Seconds from 60 to 86 400. */
        readonly maximumEventAgeInSeconds?: number | undefined;
        /** From 0 to 185. */
        readonly maximumRetryAttempts?: number | undefined;
      }
    | undefined;
}

/** Which events go where. */
export interface EventStreamRule {
  readonly description?: string | undefined;
  /** @default every event of the stream */
  readonly pattern?: EventPattern | undefined;
  /** From one to five (a quota of EventBridge). */
  readonly targets: readonly EventStreamTarget[];
}

/** What the archive of a stream keeps. */
export interface EventStreamArchive {
  /** Days; 0: for ever. @default 14 */
  readonly retentionDays?: number | undefined;
  /** @default every event of the stream */
  readonly pattern?: EventPattern | undefined;
}

/** What an event stream takes, where it goes, and how long it is kept. */
export interface EventStreamProps {
  /** The name of the integration in Genesys Cloud. @default the suffix */
  readonly name?: string | undefined;
  /** The end of the event source's name, unique in the organisation: up to 64 letters, digits, dots, hyphens, underscores. */
  readonly suffix: string;
  /** The AWS account that gets the events: twelve digits. */
  readonly account: string;
  /** Its region: `eu-central-1`. */
  readonly region: string;
  /** The topics: typed ones, or names with the placeholder `{id}`. */
  readonly topics: readonly (Topic | string)[];
  /** The rules by their names: up to 64 letters, digits, dots, hyphens, underscores. */
  readonly rules: Readonly<Record<string, EventStreamRule>>;
  /** How long the dead-letter queue keeps an event, in seconds from 60 to 1 209 600. @default 1 209 600, 14 days */
  readonly deadLettersKeptFor?: number | undefined;
  /** @default 14 days of every event; false: no archive */
  readonly archive?: EventStreamArchive | false | undefined;
  /** A log group that gets every event, and the days for which it keeps them. @default no log group */
  readonly logs?: { readonly retentionInDays: number } | undefined;
  /** The ARNs of what hears of an event in the dead-letter queue, such as an SNS topic. @default none: the alarm only shows */
  readonly alarmActions?: readonly string[] | undefined;
}
