import { inputOfNoEvent } from '../../../src/check/rules/input-of-no-event';
import { call, string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const inputs = (...names: readonly string[]) => ({
  variables: names.map((name) => string(`Flow.${name}`, 'isInput: true')).join('\n'),
});
const reads = (name: string): string => `- decision: { name: Look, condition: { exp: IsSet(Flow.${name}) } }`;
const says = (name: string): string => `flow: no event has a field ${name}, so a trigger leaves this input NOT_SET`;

ruleTest(inputOfNoEvent, {
  valid: {
    'inputs that events fill': workflow(reads('ani'), inputs('ani', 'conversationId')),
    'an input that something else gives, without a twin': workflow(reads('caseId'), inputs('caseId', 'conversationId')),
    'an input whose name only contains the letters': workflow(reads('botani'), inputs('botani', 'ani')),
    'an input that nothing reads, of which another rule tells': workflow(reads('ani'), inputs('CallerAni', 'ani')),
    'a call flow, which no trigger starts': call(reads('CallerAni'), inputs('CallerAni', 'ani')),
  },
  invalid: {
    'an input that is named after one that events fill': {
      in: workflow(reads('CallerAni'), inputs('CallerAni', 'ani')),
      finds: [says('CallerAni')],
    },
    'with a line between the words': {
      in: workflow(reads('original_conversationId'), inputs('original_conversationId', 'conversationId')),
      finds: [says('original_conversationId')],
    },
  },
});
