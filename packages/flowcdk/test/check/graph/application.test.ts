import { checkApplication } from '../../../src/check/application';
import type { Family } from '../../../src/check/rule';
import { rules } from '../../../src/check/rules';
import { shippedApplication } from '../../../../../test/private/shipped';

const families: readonly Family[] = ['variables', 'paths', 'calls', 'participant data', 'triggers'];
const own = rules.filter(({ name, family }) => families.includes(family) || name === 'output-after-failure');

test('the application that ships is clean, but for the name of the customer, which the agent is meant to see', () => {
  const findings = checkApplication(shippedApplication().stacks, { rules: own });

  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'personal-data-attribute: identification.customerName sounds like personal data, and analytics keeps it with the conversation',
  ]);
});
