import { called } from '../private/queue-routing';

test('an external tag is what Call.ExternalTag gives back', () => {
  const { org } = called(`          - setExternalTag: { name: Tag, externalTag: { lit: order-17 } }
          - setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: way }, value: { exp: Call.ExternalTag } } }] }`);
  expect(org.events('attributes.written')).toMatchObject([{ attributes: { way: 'order-17' } }]);
});
