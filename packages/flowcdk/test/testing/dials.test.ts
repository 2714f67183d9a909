import '../../src/testing/jest';
import { type Audio, builtIn, disconnect, exp, outboundCall, playAudio, task, wrapupCode } from '../../src';
import { orgWith } from '../routing/private/org-with';

const reminded = wrapupCode({ name: 'Reminded' });
const reminder = outboundCall({
  name: 'reminder',
  contactList: { name: 'Customers' },
  wrapupCode: reminded,
  startUp: () =>
    task('Remind', [
      playAudio(
        'Greet',
        exp<Audio>`ToAudioTTS(Append("Hello ", Call.Contact.FirstName, " from ", ${builtIn<string>('Call.ContactList.name')}))`,
      ),
      disconnect(),
    ]),
});
const numbers = { from: '+442079460101', to: '+33142685300' };

test('the org calls a contact, and the flow reads the values of its row', async () => {
  const org = await orgWith([reminder, reminded]);

  const call = org.dials({ flow: 'reminder', ...numbers, contact: { FirstName: 'Ada' } });
  await call.end();

  expect(call).toHaveHeard('Hello Ada from Customers');
});

test('a flow that is no outbound call flow cannot dial', async () => {
  const org = await orgWith([reminder, reminded]);

  expect(() => org.dials({ flow: 'recall', ...numbers })).toThrow("there is no outbound call flow 'recall'");
});
