import { callFlowYaml, workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, type LocalOrg, messageOf } from '../private/local-org';

const ivrs = '/api/v2/architect/ivrs';

const pools = '/api/v2/telephony/providers/edges/didpools';

describe('call routes', () => {
  const flow = async (org: LocalOrg) => ({ id: (await org.publish(callFlowYaml('Reception'))).flow?.id });
  const number = '+442079460101';

  test('have numbers of the pools', async () => {
    const org = localOrg();
    const id = await org.create(ivrs, { name: 'Line', dnis: [number], openHoursFlow: await flow(org) });

    expect((await org.get(`${ivrs}/${id}`)).body).toMatchObject({ dnis: [number], version: 1 });
    expect(
      entitiesOf(await org.get('/api/v2/telephony/providers/edges/dids?phoneNumber=%2B442079460101')),
    ).toMatchObject([{ phoneNumber: number, owner: { id, name: 'Line' } }]);
  });

  test('a number belongs to one of them', async () => {
    const org = localOrg();
    await org.create(ivrs, { name: 'Line', dnis: [number] });

    expect(await org.post(ivrs, { name: 'Other line', dnis: [number] })).toMatchObject({
      status: 422,
      body: { message: `dnis: the number ${number} belongs to the call route 'Line' already` },
    });
  });

  test('a number of no pool is refused, with the pools there are', async () => {
    const answer = await localOrg().post(ivrs, { name: 'Line', dnis: ['+4930123456'] });

    expect(answer.status).toBe(422);
    expect(messageOf(answer)).toMatch(/lies in no DID pool of this organisation \(\+442079460000 to \+442079460999, /);
  });

  test('only inbound call flows answer calls', async () => {
    const org = localOrg();
    const { flow: workflow } = await org.publish(workflowYaml('Report'));

    expect(messageOf(await org.post(ivrs, { name: 'Line', openHoursFlow: { id: workflow?.id } }))).toBe(
      'openHoursFlow: a call route needs an inbound call flow, not a flow of type WORKFLOW',
    );
  });

  test('closed hours need a schedule group', async () => {
    const org = localOrg();

    expect(messageOf(await org.post(ivrs, { name: 'Line', closedHoursFlow: await flow(org) }))).toContain(
      'schedule group',
    );
  });
});

describe('DID pools', () => {
  const pool = { startPhoneNumber: '+33199110000', endPhoneNumber: '+33199110009' };

  test('do not overlap', async () => {
    const org = localOrg();
    await org.create(pools, pool);

    expect((await org.post(pools, { ...pool, endPhoneNumber: '+33199110004' })).status).toBe(409);
  });

  test('stay while a number of theirs is in use', async () => {
    const org = localOrg();
    const id = await org.create(pools, pool);
    const route = await org.create(ivrs, { name: 'Line', dnis: ['+33199110003'] });

    expect((await org.delete(`${pools}/${id}`)).status).toBe(409);
    await org.delete(`${ivrs}/${route}`);
    expect((await org.delete(`${pools}/${id}`)).status).toBe(204);
  });

  test.each([
    [{ startPhoneNumber: '0199' }, /is no number in E.164/],
    [{ endPhoneNumber: '+33199100000' }, /ends before it starts/],
    [{ endPhoneNumber: '+33299110000' }, /at most 100000 numbers/],
  ])('what is none is refused: %j', async (wrong, message) => {
    expect(messageOf(await localOrg().post(pools, { ...pool, ...wrong }))).toMatch(message);
  });
});

describe('numbers', () => {
  const edges = '/api/v2/telephony/providers/edges';

  test('of pools are listed assigned or not, by part and by pool', async () => {
    const org = localOrg();
    const pool = await org.create(`${edges}/didpools`, {
      startPhoneNumber: '+33199110000',
      endPhoneNumber: '+33199110002',
    });
    await org.create('/api/v2/architect/ivrs', { name: 'Line', dnis: ['+33199110001'] });
    const listed = async (query: string) =>
      entitiesOf(await org.get(`${edges}/didpools/dids?${query}`)).map(({ number, assigned }) => [number, assigned]);

    expect(await listed(`type=ASSIGNED_AND_UNASSIGNED&id=${pool}`)).toEqual([
      ['+33199110000', false],
      ['+33199110001', true],
      ['+33199110002', false],
    ]);
    expect(await listed(`type=UNASSIGNED&numberMatch=3319911000`)).toEqual([
      ['+33199110000', false],
      ['+33199110002', false],
    ]);
    expect(messageOf(await org.get(`${edges}/didpools/dids`))).toBe(
      "type: '' is none of ASSIGNED_AND_UNASSIGNED, UNASSIGNED",
    );
  });

  test('one is read by its id', async () => {
    const org = localOrg();
    const [number] = entitiesOf(await org.get(`${edges}/dids?phoneNumber=%2B442079460101`));

    expect((await org.get(String(number?.['selfUri']))).body).toEqual(number);
  });
});
