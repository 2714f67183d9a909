import { localOrg, messageOf } from '../private/local-org';

const limits = '/api/v2/outbound/attemptlimits';

test('a limit of attempts is kept with its recalls', async () => {
  const org = localOrg();
  const body = {
    name: 'Daily',
    maxAttemptsPerNumber: 3,
    resetPeriod: 'TODAY',
    timeZoneId: 'Europe/Paris',
    recallEntries: { busy: { nbrAttempts: 2, minutesBetweenAttempts: 5 } },
  };
  const id = await org.create(limits, body);

  expect((await org.get(`${limits}/${id}`)).body).toMatchObject({ ...body, version: 1 });
  expect((await org.put(`${limits}/${id}`, { ...body, maxAttemptsPerNumber: 4, version: 1 })).body).toMatchObject({
    maxAttemptsPerNumber: 4,
    version: 2,
  });
});

test.each([
  [{}, /one of the two is needed/],
  [{ maxAttemptsPerContact: 0 }, /maxAttemptsPerContact is 0/],
  [{ maxAttemptsPerContact: 1, resetPeriod: 'TODAY' }, /timeZoneId is missing/],
  [{ maxAttemptsPerContact: 1, resetPeriod: 'DAYS_31' }, /resetPeriod is "DAYS_31"/],
  [{ maxAttemptsPerContact: 1, timeZoneId: 'Mars/Base' }, /there is no time zone 'Mars\/Base'/],
  [{ maxAttemptsPerContact: 1, recallEntries: { busy: { minutesBetweenAttempts: 4 } } }, /minutesBetweenAttempts is 4/],
])('what is no limit is refused: %j', async (body, message) => {
  expect(messageOf(await localOrg().post(limits, { name: 'Twice', ...body }))).toMatch(message);
});

const lists = '/api/v2/outbound/contactlists';
const customers = {
  name: 'Customers',
  columnNames: ['phone', 'mail', 'first name'],
  phoneColumns: [{ columnName: 'phone', type: 'cell' }],
};

test('a contact list is kept with its columns, and has no contacts', async () => {
  const org = localOrg();
  const id = await org.create(lists, customers);

  expect((await org.get(`${lists}/${id}`)).body).toMatchObject({ ...customers, trimWhitespace: true, version: 1 });
  expect((await org.post(`${lists}/${id}/contacts/search`, {})).body).toMatchObject({ contactsCount: 0, contacts: [] });
});

test.each([
  [{ columnNames: [] }, /columnNames is empty/],
  [{ phoneColumns: [] }, /one of them is needed/],
  [{ phoneColumns: [{ columnName: 'fax', type: 'home' }] }, /phoneColumns\[0\].columnName is 'fax'; the columns are/],
  [{ emailColumns: [{ columnName: 'e-mail', type: 'work' }] }, /emailColumns\[0\].columnName is 'e-mail'/],
  [{ phoneColumns: [{ columnName: 'phone' }] }, /type/],
])('what is no contact list is refused: %j', async (body, message) => {
  expect(messageOf(await localOrg().post(lists, { ...customers, ...body }))).toMatch(message);
});
