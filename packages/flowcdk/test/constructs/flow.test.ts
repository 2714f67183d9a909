import {
  callData,
  dataAction,
  disconnect,
  endWorkflow,
  inboundCall,
  queue,
  string,
  task,
  transferToAcd,
  transferToFlow,
  webServices,
  workflow,
} from '../../src';
import { flowYaml } from '../../src';
import { stackOf } from './private/stack';

test('a flow is uploaded from a file beside the JSON', () => {
  const { resource, files } = stackOf([greet]);

  expect(resource).toEqual({ genesyscloud_flow: { greet: { filepath: 'flows/greet.inboundCall.yaml' } } });
  expect(files).toEqual({ 'flows/greet.inboundCall.yaml': flowYaml(greet) });
});

test('the path of the file does not change with the content, or a change of the file would not be seen in a plan', () => {
  const [before, after] = ['Hello.', 'Good morning.'].map((description) =>
    stackOf([workflow({ name: 'Wrap up', description, actions: () => [endWorkflow()] })]),
  );

  expect(after?.resource).toEqual(before?.resource);
  expect(Object.keys(after?.files ?? {})).toEqual(['flows/wrap-up.workflow.yaml']);
  expect(after?.files).not.toEqual(before?.files);
});

test('everything a flow names is there before it, and a new id of any of it publishes the flow again', () => {
  expect(stackOf([orders, databases, findCustomer, reception]).resource?.['genesyscloud_flow']).toEqual({
    reception: {
      filepath: 'flows/reception.inboundCall.yaml',
      depends_on: ['genesyscloud_integration_action.find-customer', 'genesyscloud_routing_queue.orders'],
      update_trigger_hash:
        '${sha256(join(",", [genesyscloud_integration_action.find-customer.id, genesyscloud_routing_queue.orders.id]))}',
    },
  });
});

test('what another stack creates, or the organisation has, is looked up and counts for publishing too', () => {
  const { resource, data } = stackOf([reception], {}, [databases, findCustomer, orders]);

  expect(data).toEqual({
    genesyscloud_integration: { 'integration-customer-databases': { name: 'Customer databases' } },
    genesyscloud_integration_action: {
      'dataAction-find-customer': {
        name: 'Find customer',
        integration_id: '${data.genesyscloud_integration.integration-customer-databases.id}',
      },
    },
    genesyscloud_routing_queue: { 'queue-orders': { name: 'Orders' } },
  });
  expect(resource).toEqual({
    genesyscloud_flow: {
      reception: {
        filepath: 'flows/reception.inboundCall.yaml',
        update_trigger_hash:
          '${sha256(join(",", [data.genesyscloud_integration_action.dataAction-find-customer.id, data.genesyscloud_routing_queue.queue-orders.id]))}',
      },
    },
  });
});

test('a flow that names another flow waits for it', () => {
  const { resource } = stackOf([frontDoor, greet]);

  expect(resource?.['genesyscloud_flow']).toEqual({
    'front-door': {
      filepath: 'flows/front-door.inboundCall.yaml',
      depends_on: ['genesyscloud_flow.greet'],
      update_trigger_hash: '${sha256(join(",", [genesyscloud_flow.greet.id]))}',
    },
    greet: { filepath: 'flows/greet.inboundCall.yaml' },
  });
});

const greet = inboundCall({ name: 'Greet', startUp: () => task('Greet', [disconnect('Goodbye')]) });

const databases = webServices({ name: 'Customer databases' });

const findCustomer = dataAction({
  name: 'Find customer',
  integration: databases,
  input: { phoneNumber: string() },
  output: {},
  request: ({ phoneNumber }) => ({ method: 'POST', url: 'https://databases.example', body: { phoneNumber } }),
  response: {},
});

const orders = queue({ name: 'Orders' });

const reception = inboundCall({
  name: 'Reception',
  startUp: () =>
    task('Reception', [
      callData('Find the customer', findCustomer, { inputs: { phoneNumber: '+33199001234' } }),
      transferToAcd('To orders', { targetQueue: orders }),
      disconnect(),
    ]),
});

const frontDoor = inboundCall({
  name: 'Front door',
  startUp: () => task('Front door', [transferToFlow('Greet', { targetFlow: greet }), disconnect()]),
});
