import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const variables = ['externalContact', 'externalContactCollection', 'externalOrganization', 'user', 'userCollection']
  .map(
    (kind) =>
      `    - ${kind}Variable: { name: Flow.${kind}, initialValue: ${kind.endsWith('Collection') ? '{ lit: [] }' : '{ noValue: true }'}, isInput: false, isOutput: false }`,
  )
  .concat(
    ['way', 'type'].map(
      (name) =>
        `    - stringVariable: { name: Flow.${name}, initialValue: { noValue: true }, isInput: false, isOutput: true }`,
    ),
  )
  .join('\n');

const ways = (...names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`,
    )
    .join(', ');

function run(action: string) {
  const org = livingOrg();
  org.put('user', { id: 'u1', name: 'Ada Example', email: 'ada@example.com' });
  const { outputs, problem } = org.launch(org.publish(workflowYaml('outside', `          - ${action}`, variables)));
  return { way: problem ?? outputs?.['Flow.way'], type: outputs?.['Flow.type'], org };
}

test.each([
  [
    `getExternalContact: { name: Get, externalId: { lit: x }, externalResult: { var: Flow.externalContact }, outputs: { ${ways('found', 'notFound')} } }`,
  ],
  [
    `getExternalOrganization: { name: Get, externalId: { lit: x }, externalResult: { var: Flow.externalOrganization }, outputs: { ${ways('found', 'notFound')} } }`,
  ],
  [
    `searchExternalContacts: { name: Search, searchTerm: { lit: "+33" }, externalResults: { var: Flow.externalContactCollection }, outputs: { ${ways('matchExact', 'matchMultiple', 'notFound')} } }`,
  ],
])('the org holds no external contacts: %s', (action) => {
  expect(run(action).way).toBe('notFound');
});

const send = (users: string): string =>
  `sendNotification: { name: Send, sendToUsers: ${users}, body: { lit: "All is well" }, subject: { lit: News }, notificationType: { lit: email }, failureOutputs: { errorType: { var: Flow.type }, errorMessage: { noValue: true } }, outputs: { ${ways('success', 'failure')} } }`;

test('a notification is in the event log', () => {
  const { way, org } = run(send(`{ exp: 'MakeList(FindUserById("u1"))' }`));
  expect(way).toBe('success');
  expect(org.events('notification.sent')).toMatchObject([
    { medium: 'email', to: ['Ada Example'], subject: 'News', body: 'All is well' },
  ]);
});

test('a notification to nobody fails', () => {
  expect(run(send('{ lit: [] }'))).toMatchObject({ way: 'failure', type: 'sendToUsers.empty' });
});
