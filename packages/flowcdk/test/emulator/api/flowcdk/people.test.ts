import { localOrg, messageOf } from '../../private/local-org';

const people = '/flowcdk/people';

test('a person is known by the number, with or without its scheme, or by the address in any case', async () => {
  const org = localOrg();
  await org.put(`${people}/tel:%2B33142685300`, { optedOut: true });
  await org.put(`${people}/Ada@Example.org`, { messages: 'undelivered' });

  expect((await org.get(`${people}/%2B33142685300`)).body).toEqual({ id: '+33142685300', optedOut: true });
  expect((await org.get(`${people}/ada@example.org`)).body).toEqual({ id: 'ada@example.org', messages: 'undelivered' });
  expect((await org.get(people)).body).toMatchObject({ total: 2 });
});

test('what is said replaces what was said before, and begins with the first call again', async () => {
  const org = localOrg();
  const { people: known } = org.runtime;
  await org.put(`${people}/%2B33142685300`, { calls: [{ busy: true }, { answersAfter: 1_000 }] });
  expect([1, 2, 3].map(() => known.takeCall('tel:+33142685300'))).toEqual([
    { busy: true },
    { answersAfter: 1_000 },
    { answersAfter: 1_000 },
  ]);
  await org.put(`${people}/%2B33142685300`, { calls: [{ busy: true }, {}] });

  expect(known.takeCall('+33142685300')).toEqual({ busy: true });
  expect(known.takeCall('+442079460999')).toEqual({ answersAfter: 5_000 });
});

test.each([
  [{ opted: true }, 'there is no field "opted"'],
  [{ calls: [{ busy: 'often' }] }, 'calls[0].busy is "often"; expected true or false'],
  [{ calls: [{ answers: 5 }] }, 'there is no field "calls[0].answers"'],
  [{ messages: 'lost' }, 'messages is "lost"; expected one of rejected, undelivered'],
])('%j is refused', async (body, message) => {
  const answer = await localOrg().put(`${people}/%2B33142685300`, body);

  expect(answer.status).toBe(400);
  expect(messageOf(answer)).toContain(message);
});
