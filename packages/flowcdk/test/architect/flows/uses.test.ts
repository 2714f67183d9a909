import {
  callCommonModule,
  callData,
  commonModule,
  createCallback,
  dataTableLookup,
  type Definition,
  disconnect,
  endTask,
  evaluateScheduleGroup,
  type FlowDefinition,
  inboundCall,
  initializeFlowOutcome,
  inqueueCall,
  loop,
  playAudio,
  prompt,
  setWrapupCode,
  string,
  task,
  transferToAcd,
  transferToFlow,
} from '../../../src';
import {
  callerIdentified,
  findInAlpha,
  flow,
  openingHours,
  orderLine,
  orders,
  resolveContact,
  selfService,
  shops,
  snowDay,
  welcome,
} from '../actions/private/fixtures';

const usedBy = (...actions: Parameters<typeof task>[1] & readonly object[]): readonly Definition[] =>
  inboundCall({ name: 'Line', startUp: () => task('All', actions) }).uses;

describe('a definition stands for its name, and the flow knows that it uses it', () => {
  test.each([
    ['a data action', callData('x', findInAlpha, { inputs: { phoneNumber: '+331' } }), [findInAlpha]],
    ['a queue', transferToAcd('x', { targetQueue: orders }), [orders]],
    ['a flow that is told by its name alone', transferToFlow('x', { targetFlow: orderLine }), [orderLine]],
    [
      'a flow beside a queue',
      transferToAcd('x', { targetQueue: orders, overrideInQueueFlow: orderLine }),
      [orders, orderLine],
    ],
    ['a common module', callCommonModule('x', resolveContact, { inputs: { email: flow.email } }), [resolveContact]],
    ['a data table', dataTableLookup('x', shops, { lookupValue: flow.email }), [shops]],
    [
      'groups of schedules',
      evaluateScheduleGroup('x', { scheduleGroup: openingHours, emergencyGroup: snowDay }),
      [openingHours, snowDay],
    ],
    ['a prompt', playAudio('x', prompt(welcome)), [welcome]],
    ['a wrap-up code', setWrapupCode('x', selfService), [selfService]],
    ['a flow outcome', initializeFlowOutcome('x', callerIdentified), [callerIdentified]],
    ['the queue of a callback', createCallback('x', { callbackNumber: flow.callbackNumber, queue: orders }), [orders]],
    ['what stands in a branch', loop('x', { times: 2 }, [transferToAcd('y', { targetQueue: orders })]), [orders]],
  ])('%s', (_, action, expected) => {
    const used = usedBy(action);

    expect(used).toHaveLength(expected.length);
    expected.forEach((definition) => expect(used).toContain(definition));
  });

  test('a setting of the flow as well', () => {
    expect(inqueueCall({ name: 'Waiting', holdMusic: welcome, actions: () => [] }).uses).toEqual([welcome]);
  });

  test('a name alone is not a definition', () => {
    expect(
      usedBy(transferToAcd('x', { targetQueue: { name: 'Orders' } }), transferToFlow('y', { targetFlow: 'Z' })),
    ).toEqual([]);
  });

  test('each is told once', () => {
    expect(usedBy(transferToAcd('x', { targetQueue: orders }), transferToAcd('y', { targetQueue: orders }))).toEqual([
      orders,
    ]);
  });
});

test('a common module that is defined here can be called as it is', () => {
  const module = commonModule({
    name: 'Resolve',
    compatibleFlowTypes: ['inboundCall'],
    inputs: { email: string() },
    outputs: { contactId: string() },
    actions: () => [endTask()],
  });
  const caller: FlowDefinition = inboundCall({
    name: 'Line',
    startUp: () =>
      task('All', [
        callCommonModule('Who?', module, { inputs: { email: flow.email }, outputs: { contactId: flow.customerId } }),
        disconnect(),
      ]),
  });

  expect(caller.uses).toEqual([module]);
});

test('the number of actions counts those of branches', () => {
  const nested = loop('x', { times: 2 }, [loop('y', { times: 2 }, [disconnect()])]);

  expect(inboundCall({ name: 'Line', startUp: () => task('All', [nested, disconnect()]) }).actionCount).toBe(4);
});
