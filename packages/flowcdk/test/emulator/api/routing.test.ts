import { callFlowYaml, workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, type LocalOrg, messageOf } from '../private/local-org';

const queues = '/api/v2/routing/queues';
const codes = '/api/v2/routing/wrapupcodes';
const ivrs = '/api/v2/architect/ivrs';
const pools = '/api/v2/telephony/providers/edges/didpools';
const schedules = '/api/v2/architect/schedules';
const groups = '/api/v2/architect/schedulegroups';

const schedule = { name: 'Open', start: '2026-01-05T08:00:00.000000', end: '2026-01-05T18:00:00.000000' };

describe('queues', () => {
  test('with nested values that the platform does not know are refused, with all that is wrong', async () => {
    const org = localOrg();
    const mediaSettings = {
      call: { alertingTimeoutSeconds: 1, serviceLevel: { percentage: 8, durationMs: 20_000 } },
      callback: { mode: '' },
    };

    const answer = await org.post(queues, { name: 'Support', mediaSettings });

    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toBe(
      'mediaSettings.call.alertingTimeoutSeconds is 1; expected a whole number of at least 7; ' +
        'mediaSettings.call.serviceLevel.percentage is 8; expected a number from 0 to 1; ' +
        'mediaSettings.callback.mode is ""; expected one of AgentFirst, CustomerFirst',
    );
    expect(org.org.all('queue')).toEqual([]);
  });

  test('keep text that is exactly a number or a boolean as what it says', async () => {
    const org = localOrg();
    const queue = await org.create(queues, {
      name: 'Support',
      enableTranscription: 'true',
      acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: '60000' },
    });

    expect(org.org.get('queue', queue)).toMatchObject({
      enableTranscription: true,
      acwSettings: { timeoutMs: 60_000 },
    });
  });

  test('have wrap-up codes, each once', async () => {
    const org = localOrg();
    const queue = await org.create(queues, { name: 'Support' });
    const code = await org.create(codes, { name: 'Solved' });

    await org.post(`${queues}/${queue}/wrapupcodes`, [{ id: code }, { id: code }]);

    expect(entitiesOf(await org.get(`${queues}/${queue}/wrapupcodes`))).toMatchObject([{ id: code, name: 'Solved' }]);
    expect((await org.delete(`${queues}/${queue}/wrapupcodes/${code}`)).status).toBe(204);
    expect((await org.delete(`${queues}/${queue}/wrapupcodes/${code}`)).status).toBe(404);
  });

  test('forget a wrap-up code that is deleted', async () => {
    const org = localOrg();
    const queue = await org.create(queues, { name: 'Support' });
    const code = await org.create(codes, { name: 'Solved' });
    await org.post(`${queues}/${queue}/wrapupcodes`, [{ id: code }]);

    await org.delete(`${codes}/${code}`);

    expect(entitiesOf(await org.get(`${queues}/${queue}/wrapupcodes`))).toEqual([]);
  });

  test('have members, and those of groups are not mixed with them', async () => {
    const org = localOrg();
    const queue = await org.create(queues, { name: 'Support' });
    const user = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });

    await org.post(`${queues}/${queue}/members?delete=false`, [{ id: user }]);
    await org.patch(`${queues}/${queue}/members/${user}`, { id: user, ringNumber: 3 });

    expect(entitiesOf(await org.get(`${queues}/${queue}/members?memberBy=user`))).toMatchObject([
      { id: user, name: 'Ada', ringNumber: 3 },
    ]);
    expect(entitiesOf(await org.get(`${queues}/${queue}/members?memberBy=group`))).toEqual([]);
    expect((await org.get(`${queues}/${queue}`)).body).toMatchObject({ memberCount: 1 });

    await org.post(`${queues}/${queue}/members?delete=true`, [{ id: user }]);
    expect(entitiesOf(await org.get(`${queues}/${queue}/members`))).toEqual([]);
  });

  test('have the members of their groups, and the owners of those that count them', async () => {
    const org = localOrg();
    const [ada, ben, cid] = await Promise.all(
      ['ada', 'ben', 'cid'].map((name) => org.create('/api/v2/users', { name, email: `${name}@example.com` })),
    );
    const [open, closed] = [
      await org.create('/api/v2/groups', { name: 'Open', ownerIds: [ben] }),
      await org.create('/api/v2/groups', { name: 'Closed', ownerIds: [cid], includeOwners: false }),
    ];
    await org.post(`/api/v2/groups/${open}/members`, { memberIds: [ada], version: 1 });
    const memberGroups = [open, closed].map((id) => ({ id, type: 'GROUP' }));
    const queue = await org.create(queues, { name: 'Support', memberGroups });
    const byGroup = entitiesOf(await org.get(`${queues}/${queue}/members?memberBy=group`));

    expect(byGroup.map(({ id, memberBy }) => [id, memberBy])).toEqual([
      [ada, 'group'],
      [ben, 'group'],
    ]);
    expect(entitiesOf(await org.get(`${queues}/${queue}/members?memberBy=user`))).toEqual([]);
    expect((await org.get(`${queues}/${queue}`)).body).toMatchObject({ memberCount: 2 });
  });

  test('keep members and codes when they are changed', async () => {
    const org = localOrg();
    const queue = await org.create(queues, { name: 'Support', description: 'old' });
    const code = await org.create(codes, { name: 'Solved' });
    await org.post(`${queues}/${queue}/wrapupcodes`, [{ id: code }]);

    const { body } = await org.put(`${queues}/${queue}`, { name: 'Support' });

    expect(body).not.toHaveProperty('description');
    expect(entitiesOf(await org.get(`${queues}/${queue}/wrapupcodes`))).toHaveLength(1);
  });

  test('a name is taken once', async () => {
    const org = localOrg();
    await org.create(queues, { name: 'Support' });

    expect((await org.post(queues, { name: 'Support' })).status).toBe(409);
  });

  test.each([
    [{ acwSettings: { wrapupPrompt: 'MAYBE' } }, /^acwSettings.wrapupPrompt is "MAYBE"; expected one of MANDATORY/],
    [{ queueFlow: { id: 'none' } }, 'queueFlow.id: there is no flow with the id none'],
  ])('what they cannot have is refused: %j', async (wrong, message) => {
    expect(messageOf(await localOrg().post(queues, { name: 'Support', ...wrong }))).toMatch(message);
  });
});

