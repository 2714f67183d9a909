import {
  callRoute,
  type Definition,
  disconnect,
  existing,
  type FlowReference,
  inboundCall,
  queue,
  task,
  workflow,
  endWorkflow,
} from '../../../src';
import { existingBesideDefinition } from '../../../src/check/rules/existing-beside-definition';
import { ruleTest } from '../graph/private/rule-test';

const using = (name: string, ...uses: readonly Definition[]): Definition => ({ definition: 'flow', name, uses });
const sales = queue({ name: 'Sales' });
const theirs = existing('queue', 'Sales');
const answer = inboundCall({ name: 'Answer', startUp: () => task('Greet', [disconnect()]) });
const lineTo = (openHours: FlowReference<'inboundCall'>) =>
  callRoute({ name: 'Line', numbers: ['+442079460101'], openHours });

const says = (what: string) => `the ${what} is said to be in the organisation already, and the application defines it`;

ruleTest(existingBesideDefinition, {
  valid: {
    'a definition that is used': { definitions: [sales, using('Line', sales)] },
    'what another kind of definition is called': { definitions: [sales, using('Line', existing('skill', 'Sales'))] },
    'a flow of another kind': {
      definitions: [
        workflow({ name: 'Answer', actions: () => [endWorkflow()] }),
        lineTo(existing('flow', 'Answer', { kind: 'inboundCall' })),
      ],
    },
    'what a flow of a file means by its name, wherever it is': {
      definitions: [sales, using('Line', { ...theirs, isMeantByName: true })],
    },
    'what only the organisation has': { definitions: [using('Line', existing('queue', 'Sales'))] },
  },
  invalid: {
    'the name of a definition': {
      in: { definitions: [using('Line', existing('queue', 'Sales')), sales] },
      finds: [`flow Line: ${says('queue "Sales"')}`],
    },
    'it in any case of letters, once for each place that says so': {
      in: {
        definitions: [sales, using('One', existing('queue', 'SALES')), using('Two', existing('queue', 'sales'))],
      },
      finds: [`flow One: ${says('queue "SALES"')}`, `flow Two: ${says('queue "sales"')}`],
    },
    'it once, where several use what one place says': {
      in: { definitions: [sales, using('One', theirs), using('Two', theirs)] },
      finds: [`flow One: ${says('queue "Sales"')}`],
    },
    'a flow whose kind is not said': {
      in: { definitions: [answer, lineTo(existing('flow', 'Answer'))] },
      finds: [`call route Line: ${says('flow "Answer"')}`],
    },
  },
});

test('the place is where it is said to exist', () => {
  const [finding] = existingBesideDefinitionFindings();

  expect(finding?.at?.file).toBe(__filename);
});

function existingBesideDefinitionFindings() {
  const findings: { readonly at?: { readonly file: string } | undefined }[] = [];
  const listener = existingBesideDefinition.start((finding) => findings.push(finding), { files: [], definitions: [] });
  listener.project?.({ files: [], definitions: [sales, using('Line', existing('queue', 'Sales'))] });
  return findings;
}
