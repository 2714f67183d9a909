import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Testing } from '@flowcdk/provider-genesyscloud/cdktf';
import { EventStream, OrganizationStack } from '../../src/constructs';
import { efforts, wayNames } from '../../src/event-ways/way';
import { recordedCalls } from '../../src/event-ways/ways/bus';
import * as trigger from '../../src/event-ways/ways/trigger';

/** The lines of a file without comments, empty lines and imports. */
function linesOfCode(text: string): number {
  const bare = text.replace(/\/\*[^]*?\*\//g, '').replace(/^import [^;]*;/gm, '');
  return bare.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}

test.each(wayNames)('the lines of code of the %s are those of its sample', (way) => {
  const text = readFileSync(join(__dirname, `../../src/event-ways/ways/${way}.ts`), 'utf8');

  expect(efforts[way].linesOfCode).toBe(linesOfCode(text));
});

test('the pieces of the trigger are the definitions of its sample', () => {
  const names: Readonly<Record<string, string>> = { flow: 'workflow', dataAction: 'data action' };
  const kinds = Object.values(trigger).map(({ definition }) => names[definition] ?? definition);

  expect([...efforts.trigger.pieces].sort()).toEqual(kinds.sort());
});

test('the pieces of the bus are the resources of its stream, the account, and the function that takes the events', () => {
  const names: Readonly<Record<string, string>> = {
    genesyscloud_integration: 'integration',
    aws_cloudwatch_event_source: 'event source',
    aws_cloudwatch_event_bus: 'bus',
    aws_cloudwatch_event_rule: 'rule',
    aws_cloudwatch_event_target: 'target',
    aws_sqs_queue: 'dead-letter queue',
    aws_sqs_queue_policy: 'policy of the queue',
    aws_cloudwatch_metric_alarm: 'alarm',
    aws_cloudwatch_event_archive: 'archive',
  };
  const stack = new OrganizationStack(new App({ stackTraces: false }), 'events', {
    organization: { region: 'eu-central-1' },
    definitions: [],
  });
  new EventStream(stack, 'records', recordedCalls);
  const { resource, data } = JSON.parse(Testing.synth(stack)) as Record<'resource' | 'data', Record<string, object>>;
  const types = [...Object.keys(resource), ...Object.keys(data).filter((type) => type.startsWith('aws_'))];

  expect([...efforts.bus.pieces].sort()).toEqual(
    [...types.map((type) => names[type] ?? type), 'AWS account', 'Lambda function'].sort(),
  );
});