describe('schedules', () => {
  test('one that a group uses is not deleted', async () => {
    const org = localOrg();
    const id = await org.create(schedules, schedule);
    const group = await org.create(groups, { name: 'Hours', openSchedules: [{ id }], timeZone: 'Europe/Paris' });

    expect((await org.delete(`${schedules}/${id}`)).status).toBe(409);
    await org.delete(`${groups}/${group}`);
    expect((await org.delete(`${schedules}/${id}`)).status).toBe(200);
  });

  test.each([
    [{ start: 'today' }, "start: 'today' is no local time such as 2026-01-05T08:00:00.000000"],
    [{ end: '2026-01-05T07:00:00.000000' }, /is not after start/],
    [{ rrule: 'every day' }, /is no iCalendar rule/],
    [{ rrule: 'FREQ=HOURLY' }, /^rrule: the rule .* cannot be followed: FREQ=HOURLY is not emulated/],
    [{ rrule: 'FREQ=WEEKLY;BYDAY=MONDAY' }, /'MONDAY' is no day of the week/],
    [{ rrule: 'FREQ=YEARLY;BYWEEKNO=20' }, /BYWEEKNO is not emulated/],
  ])('what is none is refused: %j', async (wrong, message) => {
    expect(messageOf(await localOrg().post(schedules, { ...schedule, ...wrong }))).toMatch(message);
  });

  test('a time zone is one that exists', async () => {
    expect(messageOf(await localOrg().post(groups, { name: 'Hours', timeZone: 'Europe/Nowhere' }))).toBe(
      "timeZone: there is no time zone 'Europe/Nowhere'",
    );
  });
});

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
