import { Construct } from 'constructs';
import { type App } from '@flowcdk/provider-genesyscloud/cdktf';
import { disconnect, endWorkflow, inboundCall, queue, task, workflow, wrapupCode } from '../../src';
import { ArchitectFlow, OrganizationStack, Queue, synthesize } from '../../src/constructs';
import { firstFree, slug } from '../../src/constructs/names';
import { inTemporaryFolder, stackIn, stackOf } from './private/stack';
import { join } from 'node:path';

test.each([
  ['Find customer in Alpha', 'find-customer-in-alpha'],
  ['support-line-fr-fr', 'support-line-fr-fr'],
  ['  Orders & deliveries! ', 'orders-deliveries'],
  ['Réclamations à l’étranger', 'reclamations-a-l-etranger'],
  ['24/7 hotline', 'n-24-7-hotline'],
  ['日本語', 'unnamed'],
  ['', 'unnamed'],
])('the name %j is %s in Terraform and in paths', (name, written) => {
  expect(slug(name)).toBe(written);
});

test.each([
  [[], 'a'],
  [['a'], 'a-2'],
  [['a', 'a-2'], 'a-3'],
  [['b'], 'a'],
])('where %j are taken, the first free name is %s', (taken, free) => {
  expect(firstFree('a', (name) => taken.includes(name))).toBe(free);
});

test('addresses can be read: no path of constructs, no hash', () => {
  const { resource } = stackOf([queue({ name: 'Customer service' }), wrapupCode({ name: 'Done' })]);

  expect(resource).toEqual({
    genesyscloud_routing_queue: { 'customer-service': expect.anything() },
    genesyscloud_routing_wrapupcode: { done: expect.anything() },
  });
});

test('two names that a slug does not tell apart are two resources', () => {
  const { resource } = stackOf([queue({ name: 'A + B' }), queue({ name: 'A & B' })]);

  expect(resource?.['genesyscloud_routing_queue']).toMatchObject({
    'a-b': { name: 'A & B' },
    'a-b-2': { name: 'A + B' },
  });
});

test('two flows that a slug does not tell apart are two files', () => {
  const [plus, and] = ['A + B', 'A & B'].map((name) => workflow({ name, actions: () => [endWorkflow()] }));
  const { resource, files } = stackOf([plus, and].filter((flow) => flow !== undefined));

  expect(resource?.['genesyscloud_flow']).toEqual({
    'a-b': { filepath: 'flows/a-b.workflow.yaml' },
    'a-b-2': { filepath: 'flows/a-b-2.workflow.yaml' },
  });
  expect(files['flows/a-b.workflow.yaml']).toContain('name: A & B');
  expect(files['flows/a-b-2.workflow.yaml']).toContain('name: A + B');
});

test('flows of two kinds may have one name', () => {
  const call = inboundCall({ name: 'Report', startUp: () => task('Greet', [disconnect()]) });
  const { resource } = stackOf([workflow({ name: 'Report', actions: () => [endWorkflow()] }), call]);

  expect(resource?.['genesyscloud_flow']).toEqual({
    report: { filepath: 'flows/report.inboundCall.yaml' },
    'report-2': { filepath: 'flows/report.workflow.yaml' },
  });
});

test('constructs somebody adds to a stack keep their whole path: nothing of theirs is written over', () => {
  const greet = inboundCall({ name: 'Greet', startUp: () => task('Greet', [disconnect()]) });
  const { resource } = synthesized((stack) => {
    new ArchitectFlow(stack, 'one', { flow: greet });
    new ArchitectFlow(stack, 'two', { flow: greet });
    const [north, south] = [new Construct(stack, 'north'), new Construct(stack, 'south')];
    new Queue(north, 'orders', { queue: queue({ name: 'Orders north' }) });
    new Queue(south, 'orders', { queue: queue({ name: 'Orders south' }) });
  });

  expect(resource).toMatchObject({
    genesyscloud_flow: {
      'one-flow': { filepath: 'flows/greet.inboundCall.yaml' },
      'two-flow': { filepath: 'flows/greet-2.inboundCall.yaml' },
    },
    genesyscloud_routing_queue: {
      'north-orders-queue': { name: 'Orders north' },
      'south-orders-queue': { name: 'Orders south' },
    },
  });
});

const synthesized = (add: (stack: OrganizationStack) => void) =>
  inTemporaryFolder((outdir) => {
    synthesize(
      (app: App) => {
        const stack = new OrganizationStack(app, 'reception', { organization: {}, definitions: [] });
        add(stack);
        return [stack];
      },
      { outdir },
    );
    return stackIn(join(outdir, 'stacks/reception'));
  });
