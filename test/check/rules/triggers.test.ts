import { conversationAcw, endWorkflow, equal, integer, string as text, optional, trigger, workflow as workflowOf } from '../../../src';
import type { Definition } from '../../../src/architect/definition';
import type { Rule } from '../../../src/check/rule';
import { triggerField } from '../../../src/check/rules/trigger-field';
import { triggerInput } from '../../../src/check/rules/trigger-input';
import { triggerOptionalField } from '../../../src/check/rules/trigger-optional-field';
import { triggerTarget } from '../../../src/check/rules/trigger-target';
import { triggerTiming } from '../../../src/check/rules/trigger-timing';
import { triggerTopic } from '../../../src/check/rules/trigger-topic';
import { triggerValue } from '../../../src/check/rules/trigger-value';
import type { MaybeTrigger } from '../../../src/check/triggers';
import { findingsOf, ruleTest } from '../graph/private/rule-test';

/** A workflow that takes these inputs. */
const report = (inputs: Parameters<typeof workflowOf>[0]['inputs'] = { conversationId: text() }) =>
  workflowOf({ name: 'report', ...(inputs ? { inputs } : {}), actions: () => [endWorkflow()] });

/** A trigger as somebody put it together without `trigger(…)`. */
const byHand = (parts: Partial<MaybeTrigger>, target = report()): { readonly definitions: readonly Definition[] } => ({
  definitions: [target, { definition: 'trigger', name: 'Finished', topic: conversationAcw.name, target, ...parts } as MaybeTrigger],
});

const made = trigger({
  name: 'Finished',
  topic: conversationAcw,
  when: (event) => [equal(event.mediaType, 'VOICE')],
  target: report() as never,
});

const all: readonly Rule[] = [
  triggerField,
  triggerInput,
  triggerOptionalField,
  triggerTarget,
  triggerTiming,
  triggerTopic,
  triggerValue,
];

test.each(all.map((rule) => [rule.name, rule] as const))('%s has nothing to tell of a trigger that is right', (_, rule) => {
  expect(findingsOf(rule, { definitions: [report(), made] })).toEqual([]);
  expect(findingsOf(rule, byHand({ matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' }] }))).toEqual([]);
});

test('what a trigger says of itself is not told again', () => {
  const late = { ...made, eventTtlSeconds: 60, delayBySeconds: 60 };
  const [told] = findingsOf(triggerTiming, { definitions: [late] });
  expect(told).toBe('trigger Finished: both eventTtl and delayBy are given');
  const problem = { rule: 'trigger-timing', severity: 'error' as const, message: 'both eventTtl and delayBy are given' };
  expect(findingsOf(triggerTiming, { definitions: [{ ...late, problems: [problem] } as Definition] })).toEqual([]);
});

ruleTest(triggerTopic, {
  valid: { 'a topic that is published': byHand({}) },
  invalid: {
    'a topic nobody has heard of': {
      in: byHand({ topic: 'v2.detail.events.conversation.{id}.voice' }),
      finds: ['trigger Finished: v2.detail.events.conversation.{id}.voice is no topic Flowcdk knows'],
    },
  },
});

ruleTest(triggerField, {
  valid: {
    'a field the event has at times': byHand({ matchCriteria: [{ jsonPath: 'wrapupCode', operator: 'Exists', value: true }] }),
  },
  invalid: {
    'a field of another event': {
      in: byHand({ matchCriteria: [{ jsonPath: 'disconnectType', operator: 'NotEqual', value: 'TRANSFER' }] }),
      finds: [`trigger Finished: events of ${conversationAcw.name} have no field disconnectType`],
    },
  },
});

ruleTest(triggerValue, {
  valid: { 'any id': byHand({ matchCriteria: [{ jsonPath: 'queueId', operator: 'Equal', value: 'x' }] }) },
  invalid: {
    'an enum in the wrong case': {
      in: byHand({ matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'voice' }] }),
      finds: ['trigger Finished: mediaType is never "voice"'],
    },
  },
});

ruleTest(triggerInput, {
  valid: { 'an input of the name and type of a field': byHand({}, report({ eventTime: integer() })) },
  invalid: {
    'an input the event does not have': {
      in: byHand({}, report({ callId: text() })),
      finds: [`trigger Finished: events of ${conversationAcw.name} have no plain field for the input callId`],
    },
    'an input of another type': {
      in: byHand({}, report({ eventTime: text() })),
      finds: ['trigger Finished: the input eventTime is string, but the field of the event is integer'],
    },
  },
});

ruleTest(triggerOptionalField, {
  valid: { 'an input that may be missing, too': byHand({}, report({ wrapupCode: optional(text()) })) },
  invalid: {
    'an input that has to be there': {
      in: byHand({}, report({ wrapupCode: text() })),
      finds: [`trigger Finished: events of ${conversationAcw.name} do not always have wrapupCode`],
    },
  },
});

ruleTest(triggerTiming, {
  valid: { 'a delay alone': byHand({ delayBySeconds: 60 }) },
  invalid: {
    'a delay and a time to live': {
      in: byHand({ delayBySeconds: 60, eventTtlSeconds: 60 }),
      finds: ['trigger Finished: both eventTtl and delayBy are given'],
    },
  },
});

ruleTest(triggerTarget, {
  valid: { 'a workflow that exists already': byHand({ target: { name: 'theirs', existing: true } }) },
  invalid: {
    'no target at all': {
      in: { definitions: [{ definition: 'trigger', name: 'Finished', topic: conversationAcw } as MaybeTrigger] },
      finds: ['trigger Finished: the trigger has no target'],
    },
    'a workflow that is not there': {
      in: byHand({ target: { name: 'gone' } }),
      finds: ['trigger Finished: there is no workflow gone'],
    },
  },
});
