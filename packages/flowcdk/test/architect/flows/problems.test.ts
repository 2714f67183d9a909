import {
  callData,
  disconnect,
  endWorkflow,
  flushAudio,
  inboundCall,
  integer,
  menu,
  menuDisconnect,
  menuRepeatMenu,
  minutes,
  string,
  task,
  wait,
  workflow,
} from '../../../src';
import { findInAlpha } from '../actions/private/fixtures';

const call = (name: string, ...actions: Parameters<typeof task>[1] & readonly object[]) =>
  inboundCall({ name, startUp: () => task('Greet', actions) });

describe('a definition that is wrong says so where it was written', () => {
  test('an action in a kind of flow that does not have it', () => {
    expect(call('Line', wait('Give them a minute', minutes(1)), disconnect()).problems).toMatchObject([
      {
        rule: 'action-not-in-flow',
        severity: 'error',
        message: 'wait cannot be used in a flow of kind inboundCall',
        help: expect.stringContaining('collectInput'),
        path: 'Line / Greet / Give them a minute',
        at: { file: expect.stringMatching(/problems\.test\.ts$/), line: expect.any(Number) },
      },
    ]);
  });

  test('an action of call flows in a workflow', () => {
    expect(workflow({ name: 'Work', actions: () => [flushAudio(), endWorkflow()] }).problems).toMatchObject([
      { rule: 'action-not-in-flow', path: 'Work / Initial State / Flush Audio' },
    ]);
  });

  test('a name that is too long', () => {
    expect(call('Line', disconnect('x'.repeat(201))).problems).toMatchObject([
      { rule: 'name-too-long', help: 'Architect takes up to 200.' },
    ]);
    expect(call('Line', disconnect('x'.repeat(200))).problems).toEqual([]);
  });

  test('two choices of a menu with one key', () => {
    const main = menu('Main', {
      audio: 'Press 1.',
      choices: [menuRepeatMenu('Again', { dtmf: 'digit_1' }), menuDisconnect('Bye', { dtmf: 'digit_1' })],
    });

    expect(inboundCall({ name: 'Line', startUp: () => main }).problems).toMatchObject([
      {
        rule: 'menu-key-twice',
        message: 'digit_1 chooses this, and "Again"',
        path: 'Line / Main / Bye',
        at: { file: expect.stringMatching(/problems\.test\.ts$/) },
      },
    ]);
  });

  test('a flow without a name', () => {
    expect(call(' ', disconnect()).problems).toMatchObject([{ rule: 'flow-name' }]);
  });

  test('failure outputs where the caller listens', () => {
    const action = callData('Ask', findInAlpha, { inputs: { phoneNumber: '+331' }, failureOutputs: {} });

    expect(call('Line', action, disconnect()).problems).toMatchObject([
      { rule: 'failure-outputs-in-call', path: 'Line / Greet / Ask' },
    ]);
    expect(workflow({ name: 'Work', actions: () => [action, endWorkflow()] }).problems).toEqual([]);
  });

  test.each(['2nd', 'first name', 'Flow.x', ''])('a variable named %j', (name) => {
    expect(
      workflow({ name: 'Work', variables: { [name]: string() }, actions: () => [endWorkflow()] }).problems,
    ).toMatchObject([{ rule: 'variable-name', message: `${JSON.stringify(name)} is no name for a variable` }]);
  });

  test('a variable that is declared twice, upper and lower case being the same', () => {
    const flow = workflow({
      name: 'Work',
      inputs: { tries: integer() },
      variables: { Tries: integer() },
      actions: () => [endWorkflow()],
    });

    expect(flow.problems).toMatchObject([
      { rule: 'variable-declared-twice', message: 'the variable Tries is declared twice (as tries before)' },
    ]);
  });
});
