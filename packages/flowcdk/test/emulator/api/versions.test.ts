import { workflowYaml } from '../private/flows';
import { localOrg, messageOf } from '../private/local-org';

const schedule = {
  name: 'Weekdays',
  start: '2026-01-05T08:00:00.000000',
  end: '2026-01-05T18:00:00.000000',
  rrule: 'FREQ=DAILY;INTERVAL=1',
};

/** Everything whose versions count, where a change may leave its version out. */
test.each([
  ['schedule', '/api/v2/architect/schedules', schedule, 'put'],
  ['schedule group', '/api/v2/architect/schedulegroups', { name: 'Hours' }, 'put'],
  ['emergency group', '/api/v2/architect/emergencygroups', { name: 'Fire' }, 'put'],
  ['call route (IVR)', '/api/v2/architect/ivrs', { name: 'Line' }, 'put'],
  ['group', '/api/v2/groups', { name: 'Managers' }, 'put'],
  ['user', '/api/v2/users', { name: 'Ada', email: 'ada@example.com' }, 'patch'],
] as const)('a change of an old version of a %s is 409 and changes nothing', async (called, path, body, change) => {
  const org = localOrg();
  const id = await org.create(path, body);
  expect((await org[change](`${path}/${id}`, { ...body, name: 'Second', version: 1 })).status).toBe(200);

  const late = await org[change](`${path}/${id}`, { ...body, name: 'Late', version: 1 });

  expect(late.status).toBe(409);
  expect(messageOf(late)).toBe(`The version 1 of the ${called} does not match the current version 2.`);
  expect((await org.get(`${path}/${id}`)).body).toMatchObject({ name: 'Second', version: 2 });
  expect((await org[change](`${path}/${id}`, { ...body, name: 'Third' })).body).toMatchObject({ version: 3 });
});

/** Where a change has to name its version. Integrations and data actions have tests of their own for it. */
test.each([
  ['location', '/api/v2/locations', { name: 'Room' }, 'patch'],
  [
    'trigger',
    '/api/v2/processautomation/triggers',
    { name: 'Ended', topicName: 'v2.detail.events.conversation.{id}.customer.end', enabled: true },
    'put',
  ],
] as const)('a change of a %s that names no version is 409', async (called, path, body, change) => {
  const org = localOrg();
  const { flow } = await org.publish(workflowYaml('Report'));
  const target = called === 'trigger' ? { target: { type: 'Workflow', id: flow?.id } } : {};
  const id = await org.create(path, { ...body, ...target });

  const answer = await org[change](`${path}/${id}`, { ...body, ...target });

  expect(answer.status).toBe(409);
  expect(messageOf(answer)).toBe(`The version (none) of the ${called} does not match the current version 1.`);
});
