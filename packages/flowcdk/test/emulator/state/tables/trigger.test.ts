import { readBody } from '../../../../src/emulator/state/shape';
import { type Criterion, type Trigger, trigger } from '../../../../src/emulator/state/tables/trigger';
import { testTable } from '../private/table-test';

testTable(trigger, { name: 'After a call', topicName: 't', enabled: true, target: { type: 'Workflow', id: 'f' } }, [
  [{ enabled: 'false' }, { enabled: 'no' }, 'enabled is "no"; expected true or false'],
  [{ eventTTLSeconds: '120' }, { eventTTLSeconds: 9 }, 'eventTTLSeconds is 9; expected a whole number of at least 10'],
  [{ delayBySeconds: 900 }, { delayBySeconds: 901 }, 'delayBySeconds is 901; expected a whole number from 60 to 900'],
  [
    { target: { type: 'Workflow', id: 'f', workflowTargetSettings: { dataFormat: 'Json' } } },
    { target: { type: 'Workflow', id: 'f', workflowTargetSettings: { dataFormat: 'Xml' } } },
    'target.workflowTargetSettings.dataFormat is "Xml"; expected one of TopLevelPrimitives, Json',
  ],
  [
    { matchCriteria: [{ jsonPath: 'a', operator: 'Exists', value: true }] },
    { matchCriteria: [{ operator: 'Exists', value: true }] },
    'matchCriteria[0].jsonPath is missing; expected a text of at most 10000 characters',
  ],
]);

test('what a condition compares with stays as it was sent: a text is no number', () => {
  const criterion = { jsonPath: 'wrapupDurationMs', operator: 'Equal', value: '5' };
  const body = { name: 'n', topicName: 't', enabled: true, target: { type: 'Workflow', id: 'f' } };

  expect(readBody({ ...body, matchCriteria: [criterion] }, trigger).body?.matchCriteria).toEqual([criterion]);
});

test('a trigger has the types of its table', () => {
  const target: Trigger['target'] = { type: 'Workflow', id: 'f' };
  const record: Trigger = { id: 't', name: 'n', topicName: 't', enabled: true, target, version: 1 };
  const seconds: number | undefined = record.eventTTLSeconds;
  // @ts-expect-error There is no such operator.
  const criterion: Criterion = { jsonPath: 'a', operator: 'Resembles' };

  expect([seconds, criterion.value]).toEqual([undefined, undefined]);
});
