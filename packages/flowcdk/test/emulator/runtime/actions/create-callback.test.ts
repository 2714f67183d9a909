import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

describe('Create Callback', () => {
  const create = (number: string): string =>
    `- createCallback: { name: Back, callbackNumber: { exp: '${number}' }, queue: { lit: { name: Support } }, calleeName: { lit: Ada }, ` +
    'callbackScript: { Callback: { inputs: { reason: { lit: orders } } } } }';
  const creating = (number: string) => {
    const org = livingOrg();
    const queue = org.put('queue', { name: 'Support' });
    callTo(org, { variables: ['number'], actions: [create(number)] });
    org.clock.runNow();
    return { org, queue };
  };

  test('it waits in the queue, with what the agent is to know', () => {
    const { org, queue } = creating('ToPhoneNumber("+33142685300")');
    expect(org.org.all('callback')).toMatchObject([
      {
        queueId: queue.id,
        callbackNumbers: ['tel:+33142685300'],
        callbackUserName: 'Ada',
        script: { script: 'Callback', inputs: { reason: 'orders' } },
      },
    ]);
    expect(org.events('callback.created')).toMatchObject([{ queue: 'Support', phoneNumber: 'tel:+33142685300' }]);
  });

  test.each(['ToPhoneNumber(Flow.number)', 'ToPhoneNumber("anonymous")'])(
    'without a number that can be called the flow breaks: %s',
    (number) => {
      const { org } = creating(number);
      expect(org.org.all('callback')).toEqual([]);
      expect(org.events('flow.ended')).toMatchObject([{ reason: 'error' }]);
    },
  );
});
