import { endWorkflow, existing, minutes, seconds, string, workflow, wrapupCode } from '../../src';
import { deployed } from '../../src/templates';
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

test.each([
  ['that the stack makes', wrapupCode({ name: 'Complaint' }), 'genesyscloud_routing_wrapupcode.complaint.id'],
  [
    'that the organisation has',
    existing('wrapupCode', 'Complaint'),
    'data.genesyscloud_routing_wrapupcode.wrapupCode-complaint.id',
  ],
])('a criterion compares with the id of a wrap-up code %s', (_, code, reference) => {
  const complained = trigger({
    name: 'Complained',
    topic: conversationAcw,
    when: (event) => [equal(event.wrapupCode, deployed(code, 'id')), equal(event.subject, '${what}')],
    target: report,
  });
  const stack = stackOf([report, code, complained]).resource?.['genesyscloud_processautomation_trigger'];

  expect(stack).toMatchObject({
    complained: {
      match_criteria: `[{"jsonPath":"wrapupCode","operator":"Equal","value":"\${${reference}}"},{"jsonPath":"subject","operator":"Equal","value":"$\${what}"}]`,
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
