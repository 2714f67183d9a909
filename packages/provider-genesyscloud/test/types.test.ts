import { type TerraformStack } from '../src/cdktf';
import {
  DataGenesyscloudFlow,
  Flow,
  type FlowConfig,
  GenesyscloudProvider,
  type IntegrationAction,
  ProcessautomationTrigger,
  RoutingQueue,
} from '../src';

// The compiler is the test: each line below `@ts-expect-error` must be refused. Nothing here runs.
test('the compiler refuses a wrong configuration', () => {
  expect(refused).toBeDefined();
});

const refused = (stack: TerraformStack, flow: Flow, action: IntegrationAction) => {
  // @ts-expect-error a required attribute is missing
  new Flow(stack, 'id', {});

  // @ts-expect-error no configuration, although an attribute is required
  new Flow(stack, 'id');

  // @ts-expect-error an attribute that does not exist
  new Flow(stack, 'id', { filepath: 'a.yaml', publish: true });

  // @ts-expect-error an attribute of another type
  new Flow(stack, 'id', { filepath: 'a.yaml', forceUnlock: 'yes' });

  // @ts-expect-error an attribute that can only be read
  new Flow(stack, 'id', { filepath: 'a.yaml', fileContentHash: 'abc' });

  // @ts-expect-error a required block is missing
  new ProcessautomationTrigger(stack, 'id', { name: 'a', topicName: 'b', enabled: true });

  new ProcessautomationTrigger(stack, 'id', {
    name: 'a',
    topicName: 'b',
    enabled: true,
    // @ts-expect-error a required attribute of a block is missing
    target: { id: 'f1' },
  });

  new ProcessautomationTrigger(stack, 'id', {
    name: 'a',
    topicName: 'b',
    enabled: true,
    // @ts-expect-error many where one is allowed
    target: [{ type: 'Workflow', id: 'f1' }],
  });

  // @ts-expect-error one where an array is expected
  new RoutingQueue(stack, 'id', { name: 'a', members: { userId: 'u1' } });

  new RoutingQueue(stack, 'id', {
    name: 'a',
    // @ts-expect-error an attribute deep inside that does not exist
    conditionalGroupActivation: { rules: [{ conditionExpression: 'C1', conditions: [], groups: [], group: 'g1' }] },
  });

  // @ts-expect-error a data source has its own table
  new DataGenesyscloudFlow(stack, 'id', { name: 'a', filepath: 'a.yaml' });

  // @ts-expect-error the provider too
  new GenesyscloudProvider(stack, 'id', { region: 'eu-west-1' });

  // @ts-expect-error a block is put, not assigned
  action.configRequest = { requestType: 'GET' };

  // @ts-expect-error what the provider computes cannot be assigned
  flow.fileContentHash = 'abc';

  // @ts-expect-error what is required cannot be left out
  flow.resetFilepath();
};

test('configurations can be named, and are read-only', () => {
  const config: FlowConfig = { filepath: 'a.yaml', substitutions: { queue: 'Support' } };

  // @ts-expect-error a configuration is not changed once written
  const change = () => (config.filepath = 'b.yaml');

  expect(change).toBeDefined();
});
