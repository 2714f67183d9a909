import { CannotSteer } from '../../../../src/emulator/runtime/conversation/cannot-steer';
import { unpublishFlow } from '../../../../src/emulator/publish/publish-flow';
import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const reminder = `outboundCall:
  name: reminder
  startUpRef: /outboundCall/tasks/task[Remind]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  tasks:
    - task:
        name: Remind
        refId: Remind
        actions:
          - playAudio: { name: Say, audio: { exp: 'ToAudioTTS(Append("We call ", Call.CalledAddress))' } }
          - setParticipantData:
              name: Note
              attributes: [{ attribute: { name: { lit: reminded }, value: { lit: 'yes' } } }]
          - disconnect: { name: Goodbye }
`;

test('an outbound call flow talks to who answers: they are the customer', () => {
  const org = livingOrg();
  org.publish(reminder);
  const { conversation } = org.runtime.calls.dial({ flow: 'reminder', to: '+33142685300', from: '+442079460101' });
  org.clock.runNow();
  expect(org.heard()).toEqual(['We call tel:+33142685300']);
  expect(conversation.customer.address).toBe('tel:+33142685300');
  expect(Object.fromEntries(conversation.data.of(conversation.customer.id))).toEqual({ reminded: 'yes' });
  const events = org.events('event.published').map(({ event }) => event);
  expect(new Set(events.flatMap(({ direction }) => direction ?? []))).toEqual(new Set(['OUTBOUND']));
});

test('only an outbound call flow dials', () => {
  const org = livingOrg();
  org.publish(workflowYaml('count'));
  const dial = (flow: string) => () => org.runtime.calls.dial({ flow, to: '+33142685300', from: '+442079460101' });
  expect(dial('count')).toThrow(new CannotSteer("there is no outbound call flow 'count': it is of type WORKFLOW"));
  expect(dial('none')).toThrow("there is no outbound call flow 'none'");
});

test('a flow of another type may have the same name', () => {
  const org = livingOrg();
  org.publish(workflowYaml('reminder'));
  org.publish(reminder);
  org.runtime.calls.dial({ flow: 'reminder', to: '+33142685300', from: '+442079460101' });
  expect(org.events('flow.started')).toMatchObject([{ flow: 'reminder', kind: 'outboundCall' }]);
});

test('an outbound call flow that is not published dials nobody', () => {
  const org = livingOrg();
  unpublishFlow(org.org, org.publish(reminder));
  expect(() => org.runtime.calls.dial({ flow: 'reminder', to: '+33142685300', from: '+442079460101' })).toThrow(
    new CannotSteer("the outbound call flow 'reminder' is not published"),
  );
});

describe('a contact', () => {
  const said = `Append(Call.Contact.FirstName, " ", Call.Contact.LASTNAME, " of ", Call.ContactList.name, " by ", Call.Campaign.name)`;
  const flow = (expression: string): string =>
    reminder
      .replace(`'ToAudioTTS(Append("We call ", Call.CalledAddress))'`, `'ToAudioTTS(${expression})'`)
      .replace(
        '  settingsError',
        '  settingsOutboundCall: { contactList: { lit: { name: Customers } } }\n  settingsError',
      );
  const call = { flow: 'reminder', to: '+33142685300', from: '+442079460101' };
  const orgWithList = () => {
    const org = livingOrg();
    org.put('contactList', { name: 'Customers', columnNames: ['phone'], version: 1 });
    return org;
  };

  test('has the values of its row, its list and its campaign', () => {
    const org = orgWithList();
    org.publish(flow(said));

    org.runtime.calls.dial({ ...call, contact: { FirstName: 'Ada', LastName: 'Byron' }, campaign: 'Autumn' });
    org.clock.runNow();

    expect(org.heard()).toEqual(['Ada Byron of Customers by Autumn']);
  });

  test.each([
    ['a column that the row does not have', 'If(IsNotSetOrEmpty(Call.Contact.Phone), "none", "some")', 'none'],
    ['the id of the row', 'Call.ContactId', 'row 7'],
  ])('%s', (_, expression, heard) => {
    const org = orgWithList();
    org.publish(flow(expression));

    org.runtime.calls.dial({ ...call, contact: { FirstName: 'Ada' }, contactId: 'row 7' });
    org.clock.runNow();

    expect(org.heard()).toEqual([heard]);
  });

  test('is NOT_SET in a call that nobody gave one', () => {
    const org = orgWithList();
    org.publish(flow('If(IsNotSetOrEmpty(Call.ContactId), "nobody", "somebody")'));

    org.runtime.calls.dial(call);
    org.clock.runNow();

    expect(org.heard()).toEqual(['nobody']);
  });
});
