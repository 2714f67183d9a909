import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const users = '/api/v2/users';

describe('members of queues', () => {
  test('are found from both sides; rings change one by one or at once', async () => {
    const org = localOrg();
    const ada = await org.create(users, { name: 'Ada', email: 'ada@example.com' });
    const queue = await org.create('/api/v2/routing/queues', { name: 'Support' });
    const members = `/api/v2/routing/queues/${queue}/members`;
    await org.post(members, [{ id: ada }]);

    expect(entitiesOf(await org.get(`${users}/${ada}/queues`))).toMatchObject([{ id: queue, name: 'Support' }]);
    expect(entitiesOf(await org.patch(members, [{ id: ada, ringNumber: 3 }]))).toMatchObject([{ ringNumber: 3 }]);
    expect((await org.patch(members, [{ id: 'none', ringNumber: 3 }])).status).toBe(404);
    expect((await org.delete(`${members}/${ada}`)).status).toBe(204);
    expect(entitiesOf(await org.get(`${users}/${ada}/queues`))).toEqual([]);
  });
});

const queues = '/api/v2/routing/queues';

const codes = '/api/v2/routing/wrapupcodes';

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
