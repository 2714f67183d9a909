import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing } from '@flowcdk/provider-genesyscloud/cdktf';
import { rowsOf, usageOf } from '@flowcdk/provider-genesyscloud/lib/base/rows';
import type { Schema } from '@flowcdk/provider-genesyscloud/lib/base/schema';
import { addProvider, EventStream, type EventStreamProps } from '../../src/constructs';
import * as events from '../../src/constructs/aws/events';
import * as queues from '../../src/constructs/aws/queues';
import * as watch from '../../src/constructs/aws/watch';
import { FlowcdkError } from '../../src/ground/finding';

const props: EventStreamProps = {
  suffix: 'contact-centre',
  account: '123456789012',
  region: 'eu-central-1',
  topics: ['v2.detail.events.conversation.{id}.customer.end'],
  rules: {
    'finished-calls': {
      pattern: { detail: { eventBody: { mediaType: ['VOICE'] } } },
      targets: [{ arn: 'arn:aws:sqs:eu-central-1:123456789012:calls', retry: { maximumRetryAttempts: 3 } }],
    },
  },
  logs: { retentionInDays: 7 },
};

interface Json {
  readonly [field: string]: never;
}

function stackWith(change: Partial<EventStreamProps> = {}): {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly provider: Json;
} {
  const stack = new TerraformStack(new App(), 'events');
  addProvider(stack, { region: 'eu-central-1' });
  new EventStream(stack, 'stream', { ...props, ...change });
  return JSON.parse(Testing.synth(stack, true)) as ReturnType<typeof stackWith>;
}

/** The only resource of a type. */
function only(type: string, of = stackWith()): Json {
  const resources = Object.values(of.resource[type] ?? {});
  expect(resources).toHaveLength(1);
  return resources[0] as Json;
}

function problemsOf(change: Partial<EventStreamProps>): string[] {
  try {
    stackWith(change);
  } catch (problem) {
    if (problem instanceof FlowcdkError) return problem.findings.map(({ message }) => message);
    throw problem;
  }
  return [];
}

describe('the Genesys Cloud side', () => {
  it('is an integration that is switched on', () => {
    const { integration_type, intended_state, config } = only('genesyscloud_integration');
    expect([integration_type, intended_state]).toEqual(['amazon-eventbridge-source', 'ENABLED']);
    expect(JSON.parse((config as unknown as { properties: string }).properties)).toEqual({
      awsAccountId: '123456789012',
      awsAccountRegion: 'eu-central-1',
      eventSourceSuffix: 'contact-centre',
      eventFilter: ['v2.detail.events.conversation.{id}.customer.end'],
    });
  });
});

describe('the AWS side', () => {
  it('looks the source up by its whole name, after the integration is there', () => {
    const source = Object.values(stackWith().data['aws_cloudwatch_event_source'] ?? {})[0];
    expect(source).toEqual({
      name_prefix: expect.stringMatching(
        /^aws\.partner\/genesys\.com\/cloud\/\$\{data\.genesyscloud_organizations_me\..*\.id\}\/contact-centre$/,
      ),
      depends_on: [expect.stringMatching(/^genesyscloud_integration\./)],
    });
  });

  it('associates a bus of the name of the source', () => {
    const { name, event_source_name } = only('aws_cloudwatch_event_bus');
    expect(name).toMatch(/^\$\{data\.aws_cloudwatch_event_source\..*\.name\}$/);
    expect(event_source_name).toBe(name);
  });

  it('has rules with their targets, which send what fails to the dead-letter queue that lets them', () => {
    const { resource } = stackWith();
    const rules = Object.values(resource['aws_cloudwatch_event_rule'] ?? {});
    expect(rules.map(({ name, event_pattern }) => [name, JSON.parse(event_pattern ?? '')])).toEqual([
      ['finished-calls', { detail: { eventBody: { mediaType: ['VOICE'] } } }],
      ['log-of-every-event', { version: ['0'] }],
    ]);
    const targets = Object.values(resource['aws_cloudwatch_event_target'] ?? {});
    expect(targets).toHaveLength(2);
    for (const target of targets) {
      expect(target).toMatchObject({
        dead_letter_config: { arn: expect.stringMatching(/^\$\{aws_sqs_queue\..*\.arn\}$/) },
        depends_on: expect.arrayContaining([expect.stringMatching(/^aws_sqs_queue_policy\./)]),
      });
    }
    expect(targets.find(({ target_id }) => target_id === 'target-finished-calls-1')).toMatchObject({
      retry_policy: { maximum_event_age_in_seconds: 86_400, maximum_retry_attempts: 3 },
    });
  });

  it('lets the rules, and nobody else, write to the dead-letter queue', () => {
    const { Statement } = JSON.parse((only('aws_sqs_queue_policy') as unknown as { policy: string }).policy) as {
      Statement: unknown[];
    };
    expect(Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: expect.stringMatching(/^\$\{aws_sqs_queue\./),
        Condition: {
          ArnEquals: {
            'aws:SourceArn': [
              expect.stringMatching(/rule-finished-calls.*\.arn\}$/),
              expect.stringMatching(/rule-log-of-every-event.*\.arn\}$/),
            ],
          },
        },
      },
    ]);
  });

  it('keeps events in an archive and in a log group, and raises an alarm at the first dead letter', () => {
    const stack = stackWith();
    expect(only('aws_cloudwatch_event_archive', stack)).toMatchObject({ name: 'contact-centre', retention_days: 14 });
    expect(only('aws_cloudwatch_log_group', stack)).toEqual({
      name: '/aws/events/contact-centre',
      retention_in_days: 7,
    });
    expect(only('aws_cloudwatch_metric_alarm', stack)).toMatchObject({
      metric_name: 'ApproximateNumberOfMessagesVisible',
      threshold: 0,
      dimensions: { QueueName: expect.stringMatching(/^\$\{aws_sqs_queue\./) },
    });
  });

  it('leaves out what nobody wants', () => {
    const { resource } = stackWith({ archive: false, logs: undefined });
    expect(resource).not.toHaveProperty('aws_cloudwatch_event_archive');
    expect(resource).not.toHaveProperty('aws_cloudwatch_log_group');
    expect(resource).not.toHaveProperty('aws_cloudwatch_log_resource_policy');
  });

  it('has one provider of AWS', () => {
    expect(stackWith().provider).toMatchObject({ aws: [{ region: 'eu-central-1' }] });
  });
});

