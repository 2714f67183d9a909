import { basename } from 'node:path';
import {
  callData,
  callRoute,
  dataAction,
  type Definition,
  didPool,
  disconnect,
  endWorkflow,
  existing,
  findingText,
  holdMusic,
  inqueueCall,
  type FlowDefinition,
  inboundCall,
  oneOf,
  participantData,
  queue,
  seconds,
  setConversationData,
  setParticipantData,
  string,
  task,
  transferToAcd,
  transferToFlow,
  webServices,
  workflow,
} from '../../../src';
import { checkDefinitions } from '../../../src/check/definitions';

/** Everything wrong with the definitions of one stack, in words; lines of this file are only named. */
const wrong = (...definitions: readonly Definition[]) => messages([{ name: 'reception', definitions }]);

const messages = (stacks: Parameters<typeof checkDefinitions>[0]) =>
  checkDefinitions(stacks).map(({ at, ...finding }) => `${at ? `${basename(at.file)}: ` : ''}${findingText(finding)}`);

const here = 'definitions.test.ts';

const inbound = (name: string) => inboundCall({ name, startUp: () => task('Greet', [disconnect()]) });
const outOfHours = workflow({ name: 'Report', actions: () => [endWorkflow()] });

describe('names', () => {
  test('two flows of one kind with one name would overwrite each other, whatever the case of its letters', () => {
    expect(wrong(inbound('Reception'), inbound('reception'))).toEqual([
      `${here}: there are two definitions of the flow "reception"\n    Both are in the stack reception. A name is the identity in an organisation; give one of them another.`,
    ]);
  });

  test('in two stacks as well', () => {
    expect(
      messages([
        { name: 'north', definitions: [queue({ name: 'Orders' })] },
        { name: 'south', definitions: [queue({ name: 'Orders' })] },
      ]),
    ).toEqual([
      `${here}: there are two definitions of the queue "Orders"\n    One is in the stack north, one in south. A name is the identity in an organisation; give one of them another.`,
    ]);
  });

  test('flows of two kinds, and data actions of two integrations, may have one name, yet no address', () => {
    const [first, two] = [webServices({ name: 'One' }), webServices({ name: 'Two' })];
    const definitions = [inbound('Report'), outOfHours, first, two, ping(first), ping(two)];

    expect(messages([{ name: 'first', definitions }])).toEqual([
      `${here}: the flow "Report" (workflow) would have the address report in Terraform, which the flow "Report" (inboundcall) has\n    Both are in the stack first. Give one of them an address of its own, such as address: "report-workflow", or another name.`,
      `${here}: the data action "Ping" (Two) would have the address ping in Terraform, which the data action "Ping" (One) has\n    Both are in the stack first. Give one of them an address of its own, such as address: "ping-two", or another name.`,
    ]);
  });

  test('in two stacks they have the same address', () => {
    const [first, two] = [webServices({ name: 'One' }), webServices({ name: 'Two' })];

    expect(
      messages([
        { name: 'first', definitions: [inbound('Report'), first, ping(first)] },
        { name: 'second', definitions: [outOfHours, two, ping(two)] },
      ]),
    ).toEqual([]);
  });
});

const ping = (integration: ReturnType<typeof webServices>, timeout = seconds(5)) =>
  dataAction({
    name: 'Ping',
    integration,
    input: {},
    output: {},
    request: () => ({ method: 'GET', url: 'https://services.example/ping' }),
    timeout,
  });

describe('references', () => {
  const services = webServices({ name: 'Services' });
  const caller = workflow({
    name: 'Caller',
    actions: () => [callData('Ping', ping(services), { inputs: {} }), endWorkflow()],
  });

  test('a flow can only use what a stack creates', () => {
    expect(wrong(caller, services)).toEqual([
      `${here}: flow Caller: flow Caller uses the data action "Ping", which no stack creates\n    Add it to the definitions of a stack, or say that the organisation has it already: existing('…', "Ping").`,
    ]);
  });

  test('or what the organisation has already', () => {
    const line = inboundCall({
      name: 'Line',
      startUp: () =>
        task('Line', [transferToAcd('To orders', { targetQueue: existing('queue', 'Orders') }), disconnect()]),
    });

    expect(wrong(line)).toEqual([]);
  });

  test('and that has a name', () => {
    expect(wrong(queue({ name: 'Orders', groups: [existing('group', ' ')] }))).toEqual([
      `${here}: a group of the organisation has no name\n    Give the name under which it is to be found.`,
    ]);
  });

  test('what waits for itself is told once, as a round', () => {
    const ends: Record<string, FlowDefinition> = {};
    const to = (name: string, next: string): FlowDefinition => {
      const flow = inboundCall({
        name,
        startUp: () => task(name, [transferToFlow('On', { targetFlow: existing('flow', next) }), disconnect()]),
      });
      return {
        ...flow,
        get uses() {
          return [ends[next]].filter((definition) => definition !== undefined);
        },
      };
    };
    Object.assign(ends, { A: to('A', 'B'), B: to('B', 'C'), C: to('C', 'A') });

    expect(wrong(...Object.values(ends))).toEqual([
      `${here}: these wait for each other: flow A → flow B → flow C → flow A\n    None of them can be created first. Take one reference out of the round, for instance by passing the value as an input.`,
    ]);
  });
});

