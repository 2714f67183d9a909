import { run, ways } from '../private/outside-the-org';

test('the org holds no external contacts: the search finds none', () => {
  const action = `searchExternalContacts:
              name: Search
              searchTerm: { lit: "+33" }
              externalResults: { var: Flow.externalContactCollection }
              outputs: { ${ways('matchExact', 'matchMultiple', 'notFound')} }`;
  expect(run(action).way).toBe('notFound');
});
