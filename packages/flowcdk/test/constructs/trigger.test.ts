import { endWorkflow, minutes, seconds, string, workflow } from '../../src';
import { conversationAcw, equal, isIn, trigger } from '../../src/triggers';
import { stackOf } from './private/stack';

const report = workflow({ name: 'Report', inputs: { conversationId: string() }, actions: () => [endWorkflow()] });

const triggersOf = (...definitions: ReturnType<typeof trigger>[]) =>
  stackOf([report, ...definitions]).resource?.['genesyscloud_processautomation_trigger'];

test('a trigger launches its workflow with the fields of the event', () => {
  const finished = trigger({
    name: 'Call finished',
    description: 'Reports a call',
    topic: conversationAcw,
    when: (event) => [equal(event.mediaType, 'VOICE')],
    target: report,
    eventTtl: seconds(60),
  });

  expect(triggersOf(finished)).toEqual({
    'call-finished': {
      name: 'Call finished',
      description: 'Reports a call',
      topic_name: 'v2.detail.events.conversation.{id}.acw',
      enabled: true,
      target: [
        {
          type: 'Workflow',
          id: '${genesyscloud_flow.report.id}',
          workflow_target_settings: [{ data_format: 'TopLevelPrimitives' }],
        },
      ],
      match_criteria: '[{"jsonPath":"mediaType","operator":"Equal","value":"VOICE"}]',
      event_ttl_seconds: 60,
    },
  });
});

test('criteria are written as the provider keeps them, or it would make the trigger anew at every apply', () => {
  const finished = trigger({
    name: 'Call finished',
    topic: conversationAcw,
    when: (event) => [isIn(event.mediaType, ['VOICE', 'CALLBACK']), equal(event.ani, 'tel:<anonymous> & ${others}')],
    target: report,
  });

  expect(triggersOf(finished)?.['call-finished']?.['match_criteria']).toBe(
    '[{"jsonPath":"mediaType","operator":"In","values":["VOICE","CALLBACK"]},' +
      '{"jsonPath":"ani","operator":"Equal","value":"tel:\\u003canonymous\\u003e \\u0026 $${others}"}]',
  );
});

test('a trigger for every event has empty criteria: none at all the provider cannot read', () => {
  const finished = trigger({
    name: 'All',
    topic: conversationAcw,
    target: report,
    enabled: false,
    delayBy: minutes(2),
  });

  expect(triggersOf(finished)?.['all']).toMatchObject({ match_criteria: '[]', enabled: false, delay_by_seconds: 120 });
});
