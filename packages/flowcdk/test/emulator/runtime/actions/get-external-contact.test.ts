import { run, ways } from '../private/outside-the-org';

test('the org holds no external contacts: none is found', () => {
  const action = `getExternalContact:
              name: Get
              externalId: { lit: x }
              externalResult: { var: Flow.externalContact }
              outputs: { ${ways('found', 'notFound')} }`;
  expect(run(action).way).toBe('notFound');
});
