import type { Definition } from 'flowcdk';
import type { Trigger } from 'flowcdk/triggers';
import { canonicalMatchCriteria } from 'flowcdk/triggers';
import { definitionsOf, flowNamed, shippedSettings } from '../private/shipped';

const isTrigger = (definition: Definition): definition is Trigger => definition.definition === 'trigger';
const triggers = definitionsOf(shippedSettings()).filter(isTrigger);

test('when the work after a conversation is done, the conversation is reported', () => {
  expect(
    triggers.map(({ name, topic, matchCriteria, target, dataFormat, enabled }) => ({
      ...{ name, dataFormat, enabled },
      topic: topic.name,
      matchCriteria: canonicalMatchCriteria(matchCriteria),
      target: target.name,
    })),
  ).toEqual([
    {
      name: 'Call finished',
      topic: 'v2.detail.events.conversation.{id}.acw',
      matchCriteria: '[]',
      target: 'report-finished-call',
      dataFormat: 'TopLevelPrimitives',
      enabled: true,
    },
  ]);
});

test('settings can name the kinds of conversations that are reported', () => {
  const settings = shippedSettings();
  const [finished] = definitionsOf({
    ...settings,
    backOffice: { ...settings.backOffice, mediaTypes: ['voice', 'callback'] },
  }).filter(isTrigger);

  expect(canonicalMatchCriteria(finished?.matchCriteria ?? [])).toBe(
    '[{"jsonPath":"mediaType","operator":"In","values":["VOICE","CALLBACK"]}]',
  );
});

test('every input of the workflow is a field of the event, and what the event may lack may be missing', () => {
  const [finished] = triggers;
  const fields = finished?.topic.fields ?? {};

  expect(
    Object.entries(flowNamed('report-finished-call').inputs).map(([name, { kind, optional }]) => [
      name,
      kind,
      optional ?? false,
    ]),
  ).toEqual(
    Object.keys(flowNamed('report-finished-call').inputs).map((name) => [
      name,
      fields[name]?.kind,
      fields[name]?.optional ?? false,
    ]),
  );
  expect(finished?.problems).toEqual([]);
});