describe('a stream that cannot be', () => {
  it.each<[string, Partial<EventStreamProps>, RegExp]>([
    ['an account', { account: '1234' }, /account: expected the twelve digits/],
    ['a region', { region: 'Frankfurt' }, /region: expected a region of AWS/],
    ['a suffix', { suffix: 'a b' }, /suffix: expected 1 to 64/],
    ['a topic', { topics: ['v2.users.7.activity'] }, /topics: expected topics with the placeholder/],
    ['the name of a rule', { rules: { 'a b': { targets: [{ arn: 'a' }] } } }, /rules\.a b: a name has/],
    ['no target', { rules: { a: { targets: [] } } }, /rules\.a\.targets: expected one to 5, not 0/],
    [
      'a pattern',
      { rules: { a: { targets: [{ arn: 'a' }], pattern: { detail: [] } } } },
      /rules\.a\.pattern\.detail: expected at least one value/,
    ],
    [
      'tries',
      { rules: { a: { targets: [{ arn: 'a', retry: { maximumRetryAttempts: 200 } }] } } },
      /targets\[0\]\.retry\.maximumRetryAttempts: expected a whole number from 0 to 185/,
    ],
    ['the time of dead letters', { deadLettersKeptFor: 5 }, /deadLettersKeptFor: expected a whole number from 60/],
  ])('names %s', (_, change, message) => {
    expect(problemsOf(change)).toEqual([expect.stringMatching(message)]);
  });

  it('tells everything at once', () => {
    expect(problemsOf({ account: '', region: '', topics: [] })).toHaveLength(3);
  });

  it('begins as another stream does, so that a look-up would find both', () => {
    const stack = new TerraformStack(new App(), 'events');
    new EventStream(stack, 'first', props);
    expect(() => new EventStream(stack, 'second', { ...props, suffix: 'contact-centre-2' })).toThrow(
      /'contact-centre-2' and 'contact-centre' of events\/first begin alike/,
    );
  });
});

interface Described {
  readonly attributes: Readonly<Record<string, string>>;
  readonly blocks?: Readonly<Record<string, Described & { readonly nesting: string }>>;
}

// Written from what the provider 5.100.0 answers to `terraform providers schema -json`.
const reference = JSON.parse(readFileSync(join(__dirname, 'private', 'aws-5.100.0.json'), 'utf8')) as Readonly<
  Record<string, Described>
>;
const classes = Object.entries({ ...events, ...queues, ...watch }).map(([name, { tfResourceType, schema }]) => {
  const type = name.startsWith('Data') ? `data.${tfResourceType}` : tfResourceType;
  return [type, schema] as [string, Schema];
});

describe('the classes say what the provider 5.100.0 says of itself', () => {
  it('there are ten', () => {
    expect(classes.map(([type]) => type).sort()).toEqual(Object.keys(reference).sort());
    expect(classes).toHaveLength(10);
  });

  it.each(classes)('%s', (type, schema) => agrees(schema, reference[type] as Described));
});

/** Each row is an attribute of the provider, and no required attribute is missing. */
function agrees(schema: Schema, { attributes, blocks = {} }: Described): void {
  const rows = rowsOf(schema);
  for (const { terraformName, field } of rows) {
    if (field.kind === 'attribute') expect(attributes[terraformName]).toBe(`${field.type} ${usageOf(field)}`);
    else {
      const block = blocks[terraformName];
      expect([terraformName, block?.nesting]).toEqual([terraformName, field.kind === 'block' ? field.nesting : '']);
      if (field.kind === 'block' && block) agrees(field.schema, block);
    }
  }
  const names = rows.map(({ terraformName }) => terraformName);
  const required = Object.entries(attributes).filter(([, usage]) => usage.endsWith(' required'));
  for (const [name] of required) expect(names).toContain(name);
}
