import { isVoiceFlow } from 'flowcdk';
import { flowNamed, shippedFlows } from '../private/shipped';
import { actionsOf, asWritten, runsOf, traitsOf } from 'flowcdk/testing/runs';

const flows = shippedFlows.map((flow) => [flow.name, flow] as const);
const callFlows = flows.filter(([, { kind }]) => isVoiceFlow(kind));

test('these are the flows of the application', () => {
  expect(shippedFlows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'workflow identify-caller',
    'inboundCall support-line',
    'inboundCall support-line-closed',
    'inboundCall support-line-fr-fr',
    'inboundCall support-line-fr-fr-closed',
    'workflow report-finished-call',
  ]);
});

test.each(flows)('%s has nothing wrong with it', (_, { problems }) => {
  expect(problems).toEqual([]);
});

test.each(flows)('%s uses only actions that were seen in real flows', (_, flow) => {
  expect(actionsOf(flow).filter((action) => traitsOf(action).evidence !== 'seen')).toEqual([]);
});

test.each([
  ['identify-caller', ['endWorkflow']],
  ['report-finished-call', ['endWorkflow']],
  ['support-line', ['disconnect', 'transferToAcd']],
  ['support-line-fr-fr', ['disconnect', 'transferToAcd']],
  ['support-line-closed', ['disconnect']],
  ['support-line-fr-fr-closed', ['disconnect']],
])('every run of %s ends with one of %j, none falls off the end', (name, ends) => {
  const runs = runsOf(flowNamed(name));

  expect(runs.filter(({ end }) => end !== 'ended')).toEqual([]);
  expect([...new Set(runs.map(({ actions }) => actions.at(-1)?.kind))].sort()).toEqual(ends);
});

test.each(callFlows)('%s never just waits, and asks for no error of a data action: call flows cannot', (_, flow) => {
  const actions = actionsOf(flow);

  expect(actions.map(({ kind }) => kind)).not.toContain('wait');
  expect(JSON.stringify(actions.filter(({ kind }) => kind === 'callData').map(asWritten))).not.toContain(
    'failureOutputs',
  );
});

test.each(flows)('every action of %s has a name', (_, flow) => {
  expect(actionsOf(flow).filter(({ name }) => (name ?? '') === '')).toEqual([]);
});
