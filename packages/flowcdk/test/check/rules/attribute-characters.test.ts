import { attributeCharacters } from '../../../src/check/rules/attribute-characters';
import { call } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const write = (name: string): string =>
  call(
    `- setParticipantData: { name: Write, attributes: [attribute: { name: { ${name} }, value: { lit: x } }] }\n- disconnect: { name: Bye }`,
  );

ruleTest(attributeCharacters, {
  valid: {
    'letters, digits, dots and underscores': write('lit: identification.status_2'),
    'a name that is worked out': write('exp: Flow.name'),
  },
  invalid: {
    'a blank': {
      in: write('lit: caller state'),
      finds: ['flow / Task / Write: "caller state" has other characters than letters, digits, _ and .'],
    },
    'a name that is written twice, once': {
      in: write('lit: caller state').replace(
        ', value: { lit: x } }',
        ', value: { lit: x } }, attribute: { name: { lit: caller state }, value: { lit: y } }',
      ),
      finds: ['flow / Task / Write: "caller state" has other characters than letters, digits, _ and .'],
    },
    'an umlaut': {
      in: write('lit: größe'),
      finds: ['flow / Task / Write: "größe" has other characters than letters, digits, _ and .'],
    },
  },
});
