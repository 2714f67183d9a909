import { cutTelephoneNumber } from '../../../src/check/rules/cut-telephone-number';
import { string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const writes = (expression: string): string =>
  workflow(
    `- updateData:
    name: Number
    statements: [string: { variable: Flow.number, value: { exp: '${expression}' } }]`,
    { variables: [string('Flow.number'), string('Flow.ani'), string('Flow.orderNumber')].join('\n') },
  );

ruleTest(cutTelephoneNumber, {
  valid: {
    'the number in international form': writes('ToPhoneNumber(Flow.ani).e164'),
    'a national number, which is meant for one country': writes('Right(Flow.ani, 10)'),
    'a text that is no telephone number': writes('Right(Flow.orderNumber, 12)'),
    'a length that is known only when the flow runs': writes('Right(Flow.ani, Length(Flow.number))'),
  },
  invalid: {
    'as many characters as numbers of North America have': {
      in: writes('Right(Flow.ani, 12)'),
      finds: ['flow / State / Number: the last 12 characters of Flow.ani are a whole number in some countries only'],
    },
    'in any spelling, inside something else': {
      in: writes('Append("tel:", right(flow.ani,11))'),
      finds: ['flow / State / Number: the last 11 characters of flow.ani are a whole number in some countries only'],
    },
  },
});
