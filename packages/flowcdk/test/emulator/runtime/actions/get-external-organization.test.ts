import { run, ways } from '../private/outside-the-org';

test('the org holds no external organizations: none is found', () => {
  const action = `getExternalOrganization:
              name: Get
              externalId: { lit: x }
              externalResult: { var: Flow.externalOrganization }
              outputs: { ${ways('found', 'notFound')} }`;
  expect(run(action).way).toBe('notFound');
});
