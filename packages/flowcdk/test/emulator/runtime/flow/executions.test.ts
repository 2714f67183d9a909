import { workflowYaml } from '../../private/flows';
import { call, callFlowOf, pass } from '../private/calls';
import { set, withRescue } from '../private/breaking-flows';
import { livingOrg } from '../private/living-org';

const conversationId =
  '    - stringVariable: { name: Flow.conversationId, initialValue: { noValue: true }, isInput: true, isOutput: true }';
const breaks = '          - decision: { name: Break, condition: { exp: ToInt("x") == 1 } }';
const DAY = 24 * 60 * 60;

describe('the conversation of a launch', () => {
  test.each([
    ['that its input Flow.conversationId names', (known: string) => known, true],
    ['is none where the org has no such conversation', () => 'unknown', false],
    ['is none where the input is no text', () => null, false],
    ['is none without that input', () => undefined, false],
  ])('%s', (_, input, isThere) => {
    const org = livingOrg();
    org.number(
      '+33199000001',
      org.publish(callFlowOf({ actions: ['- playAudio: { name: Say, audio: { tts: Hi } }'] })),
    );
    const { conversation } = call(org);
    const value = input(conversation.id);
    const execution = org.launch(
      org.publish(workflowYaml('beside', '', conversationId)),
      value === undefined ? undefined : { 'Flow.conversationId': value },
    );
    expect(execution.conversationId).toBe(isThere ? conversation.id : undefined);
  });
});

describe('the log of a launch', () => {
  test('has the inputs, the outputs and the reason for its end, where there are any', () => {
    const org = livingOrg();
    const flow = org.publish(
      workflowYaml('report', '          - endWorkflow: { name: Done, exitReason: { lit: reported } }', conversationId),
    );
    org.launch(flow, { 'Flow.conversationId': 'c1' });
    expect(org.events('flow.started')).toMatchObject([{ inputs: { 'Flow.conversationId': 'c1' } }]);
    expect(org.events('flow.ended')).toMatchObject([
      { reason: 'completed', exitReason: 'reported', outputs: { 'Flow.conversationId': 'c1' } },
    ]);
  });

  test('does not name what there is not', () => {
    const org = livingOrg();
    const execution = org.launch(org.publish(workflowYaml('broken', breaks)));
    expect(execution).not.toHaveProperty('completionReason');
    expect(execution).not.toHaveProperty('outputs');
    expect(Object.keys(org.events('flow.started')[0] ?? {})).not.toContain('inputs');
    const ended = Object.keys(org.events('flow.ended')[0] ?? {});
    expect(ended).toContain('reason');
    expect(ended).not.toContain('exitReason');
    expect(ended).not.toContain('outputs');
  });

  test('a launch that its error handling saved has completed, without a problem', () => {
    const org = livingOrg();
    const execution = org.launch(org.publish(withRescue(breaks, set('saved'))));
    expect(execution.status).toBe('COMPLETED');
    expect(execution).not.toHaveProperty('problem');
  });
});

describe('a launch that ended', () => {
  test('can be read for seven days', () => {
    const org = livingOrg();
    const { id } = org.launch(org.publish(workflowYaml('report')));
    const { executions } = org.runtime;
    pass(org, 7 * DAY);
    expect([executions.get(id)?.status, executions.all().length]).toEqual(['COMPLETED', 1]);
    pass(org, 0.001);
    expect([executions.get(id), executions.all()]).toEqual([undefined, []]);
  });

  test('is forgotten before that where many others ended', () => {
    const org = livingOrg({ settings: { keepEnded: 2 } });
    const flow = org.publish(workflowYaml('report'));
    const ids = [1, 2, 3].map(() => org.launch(flow).id);
    expect(ids.map((id) => org.runtime.executions.get(id) !== undefined)).toEqual([false, true, true]);
  });
});
