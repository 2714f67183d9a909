import { callFlowYaml } from '../private/flows';
import { localOrg } from '../private/local-org';
import { schedule } from './private/inhabited';

const warningOf = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): unknown =>
  headers['flowcdk-warning'];

describe('query parameters', () => {
  test.each([
    ['/api/v2/routing/queues?pageSize=5&name=S*', undefined],
    ['/api/v2/routing/queues?sortOrder=desc', "the query parameter 'sortOrder' has no effect in the local org"],
    ['/api/v2/routing/queues?sortOrder=&expand=false', undefined],
    ['/api/v2/organizations/me?colour=red', "the query parameter 'colour' has no effect in the local org"],
    ['/api/v2/flows/datatables?expand=schema,rows', 'expand=rows has no effect in the local org; it can expand schema'],
  ])('%s', async (url, warning) => {
    const org = localOrg();
    await org.post('/api/v2/flows/datatables', {
      name: 'Shops',
      schema: { type: 'object', properties: { key: { type: 'string' } } },
    });

    const answer = await org.get(url);

    expect([answer.status, warningOf(answer)]).toEqual([200, warning]);
  });

  test('the log of requests tells the same', async () => {
    const warnings: unknown[] = [];
    const org = localOrg({ onAnswer: (answered) => warnings.push(answered.warnings) });
    await org.get('/api/v2/routing/queues?sortOrder=desc');
    await org.get('/api/v2/routing/queues');

    expect(warnings).toEqual([["the query parameter 'sortOrder' has no effect in the local org"], undefined]);
  });

  test('a warning is a header whatever it repeats, and not long', async () => {
    const answer = await localOrg().get(
      `/api/v2/routing/queues?${encodeURIComponent('日本\r\nx: y')}=1&${'a'.repeat(5_000)}=1`,
    );

    expect(warningOf(answer)).toMatch(/^the query parameter '\?\?\?\?x: y' has no effect/);
    expect(String(warningOf(answer)).length).toBe(2_000);
  });
});

describe('expand of users', () => {
  test('the roles of a user and of their groups, their groups, presence and routing status', async () => {
    const org = localOrg();
    const role = await org.create('/api/v2/authorization/roles', { name: 'Launcher', permissions: ['group_view'] });
    const other = await org.create('/api/v2/authorization/roles', { name: 'Reader' });
    const id = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
    const group = await org.create('/api/v2/groups', { name: 'Agents' });
    await org.post(`/api/v2/groups/${group}/members`, { memberIds: [id], version: 1 });
    const grant = (roleId: string) => ({ grants: [{ roleId, divisionId: '*' }] });
    await org.post(`/api/v2/authorization/subjects/${id}/bulkadd`, grant(role));
    await org.post(`/api/v2/authorization/subjects/${group}/bulkadd`, grant(other));

    const answer = await org.get(`/api/v2/users/${id}?expand=authorization,groups,presence,routingStatus,station`);

    expect(answer.body).toMatchObject({
      authorization: {
        roles: [
          { id: role, name: 'Launcher' },
          { id: other, name: 'Reader' },
        ],
        permissions: ['group_view'],
      },
      groups: [{ id: group, name: 'Agents' }],
      presence: { presenceDefinition: { systemPresence: 'Offline' } },
      routingStatus: { userId: id, status: 'OFF_QUEUE' },
    });
    expect(warningOf(answer)).toMatch(/^expand=station has no effect/);
    expect((await org.get(`/api/v2/users/${id}`)).body).not.toHaveProperty('authorization');
  });
});

test('a schedule that begins on no day of its rule is moved, and the answer says so', async () => {
  const answer = await localOrg().post('/api/v2/architect/schedules', { ...schedule, rrule: 'FREQ=WEEKLY;BYDAY=WE' });

  expect(warningOf(answer)).toBe(
    'start: 2026-01-05 is no day of the rule FREQ=WEEKLY;BYDAY=WE; the schedule begins on 2026-01-07T08:00:00.000000',
  );
});

test('what a flow names is let go with a warning that names the flow', async () => {
  const org = localOrg();
  const group = await org.create('/api/v2/architect/emergencygroups', { name: 'Fire', enabled: true });
  await org.create('/api/v2/architect/schedules', schedule);
  await org.create('/api/v2/architect/schedulegroups', { name: 'Hours' });
  const evaluate = `          - evaluateScheduleGroup:
              name: Open?
              evaluate: { now: true }
              scheduleGroup: { lit: { name: Hours } }
              emergencyGroup: { lit: { name: Fire } }`;
  expect((await org.publish(callFlowYaml('Reception', evaluate))).messages).toEqual([]);

  const answer = await org.delete(`/api/v2/architect/emergencygroups/${group}`);

  expect([answer.status, warningOf(answer)]).toEqual([
    200,
    "flows still name the deleted emergency group and fail where they come to it: 'Reception'",
  ]);
});
