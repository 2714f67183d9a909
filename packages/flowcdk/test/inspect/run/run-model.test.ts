import type { LoggedEvent } from '../../../src/emulator/runtime/events';
import { fetchedRun } from '../../../src/inspect/run/fetched-run';
import { runModel } from '../../../src/inspect/run/run-model';

/** Events of a call, by milliseconds since it began. */
const events = (...all: readonly (readonly [at: number, type: LoggedEvent['type'], fields?: object])[]) =>
  all.map(([at, type, fields], i) => ({
    number: i + 1,
    at: 1000 + at,
    type,
    conversationId: 'call',
    ...fields,
  })) as unknown as readonly LoggedEvent[];

const line = { executionId: 'r1', flow: 'support-line' };
const workflow = { executionId: 'r2', flow: 'identify' };

const call = events(
  [0, 'call.offered', { from: '+33', to: '+44' }],
  [0, 'flow.started', { ...line, kind: 'inboundCall', version: '1.0' }],
  [0, 'flow.started', { ...workflow, kind: 'workflow', version: '1.0' }],
  [10, 'action.started', { ...workflow, action: 'Ask', kind: 'callData', index: 3 }],
  [10, 'dataAction.started', { ...workflow, call: 'd1', dataAction: 'Find', inputs: {} }],
  [10, 'audio.started', { ...line, text: 'Welcome', kind: 'speech', milliseconds: 2990 }],
  [3000, 'audio.ended', { ...line, text: 'Welcome', heard: 2990 }],
  [5010, 'dataAction.ended', { ...workflow, call: 'd1', dataAction: 'Find', outcome: 'success', milliseconds: 5000 }],
  [5010, 'variable.set', { ...workflow, variable: 'Flow.name', value: 'Ada' }],
  [5020, 'attributes.written', { participantId: 'p', attributes: { name: 'Ada' }, by: 'identify' }],
  [5900, 'attributes.visible', { participantId: 'p', attributes: { name: 'Ada' } }],
  [6000, 'call.ended', { by: 'caller', reason: 'CLIENT' }],
);

const run = runModel(call, 'A call');
const stepsIn = (lane: string) => run.steps.filter((step) => run.lanes[step.lane] === lane).map(({ text }) => text);

test('lanes: the caller and their flow, participant data, the workflows, then services and events', () => {
  expect(run.lanes).toEqual([
    'Caller',
    'support-line',
    'Participant data',
    'identify',
    'Data actions and HTTP',
    'Events and triggers',
  ]);
  expect(stepsIn('Participant data')).toEqual(['written: name = Ada', 'visible: name = Ada']);
  expect(stepsIn('identify')).toEqual(['begins (version 1.0)', 'Ask', 'Flow.name = Ada']);
});

test('time counts from the first event', () => {
  expect([run.began, run.steps.at(-1)?.at]).toEqual([1000, 6000]);
});

test('silence is marked where it begins', () => {
  expect(run.steps.filter(({ tone }) => tone === 'silence').map(({ at, text }) => [at, text])).toEqual([
    [3000, '3.0 s of silence'],
  ]);
});

test('saved is the time of a data action in which the caller did not wait in silence', () => {
  // It took five seconds. For two of them the caller heard nothing, and in the first ten milliseconds neither.
  expect(run.steps.filter(({ tone }) => tone === 'saved').map(({ text }) => text)).toEqual([
    '3.0 s saved: the caller did not wait in silence for Find',
  ]);
});

test('a step knows the action in the diagram of its flow', () => {
  const step = run.steps.find(({ text }) => text === 'Flow.name = Ada');

  expect([step?.action, run.executions[step?.execution ?? 0]?.flow]).toEqual(['a3', 'identify']);
});

test('participant data belongs to the action that writes it', () => {
  const step = run.steps.find(({ text }) => text === 'written: name = Ada');

  expect([step?.action, run.executions[step?.execution ?? 0]?.flow]).toEqual(['a3', 'identify']);
});

test('steps carry what changes: variables, written and visible participant data', () => {
  const changes = run.steps.flatMap(({ variable, written, visible }) => [variable ?? written ?? visible ?? []].flat());

  expect(changes).toEqual(['Flow.name', 'Ada', { name: 'Ada' }, { name: 'Ada' }]);
});

test('two runs of one flow are two lanes', () => {
  const twice = events(
    [0, 'flow.started', { executionId: 'a', flow: 'report', kind: 'workflow', version: '1.0' }],
    [1, 'flow.started', { executionId: 'b', flow: 'report', kind: 'workflow', version: '1.0' }],
  );

  expect(runModel(twice, 'x').lanes.slice(2, 4)).toEqual(['report', 'report']);
});

test('no events are no steps', () => {
  expect(runModel([], 'nothing').steps).toEqual([]);
});

describe('a run that an org keeps', () => {
  test('the local org gives its events', () => {
    const fetched = fetchedRun({
      executionId: 'r1',
      flowName: 'support-line',
      execution: call.map((event) => ({ dateTime: new Date(event.at).toISOString(), ...(event as object) })),
    });

    expect(fetched.steps.map(({ text }) => text)).toEqual(run.steps.map(({ text }) => text));
  });

  test('other items are steps with everything that they say', () => {
    const fetched = fetchedRun({
      flowName: 'support-line',
      startDateTime: '2026-01-05T10:00:00.000Z',
      execution: [{ dateTime: '2026-01-05T10:00:02.000Z', actionPlayAudio: { actionName: 'Greet' } }],
      errors: [{ message: 'it broke' }],
    });

    expect(fetched.steps.map(({ at, text, tone }) => [at, text, tone])).toEqual([
      [2000, 'actionPlayAudio: Greet', 'plain'],
      [0, 'it broke', 'bad'],
    ]);
  });
});
