import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const contacts = '/api/v2/externalcontacts/contacts';
const lookup = '/api/v2/externalcontacts/identifierlookup';

/** An org that knows Ada Byron and Grace Hopper. */
async function withContacts() {
  const org = localOrg();
  const ada = await org.create(contacts, {
    firstName: ' Ada ',
    lastName: 'Byron',
    cellPhone: { display: '+33 (1) 42-68-53-00' },
    workEmail: 'Ada@Example.org',
    externalIds: [{ externalSource: { id: 'crm' }, value: '4711' }],
    whatsAppId: { phoneNumber: { display: '+33142685300' } },
  });
  const grace = await org.create(contacts, {
    firstName: 'Grace',
    lastName: 'Hopper',
    homePhone: { display: 'unknown' },
  });
  return { org, ada, grace };
}

const namesOf = (answer: Parameters<typeof entitiesOf>[0]) => entitiesOf(answer).map(({ firstName }) => firstName);

test('names are trimmed, and a number is kept as it was typed and in E.164', async () => {
  const { org, ada, grace } = await withContacts();

  expect((await org.get(`${contacts}/${ada}`)).body).toMatchObject({
    firstName: 'Ada',
    cellPhone: { userInput: '+33 (1) 42-68-53-00', display: '+33142685300', e164: '+33142685300' },
    type: 'Curated',
    createDate: '2026-11-21T08:00:00.000Z',
    modifyDate: '2026-11-21T08:00:00.000Z',
  });
  expect((await org.get(`${contacts}/${grace}`)).body).toMatchObject({ homePhone: { display: 'unknown' } });
  expect((await org.get(`${contacts}/${grace}`)).body).not.toHaveProperty('homePhone.e164');
});

test('a change keeps when the contact was made, and replaces the rest', async () => {
  const { org, ada } = await withContacts();
  org.wait(60_000);
  const { body } = await org.put(`${contacts}/${ada}`, { firstName: 'Ada', lastName: 'Lovelace' });

  expect(body).toMatchObject({ createDate: '2026-11-21T08:00:00.000Z', lastName: 'Lovelace' });
  expect(body).not.toHaveProperty('workEmail');
});

test.each([
  ['', ['Ada', 'Grace']],
  ['q=byr', ['Ada']],
  ['q=ada%20byron', ['Ada']],
  ['q=%2B33142685300', ['Ada']],
  ['q=EXAMPLE.ORG', ['Ada']],
  ['q=nobody', []],
  ['sortOrder=firstName:desc', ['Grace', 'Ada']],
  ['pageSize=1&pageNumber=2', ['Grace']],
  ['divisionIds=none', []],
])('the list with ?%s', async (query, names) => {
  const { org } = await withContacts();

  expect(namesOf(await org.get(`${contacts}?${query}`))).toEqual(names);
});

test.each([
  ['sortOrder=age', /sortOrder: 'age' is no order such as firstName:asc/],
  ['pageSize=100&pageNumber=11', /their product is 1100; it is at most 1000/],
])('a list that the platform would refuse is refused: %s', async (query, message) => {
  const { org } = await withContacts();

  expect(messageOf(await org.get(`${contacts}?${query}`))).toMatch(message);
});

test.each([
  [{ type: 'Phone', value: '+33142685300' }, 200],
  [{ type: 'Phone', value: '+33 1 42 68 53 00' }, 200],
  [{ type: 'Email', value: 'ada@example.org' }, 200],
  [{ type: 'SocialWhatsapp', value: '+33142685300' }, 200],
  [{ type: 'ExternalId', value: '4711' }, 200],
  [{ type: 'ExternalId', value: '4711', externalSource: { id: 'crm' } }, 200],
  [{ type: 'ExternalId', value: '4711', externalSource: { id: 'other' } }, 404],
  [{ type: 'Cookie', value: '4711' }, 404],
  [{ type: 'Phone', value: '+33142685399' }, 404],
  [{ type: 'Telephone', value: '+33142685300' }, 400],
])('a contact is found by what identifies it: %j answers %i', async (identifier, status) => {
  const { org, ada } = await withContacts();
  const answers = await Promise.all(['', '/contacts'].map((end) => org.post(`${lookup}${end}`, identifier)));

  expect(answers).toMatchObject([{ status }, { status }]);
  if (status === 200) expect(answers[0]?.body).toMatchObject({ id: ada });
});

test('contacts are found by their number or address alone', async () => {
  const { org, ada } = await withContacts();
  const path = '/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=';

  expect((await org.get(`${path}ada@example.org`)).body).toMatchObject({ contacts: [{ id: ada }] });
  expect((await org.get(`${path}${encodeURIComponent('+33142685399')}`)).body).toEqual({ contacts: [] });
});

test.each([
  [{ workEmail: 'nobody' }, /workEmail is "nobody"; expected an e-mail address/],
  [{ address: { city: 'x'.repeat(101) } }, /address\.city is/],
  [{ externalIds: [{ externalSource: 'crm' }] }, /externalIds\[0\]\.value is missing/],
])('what no contact can have is refused: %j', async (body, message) => {
  expect(messageOf(await localOrg().post(contacts, body))).toMatch(message);
});
