import {
  callData,
  callRoute,
  dataAction,
  dataTableLookup,
  disconnect,
  endWorkflow,
  existing,
  inboundCall,
  launchWorkflow,
  queue,
  string,
  task,
  transferToFlow,
  workflow,
} from '../../src';
import { url } from '../../src/templates';
import { conversationAcw, trigger } from '../../src/triggers';

test('what the organisation has is a kind and a name', () => {
  expect(existing('queue', 'Orders')).toMatchObject({ definition: 'queue', name: 'Orders', existing: true });
});

test('it fits wherever the definition fits', () => {
  const answer = existing('flow', 'Answer');
  const report = existing('flow', 'Report', { kind: 'workflow', inputs: { conversationId: string() } });
  const find = existing('dataAction', 'Find', {
    category: 'CRM',
    input: { number: string() },
    outputs: { name: string() },
  });
  const shops = existing('dataTable', 'Shops', { columns: { city: string() } });
  const crm = existing('integration', 'CRM');
  const route = callRoute({
    name: 'Line',
    numbers: [],
    openHours: answer,
    closedHours: existing('flow', 'Closed', { kind: 'inboundCall' }),
    schedules: existing('scheduleGroup', 'Hours'),
  });
  const orders = queue({
    name: 'Orders',
    inQueueFlow: existing('flow', 'Waiting'),
    wrapupCodes: [existing('wrapupCode', 'Done')],
  });
  const asking = workflow({
    name: 'Ask',
    variables: { name: string(), city: string() },
    actions: ({ name, city }) => [
      callData('Find', find, { inputs: { number: '1' }, outputs: { name } }),
      dataTableLookup('Which city?', shops, { lookupValue: '1', foundOutputs: { city } }),
      endWorkflow(),
    ],
  });
  const line = inboundCall({
    name: 'Line',
    startUp: () => task('On', [transferToFlow('On', { targetFlow: answer }), disconnect()]),
  });
  const lookUp = dataAction({
    name: 'Look up',
    integration: crm,
    input: { number: string() },
    output: { name: string() },
    request: ({ number }) => ({ method: 'GET', url: url`https://crm.example/customers/${number}` }),
  });
  const launch = launchWorkflow({
    name: 'Launch',
    integration: existing('integration', 'Launcher', { integration: 'genesysCloud' }),
    workflow: report,
  });
  const finished = trigger({ name: 'Finished', topic: conversationAcw, target: report });
  const all = [route, orders, asking, line, lookUp, launch, finished];

  expect(all.flatMap(({ problems = [] }) => problems)).toEqual([]);
  expect(all.map(({ uses }) => uses.every((used) => used.existing))).toEqual(all.map(() => true));
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  const conversationId = string();
  const report = existing('flow', 'Report', { kind: 'workflow', inputs: { conversationId } });

  // @ts-expect-error a workflow answers no call
  callRoute({ name: 'Line', numbers: [], openHours: report });
  // @ts-expect-error a schedule is no schedule group
  callRoute({ name: 'Line', numbers: [], openHours: existing('flow', 'A'), schedules: existing('schedule', 'Hours') });
  // @ts-expect-error nobody knows what the workflow is launched with
  trigger({ name: 'Finished', topic: conversationAcw, target: existing('flow', 'Report') });
  trigger({
    name: 'Finished',
    topic: conversationAcw,
    // @ts-expect-error the event has no such field
    target: existing('flow', 'Report', { kind: 'workflow', inputs: { orderNumber: string() } }),
  });
  const find = existing('dataAction', 'Find', { category: 'CRM', input: { number: string() }, outputs: {} });
  // @ts-expect-error the input is called number
  callData('Find', find, { inputs: { no: '1' } });
});
