import { callDataYaml, callFlowYaml, workflowYaml } from '../../private/flows';
import { set, text, withRescue } from '../private/breaking-flows';
import { livingOrg } from '../private/living-org';

const breaks = `          - updateData:
              name: Break
              statements: [{ string: { variable: Flow.text, value: { exp: 'ToString(NOT_SET) + "x"' } } }]`;

test('what an expression refuses ends a workflow as FAILED, with the place and the reason', () => {
  const org = livingOrg();
  const execution = org.launch(org.publish(workflowYaml('broken', breaks, text)));
  expect(execution).toMatchObject({ status: 'FAILED', problem: expect.stringMatching(/^Begin \/ Break: /) as string });
  expect(execution.outputs).toBeUndefined();
  expect(org.events('expression.failed')).toMatchObject([{ expression: 'ToString(NOT_SET) + "x"' }]);
  expect(org.events('flow.failed')).toMatchObject([{ handling: 'endWorkflow' }]);
});

test('error handling that changes the state goes on there, and the workflow completes', () => {
  const org = livingOrg();
  const execution = org.launch(org.publish(withRescue(breaks, set('saved'))));
  expect(execution).toMatchObject({
    status: 'COMPLETED',
    completionReason: 'rescued',
    outputs: { 'Flow.text': 'saved' },
  });
});

test('a variable whose first value was deleted since breaks the flow, not the org', () => {
  const org = livingOrg();
  const { id } = org.put('queue', { name: 'Support' });
  const variable =
    '    - queueVariable: { name: Flow.queue, initialValue: { lit: { name: Support } }, isInput: false, isOutput: true }';
  const flow = org.publish(workflowYaml('routes', '', variable));
  org.org.remove('queue', id);
  expect(org.launch(flow)).toMatchObject({
    status: 'FAILED',
    problem: "the organisation has no queue named 'Support' any more",
  });
});

test('an error inside of error handling ends the flow', () => {
  const org = livingOrg();
  const execution = org.launch(org.publish(withRescue(breaks, breaks)));
  expect(execution.status).toBe('FAILED');
  expect(org.events('flow.failed').map(({ handling }) => handling)).toEqual(['state', 'none']);
});

test('an action with a failure path takes it, and the flow goes on', () => {
  const org = livingOrg();
  const execution = org.launch(
    org.publish(
      workflowYaml(
        'tells nobody',
        `          - setConversationData:
              name: Tell
              conversationId: { lit: nobody }
              participantId: { noValue: true }
              attributes: [{ attribute: { name: { lit: a }, value: { lit: b } } }]
              outputs: { failure: { actions: [{ updateData: { name: Note, statements: [{ string: { variable: Flow.text, value: { lit: failed } } }] } }] } }`,
        text,
      ),
    ),
  );
  expect(execution).toMatchObject({ status: 'COMPLETED', outputs: { 'Flow.text': 'failed' } });
});

test('a call hears what comes before error handling, then is disconnected', () => {
  const org = livingOrg();
  const yaml = callFlowYaml(
    'line',
    `          - playAudio: { name: Greet, audio: { tts: Good day. } }
          - decision: { name: Break, condition: { exp: ToInt("x") == 1 } }`,
  ).replace('settingsErrorHandling:', 'settingsErrorHandling:\n    preHandlingAudio: { tts: Sorry. }');
  org.number('+33199000001', org.publish(yaml));
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow();
  expect(org.heard()).toEqual(['Good day.', 'Sorry.']);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'error' }]);
  expect(org.events('call.ended')).toHaveLength(1);
});

test.each([
  ['task', 'task: { targetTaskRef: "/inboundCall/tasks/task[Rescue]" }', ['Saved.']],
  ['menu', 'menu: { targetMenuRef: "/inboundCall/menus/menu[Ask]" }', ['What now?']],
])('a call whose error handling is a %s goes on there', (_, handling, heard) => {
  const org = livingOrg();
  const yaml = callFlowYaml('line', '          - decision: { name: Break, condition: { exp: ToInt("x") == 1 } }')
    .replace('disconnect:\n        none: true', handling)
    .concat(
      `    - task: { name: Rescue, refId: Rescue, actions: [{ playAudio: { name: Say, audio: { tts: Saved. } } }, { disconnect: { name: Over } }] }
  menus:
    - menu: { name: Ask, refId: Ask, audio: { tts: What now? }, choices: [{ menuDisconnect: { name: Leave, dtmf: digit_1 } }] }
`,
    );
  org.number('+33199000001', org.publish(yaml));
  const call = org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow(() => org.heard().length > 0);
  call?.press('1');
  org.clock.runNow();
  expect(org.heard()).toEqual(heard);
  expect(org.events('call.ended')).toHaveLength(1);
});

test('a call whose error handling is a queue waits there', () => {
  const org = livingOrg();
  org.put('queue', { name: 'Support' });
  const yaml = callFlowYaml(
    'line',
    '          - decision: { name: Break, condition: { exp: ToInt("x") == 1 } }',
  ).replace('disconnect:\n        none: true', 'queue: { targetQueue: { lit: { name: Support } } }');
  org.number('+33199000001', org.publish(yaml));
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow(() => org.events('queue.entered').length > 0);
  expect(org.events('queue.entered')).toMatchObject([{ queue: 'Support' }]);
});

const loops = (times: number, inner: string): string => `          - loop:
              name: Outer
              loopCount: { lit: ${times} }
              outputs: { loop: { actions: [{ loop: { name: Middle, loopCount: { lit: 99 }, outputs: { loop: { actions: [${inner}] } } } }] } }`;

const endless = loops(
  99,
  '{ loop: { name: Inner, loopCount: { lit: 99 }, outputs: { loop: { actions: [{ updateData: { name: Nothing, statements: [] } }] } } } }',
);

test('the 10,001st action breaks a flow; its error handling may execute 1,000 more', () => {
  const org = livingOrg();
  const execution = org.launch(org.publish(withRescue(endless, set('saved'))));
  expect(execution).toMatchObject({ status: 'COMPLETED', outputs: { 'Flow.text': 'saved' } });
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'flow.actions.max', value: 10_000 }]);
});

test('too many actions in error handling, too, end the flow', () => {
  const org = livingOrg();
  expect(org.launch(org.publish(withRescue(endless, endless))).status).toBe('FAILED');
  expect(org.events('limit.reached').map(({ value }) => value)).toEqual([10_000, 11_000]);
  expect(org.events('action.started')).toHaveLength(11_000);
});

test('the 1,000 more are for a flow that ran out of actions, not for one that broke before', () => {
  const org = livingOrg();
  expect(org.launch(org.publish(withRescue(breaks, endless))).status).toBe('FAILED');
  expect(org.events('limit.reached').map(({ value }) => value)).toEqual([10_000]);
  expect(org.events('action.started')).toHaveLength(10_000);
});

test('a data action that is under way after 72 hours breaks the workflow; it has not timed out', () => {
  const org = livingOrg({ dataActions: { 'Customers / Find': { outputs: {}, after: 60_000 } } });
  const ask = callDataYaml('Customers', 'Find');
  const almost = `          - wait: { name: Long, duration: { exp: 'MakeDuration(0, 71, 59, 30)' } }`;
  org.launch(org.publish(withRescue(`${almost}\n${ask}`, set('late'))));
  expect(org.seconds()).toBe(72 * 3600);
  expect(org.events('flow.failed')).toMatchObject([{ problem: expect.stringMatching(/^Begin \/ Ask: /) as string }]);
  expect(org.events('action.took')).toEqual([]);
});
