import {
  type AudioValue,
  boolean,
  callCommonModule,
  callData,
  callDataSecure,
  callTask,
  collectInput,
  commonModule,
  createCallback,
  dataTableLookup,
  decision,
  duration,
  evaluateScheduleGroup,
  exp,
  findQueue,
  getParticipantData,
  inboundCall,
  integer,
  jumpToMenu,
  list,
  loop,
  menu,
  menuDisconnect,
  minutes,
  oneOf,
  playAudio,
  prompt,
  reference,
  say,
  seconds,
  set,
  setConversationData,
  setFlowOutcome,
  string,
  switchOn,
  task,
  transferToAcd,
  updateData,
  wait,
  workflow,
} from '../../src';
import { variablesOf } from '../../src/architect/flows/variables';
import { findInAlpha, openingHours, orders, resolveContact, selfService, shops } from './actions/private/fixtures';

/**
 * What does not compile. Above each misuse stands `@ts-expect-error`: if it began to compile, the compiler would say so,
 * and `npm test` runs it first. Nothing of this is run.
 */

const { name, count, done, ids, pause, queue, status } = variablesOf('Flow', {
  name: string(),
  count: integer(),
  done: boolean(),
  ids: list(string()),
  pause: duration(),
  queue: reference('queue'),
  status: oneOf(['ONGOING', 'SUCCESS', 'FAILED']),
});
const greet = task('Greet', []);
const main = menu('Main', { audio: 'Press 1.', choices: [menuDisconnect('Bye', { dtmf: 'digit_1' })] });

