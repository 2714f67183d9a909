import { integer, json, optional, string as text } from '../../../src';
import { conversationAcw } from '../../../src/triggers';
import { triggerInput } from '../../../src/check/rules/trigger-input';
import { workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';
import type { MaybeTrigger } from '../../../src/check/triggers';
import { byHand, report } from '../graph/private/trigger-by-hand';

/** A file with a workflow that takes one input. */
const fileTaking = (name: string, kind: string): string =>
  workflow(`- endWorkflow: { exitReason: { exp: ToString(Flow.${name}) } }`, {
    name: 'report',
    variables: `- ${kind}Variable: { name: Flow.${name}, isInput: true }`,
  });
/** A trigger that knows its workflow by name only. */
const byName = () => ({ definitions: [{ ...byHand({}).definitions[1], target: { name: 'report' } } as MaybeTrigger] });

ruleTest(triggerInput, {
  valid: {
    'an input of the name and type of a field': byHand({}, report({ eventTime: integer() })),
    'more inputs than jsonData, which others fill': byHand(
      { dataFormat: 'Json' },
      report({ jsonData: json(), caller: optional(text()) }),
    ),
    'a workflow of a file that takes what the event has': {
      flows: [fileTaking('eventTime', 'integer')],
      ...byName(),
    },
    'a variable of a workflow of a file that is no input': {
      flows: [fileTaking('conversationID', 'string').replace(', isInput: true', '')],
      ...byName(),
    },
    'more inputs of a file than jsonData, which may be missing': {
      flows: [
        fileTaking('caller', 'string').replace(
          '- stringVariable',
          '- jsonVariable: { name: Flow.jsonData, isInput: true }\n    - stringVariable',
        ),
      ],
      definitions: byName().definitions.map((definition) => ({ ...definition, dataFormat: 'Json' }) as const),
    },
    'jsonData where the workflow is not there, of which another rule tells': byHand({
      dataFormat: 'Json',
      target: { name: 'gone' },
    }),
  },
  invalid: {
    'an input of a workflow of a file, beside another flow of its name': {
      in: {
        flows: [
          'inboundCall: { name: report, variables: [stringVariable: { name: Flow.eventTime, isInput: true }] }',
          fileTaking('callId', 'string'),
        ],
        ...byName(),
      },
      finds: [`trigger Finished: events of ${conversationAcw.name} have no plain field for the input callId`],
    },
    'a collection of a workflow of a file, for one value': {
      in: { flows: [fileTaking('eventTime', 'integerCollection')], ...byName() },
      finds: ['trigger Finished: the input eventTime is integerCollection, but the field of the event is integer'],
    },
    'an input of a workflow that is named only': {
      in: { flows: [fileTaking('conversationID', 'string')], ...byName() },
      finds: [`trigger Finished: events of ${conversationAcw.name} have no plain field for the input conversationID`],
    },
    'an input beside jsonData that has to be there': {
      in: byHand({ dataFormat: 'Json' }, report({ jsonData: json(), caller: text() })),
      finds: ['trigger Finished: the trigger does not fill the input caller'],
    },
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
