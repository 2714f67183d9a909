import { Construct } from 'constructs';
import { DataGenesyscloudOrganizationsMe } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-organizations-me';
import { Integration } from '@flowcdk/provider-genesyscloud/lib/integration';
import { TerraformProvider, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { EVENT_SOURCE_TYPE, type EventPattern } from '../event-bridge';
import { FlowcdkError } from '../ground/finding';
import { eventStreamWrong } from './errors';
import {
  AwsCloudwatchEventArchive,
  AwsCloudwatchEventBus,
  AwsCloudwatchEventRule,
  AwsCloudwatchEventTarget,
  DataAwsCloudwatchEventSource,
} from './aws/events';
import { AwsProvider } from './aws/provider';
import { AwsSqsQueue, AwsSqsQueuePolicy } from './aws/queues';
import { AwsCloudwatchLogGroup, AwsCloudwatchLogResourcePolicy, AwsCloudwatchMetricAlarm } from './aws/watch';
import { streamProblems } from './event-stream-problems';
import type { EventStreamArchive, EventStreamProps, EventStreamTarget } from './event-stream-props';
import { literalText } from './terraform-text';

const DEAD_LETTERS_KEPT_FOR = 14 * 86_400;
const ANYTHING: EventPattern = { version: ['0'] };

/**
 * Events of Genesys Cloud in Amazon EventBridge, both sides of it: the integration in the organisation, and in the AWS
 * account the bus, its rules and targets, a dead-letter queue with its alarm, an archive, and a log group.
 *
 * ```ts
 * new EventStream(stack, 'events', {
 *   suffix: 'contact-centre',
 *   account: '123456789012',
 *   region: 'eu-central-1',
 *   topics: ['v2.detail.events.conversation.{id}.customer.end'],
 *   rules: { 'finished-calls': { targets: [{ arn: 'arn:aws:sqs:eu-central-1:123456789012:calls' }] } },
 * });
 * ```
 *
 * Throws a FlowcdkError with everything that is wrong in its properties.
 */
export class EventStream extends Construct {
  readonly integration: Integration;
  readonly source: DataAwsCloudwatchEventSource;
  readonly bus: AwsCloudwatchEventBus;
  readonly deadLetters: AwsSqsQueue;
  /** The rules by their names. A Lambda function needs the ARN of its rule for its permission. */
  readonly rules: Readonly<Record<string, AwsCloudwatchEventRule>>;
  readonly #suffix: string;

  constructor(scope: Construct, id: string, props: EventStreamProps) {
    super(scope, id);
    this.#suffix = props.suffix;
    const problems = [...streamProblems(props), ...this.#clashes()];
    if (problems.length > 0) throw new FlowcdkError(problems.map((problem) => eventStreamWrong(id, problem)));
    this.#addProvider(props.region);
    this.integration = this.#integration(props);
    const organization = new DataGenesyscloudOrganizationsMe(this, 'organization');
    // The source exists only when the integration is switched on, so Terraform looks it up after that.
    this.source = new DataAwsCloudwatchEventSource(this, 'source', {
      namePrefix: `aws.partner/genesys.com/cloud/${organization.id}/${props.suffix}`,
      dependsOn: [this.integration],
    });
    this.bus = new AwsCloudwatchEventBus(this, 'bus', {
      name: this.source.name,
      eventSourceName: this.source.name,
    });
    this.deadLetters = new AwsSqsQueue(this, 'dead-letters', {
      name: `${props.suffix.replaceAll('.', '-')}-dead-letters`,
      messageRetentionSeconds: props.deadLettersKeptFor ?? DEAD_LETTERS_KEPT_FOR,
      sqsManagedSseEnabled: true,
    });
    this.rules = Object.fromEntries(
      Object.entries(props.rules).map(([name, rule]) => [name, this.#rule(name, rule.pattern, rule.description)]),
    );
    const log = props.logs && this.#log(props.suffix, props.logs.retentionInDays);
    const all = [...Object.values(this.rules), ...(log ? [log.rule] : [])];
    const policy = this.#deadLetterPolicy(all.map(({ arn }) => arn));
    for (const [name, { targets }] of Object.entries(props.rules)) {
      targets.forEach((target, index) => this.#target(name, index, target, policy));
    }
    if (log) this.#send('log-target', log.rule, { arn: log.group.arn }, [policy, log.policy]);
    if (props.archive !== false) this.#archive(props.suffix, props.archive ?? {});
    this.#alarm(props);
  }

  /** Other streams of the application whose source the look-up could take for this one. */
  #clashes(): readonly string[] {
    const others = this.node.root.node
      .findAll()
      .filter((other): other is EventStream => other instanceof EventStream && other !== this);
    return others
      .filter((other) => other.#suffix.startsWith(this.#suffix) || this.#suffix.startsWith(other.#suffix))
      .map(
        (other) =>
          `suffix: '${this.#suffix}' and '${other.#suffix}' of ${other.node.path} begin alike, and a look-up by the beginning of a name finds both; choose suffixes of which none begins another`,
      );
  }

  /** Adds the provider of AWS where the stack has none yet. */
  #addProvider(region: string): void {
    const stack = TerraformStack.of(this);
    const has = stack.node
      .findAll()
      .some((child) => child instanceof TerraformProvider && child.terraformResourceType === 'aws');
    if (!has) new AwsProvider(stack, 'aws', { region });
  }

  #integration({ name, suffix, account, region, topics }: EventStreamProps): Integration {
    return new Integration(this, 'integration', {
      integrationType: EVENT_SOURCE_TYPE,
      intendedState: 'ENABLED',
      config: {
        name: literalText(name ?? suffix),
        properties: JSON.stringify({
          awsAccountId: account,
          awsAccountRegion: region,
          eventSourceSuffix: suffix,
          eventFilter: topics.map((topic) => (typeof topic === 'string' ? topic : topic.name)),
        }),
        advanced: '{}',
      },
    });
  }

  #rule(name: string, pattern: EventPattern = ANYTHING, description?: string): AwsCloudwatchEventRule {
    return new AwsCloudwatchEventRule(this, `rule-${name}`, {
      name,
      eventBusName: this.bus.name,
      eventPattern: literalText(JSON.stringify(pattern)),
      ...(description === undefined ? {} : { description: literalText(description) }),
    });
  }

  #target(name: string, index: number, target: EventStreamTarget, policy: AwsSqsQueuePolicy): void {
    const rule = this.rules[name];
    if (rule) this.#send(`target-${name}-${index + 1}`, rule, target, [policy]);
  }

  /** A rule must not send before its dead-letter queue takes what fails. */
  #send(
    id: string,
    rule: AwsCloudwatchEventRule,
    { arn, roleArn, inputPath, retry }: EventStreamTarget,
    dependsOn: (AwsSqsQueuePolicy | AwsCloudwatchLogResourcePolicy)[],
  ): void {
    const { maximumEventAgeInSeconds = 86_400, maximumRetryAttempts = 185 } = retry ?? {};
    new AwsCloudwatchEventTarget(this, id, {
      rule: rule.name,
      eventBusName: this.bus.name,
      targetId: id,
      arn,
      ...(roleArn === undefined ? {} : { roleArn }),
      ...(inputPath === undefined ? {} : { inputPath }),
      deadLetterConfig: { arn: this.deadLetters.arn },
      retryPolicy: { maximumEventAgeInSeconds, maximumRetryAttempts },
      dependsOn,
    });
  }

  #deadLetterPolicy(rules: readonly string[]): AwsSqsQueuePolicy {
    return new AwsSqsQueuePolicy(this, 'dead-letter-policy', {
      queueUrl: this.deadLetters.url,
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: this.deadLetters.arn,
            Condition: { ArnEquals: { 'aws:SourceArn': rules } },
          },
        ],
      }),
    });
  }

  #log(suffix: string, retentionInDays: number) {
    const group = new AwsCloudwatchLogGroup(this, 'log', { name: `/aws/events/${suffix}`, retentionInDays });
    const policy = new AwsCloudwatchLogResourcePolicy(this, 'log-policy', {
      policyName: `${suffix}-events`,
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'] },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `${group.arn}:*`,
          },
        ],
      }),
    });
    return { group, policy, rule: this.#rule(LOG_RULE) };
  }

  #archive(suffix: string, { retentionDays = 14, pattern }: EventStreamArchive): void {
    new AwsCloudwatchEventArchive(this, 'archive', {
      name: suffix,
      eventSourceArn: this.bus.arn,
      retentionDays,
      ...(pattern === undefined ? {} : { eventPattern: literalText(JSON.stringify(pattern)) }),
    });
  }

  #alarm({ suffix, alarmActions = [] }: EventStreamProps): void {
    new AwsCloudwatchMetricAlarm(this, 'alarm', {
      alarmName: `${suffix}-dead-letters`,
      alarmDescription: `Events of ${suffix} that no target took wait in the dead-letter queue.`,
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: this.deadLetters.name },
      statistic: 'Maximum',
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      treatMissingData: 'notBreaching',
      ...(alarmActions.length === 0 ? {} : { alarmActions: [...alarmActions] }),
    });
  }
}

/** The name of the rule that sends every event to the log group. */
const LOG_RULE = 'log-of-every-event';
