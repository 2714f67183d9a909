import { run, ways } from '../private/outside-the-org';

const send = (users: string): string =>
  `sendNotification:
              name: Send
              sendToUsers: ${users}
              body: { lit: All is well }
              subject: { lit: News }
              notificationType: { lit: email }
              failureOutputs: { errorType: { var: Flow.type }, errorMessage: { noValue: true } }
              outputs: { ${ways('success', 'failure')} }`;

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
