import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

const attribute = (name: string, value: string): string => `{ attribute: { name: { lit: ${name} }, value: ${value} } }`;

test('attributes of the customer are written in one go, as the log tells', () => {
  const org = livingOrg();
  const attributes = [
    attribute('reason', '{ lit: orders }'),
    attribute('caller', '{ exp: Call.Ani }'),
    attribute('none', '{ noValue: true }'),
  ];
  const { conversation } = callTo(org, {
    actions: [`- setParticipantData: { name: Write, attributes: [${attributes.join(', ')}] }`],
  });
  org.clock.runNow();
  const written = { reason: 'orders', caller: 'tel:+33142685300', none: '' };

  expect(org.events('attributes.written')).toMatchObject([{ attributes: written }]);
  expect(Object.fromEntries(conversation.data.of(conversation.customer.id))).toEqual(written);
});