export const refused = {
  'an input that is misspelt': () =>
    callData('x', findInAlpha, {
      // @ts-expect-error: an input that is misspelt
      inputs: { phoneNumbr: '+331' },
    }),
  'an input that is missing': () =>
    callData('x', findInAlpha, {
      // @ts-expect-error: an input that is missing
      inputs: {},
    }),
  'an input of another type': () =>
    callData('x', findInAlpha, {
      inputs: {
        // @ts-expect-error: an input of another type
        phoneNumber: count,
      },
    }),
  'an output bound to a variable of another type': () =>
    callData('x', findInAlpha, {
      inputs: { phoneNumber: name },
      outputs: {
        // @ts-expect-error: an output bound to a variable of another type
        customerId: count,
      },
    }),
  'a collection bound to a single variable': () =>
    callData('x', findInAlpha, {
      inputs: { phoneNumber: name },
      outputs: {
        // @ts-expect-error: a collection bound to a single variable
        orders: name,
      },
    }),
  'an output that is misspelt': () =>
    callData('x', findInAlpha, {
      inputs: { phoneNumber: name },
      outputs: {
        // @ts-expect-error: an output that is misspelt
        custmerId: name,
      },
    }),
  'an option that does not exist': () =>
    callData('x', findInAlpha, {
      inputs: { phoneNumber: name },
      // @ts-expect-error: an option that does not exist
      onSucess: [],
    }),
  'an open data action where a secure one is wanted': () =>
    callDataSecure(
      'x',
      // @ts-expect-error: an open data action where a secure one is wanted
      findInAlpha,
      { inputs: { phoneNumber: name } },
    ),
  'a switch over a union that forgets a value': () =>
    switchOn(
      'x',
      status,
      // @ts-expect-error: a switch over a union that forgets a value
      { ONGOING: [], SUCCESS: [] },
    ),
  'a switch over a union with a value that is none of it': () =>
    switchOn('x', status, {
      ONGOING: [],
      SUCCESS: [],
      FAILED: [],
      // @ts-expect-error: a switch over a union with a value that is none of it
      FINISHED: [],
    }),
  'a value of another type for a variable': () =>
    set(
      count,
      // @ts-expect-error: a value of another type for a variable
      'one',
    ),
  'an expression of another type for a variable': () =>
    set(
      count,
      // @ts-expect-error: an expression of another type for a variable
      exp<string>`"one"`,
    ),
  'a value outside the union of a variable': () =>
    set(
      status,
      // @ts-expect-error: a value outside the union of a variable
      'RUNNING',
    ),
  'any text for a variable with a union': () =>
    set(
      status,
      // @ts-expect-error: any text for a variable with a union
      name,
    ),
  'a decision over what is no condition': () =>
    decision(
      'x',
      // @ts-expect-error: a decision over what is no condition
      name,
      { yes: [] },
    ),
  'a way a decision does not have': () =>
    decision('x', done, {
      // @ts-expect-error: a way a decision does not have
      maybe: [],
    }),
  'a loop that counts in a text': () =>
    loop(
      'x',
      {
        times: 3,
        // @ts-expect-error: a loop that counts in a text
        index: name,
      },
      [],
    ),
  'a wait that is a number': () =>
    wait(
      'x',
      // @ts-expect-error: a wait that is a number
      5,
    ),
  'a wait for a text': () =>
    wait(
      'x',
      // @ts-expect-error: a wait for a text
      name,
    ),
  'digits that go to a number': () =>
    collectInput('x', {
      // @ts-expect-error: digits that go to a number
      inputData: count,
      digits: 4,
    }),
  'a key no telephone has': () =>
    menuDisconnect('x', {
      // @ts-expect-error: a key no telephone has
      dtmf: 'digit_A',
    }),
  'a menu where a task is wanted': () =>
    callTask(
      'x',
      // @ts-expect-error: a menu where a task is wanted
      main,
    ),
  'a task where a menu is wanted': () =>
    jumpToMenu(
      'x',
      // @ts-expect-error: a task where a menu is wanted
      greet,
    ),
  'a container told by its path': () =>
    callTask(
      'x',
      // @ts-expect-error: a container told by its path
      '/inboundCall/tasks/task[Greet]',
    ),
  'a schedule group where a queue is wanted': () =>
    transferToAcd('x', {
      // @ts-expect-error: a schedule group where a queue is wanted
      targetQueue: openingHours,
    }),
  'a queue where a schedule group is wanted': () =>
    evaluateScheduleGroup('x', {
      // @ts-expect-error: a queue where a schedule group is wanted
      scheduleGroup: orders,
    }),
  'a queue where a prompt is wanted': () =>
    prompt(
      // @ts-expect-error: a queue where a prompt is wanted
      orders,
    ),
  'the queue of a callback as a bare text': () =>
    createCallback('x', {
      callbackNumber: exp`ToPhoneNumber("+331")`,
      // @ts-expect-error: the queue of a callback as a bare text
      queue: 'Orders',
    }),
  'a queue that goes to a text': () =>
    findQueue('x', {
      findName: 'Orders',
      // @ts-expect-error: a queue that goes to a text
      findResult: name,
    }),
  'a wrap-up code where a flow outcome is wanted': () =>
    setFlowOutcome(
      'x',
      // @ts-expect-error: a wrap-up code where a flow outcome is wanted
      selfService,
      { value: 'SUCCESS' },
    ),
  'an outcome that is neither success nor failure': () =>
    setFlowOutcome(
      'x',
      'Identified',
      // @ts-expect-error: an outcome that is neither success nor failure
      { value: 'MAYBE' },
    ),
  'a column a table does not have': () =>
    dataTableLookup('x', shops, {
      lookupValue: name,
      foundOutputs: {
        // @ts-expect-error: a column a table does not have
        town: name,
      },
    }),
  'a column that goes to a variable of another type': () =>
    dataTableLookup('x', shops, {
      lookupValue: name,
      foundOutputs: {
        // @ts-expect-error: a column that goes to a variable of another type
        open: name,
      },
    }),
  'a common module without its input': () =>
    callCommonModule('x', resolveContact, {
      // @ts-expect-error: a common module without its input
      inputs: {},
    }),
  'a common module that serves nobody': () =>
    commonModule({
      name: 'x',
      // @ts-expect-error: a common module that serves nobody
      compatibleFlowTypes: [],
      actions: () => [],
    }),
  'an attribute that is no text': () =>
    setConversationData('x', {
      conversationId: name,
      attributes: {
        // @ts-expect-error: an attribute that is no text
        tries: count,
      },
    }),
  'an attribute that goes to a number': () =>
    getParticipantData('x', {
      // @ts-expect-error: an attribute that goes to a number
      tries: count,
    }),
  'audio that is a number': () =>
    playAudio(
      'x',
      // @ts-expect-error: audio that is a number
      count,
    ),
  'a number spoken as it is': () =>
    // @ts-expect-error: a number spoken as it is
    say`You are number ${count}.`,
  'a text variable as audio': (): AudioValue =>
    // @ts-expect-error: a text variable as audio
    name,
  'an unknown variable of a flow': () =>
    workflow({
      name: 'x',
      variables: { tries: integer() },
      actions: ({
        tries,
        // @ts-expect-error: an unknown variable of a flow
        turns,
      }) => [updateData('x', [set(tries, turns)])],
    }),
  'a flow that starts with a state where it has none': () =>
    inboundCall({
      name: 'x',
      // @ts-expect-error: a flow that starts with a state where it has none
      startUp: () => 'Greet',
    }),
  'an unknown option of a flow': () =>
    inboundCall({
      name: 'x',
      startUp: () => greet,
      // @ts-expect-error: an unknown option of a flow
      greeting: 'Hello',
    }),
  'an initial value of another type': () =>
    integer({
      // @ts-expect-error: an initial value of another type
      initial: 'none',
    }),
  'an initial value outside the union': () =>
    oneOf(['A', 'B'], {
      // @ts-expect-error: an initial value outside the union
      initial: 'C',
    }),
  'an expression of one collection where another is wanted': () =>
    set(
      ids,
      // @ts-expect-error: an expression of one collection where another is wanted
      exp<readonly boolean[]>`MakeList(true)`,
    ),
  'a length of time for a queue': () =>
    set(
      queue,
      // @ts-expect-error: a length of time for a queue
      minutes(1),
    ),
};

/** The same words used rightly do compile. */
export const accepted = {
  'a definition for a reference': () => [set(queue, orders), transferToAcd('x', { targetQueue: orders })],
  'a name for a reference': () => [
    set(queue, { name: 'Orders' }),
    transferToAcd('x', { targetQueue: { name: 'Orders' } }),
  ],
  'an optional input left out': () => callData('x', findInAlpha, { inputs: { phoneNumber: name } }),
  'a union where a text is wanted': () => [set(name, status), set(pause, seconds(3)), set(ids, ['a', 'b'])],
  'a switch that names every value': () => switchOn('x', status, { ONGOING: [], SUCCESS: [], FAILED: [] }),
};

describe('the compiler refuses', () => {
  test.each(Object.keys(refused))('%s', (misuse) => {
    expect(refused).toHaveProperty([misuse], expect.any(Function));
  });
});

describe('the compiler accepts', () => {
  test.each(Object.entries(accepted))('%s, and it can be built', (_, build) => {
    expect(build).not.toThrow();
  });
});