test('a queue and its in-queue flow that names it are told how to do without', () => {
  const ends: { queue?: Definition } = {};
  const waiting = inqueueCall({ name: 'Waiting', actions: () => [holdMusic()] });
  const flow = {
    ...waiting,
    get uses() {
      return ends.queue ? [ends.queue] : [];
    },
  };
  ends.queue = queue({ name: 'Orders', inQueueFlow: flow });

  expect(wrong(ends.queue, flow)).toEqual([
    `${here}: these wait for each other: queue Orders → flow Waiting → queue Orders\n    None of them can be created first. In an in-queue flow builtIn('Call.CurrentQueue') is the queue the call waits in: use it instead of the queue.`,
  ]);
});

describe('participant data', () => {
  const status = { status: oneOf(['ONGOING', 'DONE']) };
  const of = (owner: string) => participantData({ name: 'search', owner, attributes: status });
  const writer = (name: string, contract: ReturnType<typeof of>) =>
    workflow({
      name,
      inputs: { conversationId: string() },
      actions: ({ conversationId }) => [
        setConversationData('Say so', { conversationId, attributes: contract.write({ status: 'DONE' }) }),
        endWorkflow(),
      ],
    });

  test('only the owner of a contract writes it', () => {
    const contract = of('Search');

    expect(wrong(writer('Search', contract))).toEqual([]);
    expect(wrong(writer('Search', contract), writer('Other', contract))).toEqual([
      `${here}: Other: Other writes the participant attribute search.status, which belongs to Search\n    Only the owner of a contract writes its attributes; give the flow an attribute of its own.`,
    ]);
  });

  test('a variant of the owner is the owner in another form', () => {
    const contract = participantData({ name: 'support', owner: 'support-line', attributes: { reason: string() } });
    const line = inboundCall({
      name: 'support-line-fr-fr',
      variantOf: 'support-line',
      startUp: () => task('Line', [setParticipantData('Tell', contract.write({ reason: 'order' })), disconnect()]),
    });

    expect(wrong(line)).toEqual([]);
  });

  test('an attribute has one owner', () => {
    expect(wrong(writer('Search', of('Search')), writer('Report', of('Report')))).toEqual([
      `${here}: the participant attribute search.status has two owners: Search and Report\n    When a voice flow ends it can write back what it knew and win over the other. Let one flow write it.`,
      expect.stringContaining('Search writes the participant attribute search.status, which belongs to Report'),
    ]);
  });
});

test('a number leads to one place', () => {
  const [first, two] = [inbound('One'), inbound('Two')];
  const numbers = ['+442079460101'];
  const routes = [
    callRoute({ name: 'First', numbers, openHours: first }),
    callRoute({ name: 'Second', numbers, openHours: two }),
  ];

  expect(wrong(first, two, ...routes)).toEqual([
    `${here}: call route Second: the number +442079460101 leads to the call route First already\n    A number belongs to one call route; remove it from one of the two.`,
  ]);
});

test('a number lies in one pool', () => {
  const pools = [
    didPool({ name: 'One', first: '+442079460100', last: '+442079460199' }),
    didPool({ name: 'Two', first: '+442079460200', last: '+442079460299' }),
    didPool({ name: 'Three', first: '+442079460150', last: '+442079460160' }),
  ];

  expect(wrong(...pools)).toEqual([
    `${here}: DID pool Three: it overlaps with the pool One\n    A number belongs to one pool.`,
  ]);
});

test.each([
  ['the last number of a pool is the first of another', '+442079460199', '+442079460210', 1],
  ['the first number of a pool is the last of another', '+442079460050', '+442079460100', 1],
  ['one pool lies around another', '+442079460050', '+442079460250', 1],
  ['pools lie beside each other', '+442079460200', '+442079460210', 0],
  ['the numbers are of other lengths', '+4420794601500', '+4420794601600', 0],
])('pools of numbers: %s', (_, first, last, count) => {
  const pools = [
    didPool({ name: 'One', first: '+442079460100', last: '+442079460199' }),
    didPool({ name: 'Two', first, last }),
  ];
  expect(wrong(...pools)).toHaveLength(count);
});

test('what is wrong with each definition is told with all the rest, at once', () => {
  const services = webServices({ name: 'Services' });
  const slow = ping(services, seconds(90));
  const report = workflow({
    name: 'Report',
    variables: { '2nd': string() },
    actions: () => [endWorkflow('E'.repeat(201))],
  });

  expect(wrong(services, slow, report, outOfHours)).toEqual([
    `${here}: data action Ping: the timeout is 90 seconds\n    Give whole seconds from 1 to 60.`,
    expect.stringContaining('"2nd" is no name for a variable'),
    expect.stringContaining('has 201 characters\n    Architect takes up to 200.'),
    expect.stringContaining('there are two definitions of the flow "Report"'),
  ]);
});

test('nothing is told of definitions in which nothing is wrong', () => {
  expect(messages([])).toEqual([]);
  expect(wrong(outOfHours, queue({ name: 'Orders' }))).toEqual([]);
});
