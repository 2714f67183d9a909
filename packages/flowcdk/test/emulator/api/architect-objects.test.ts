import { callFlowYaml, workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, type LocalOrg, messageOf } from '../private/local-org';
import { schedule, tableSchema } from './private/inhabited';

describe('what a published flow names is not deleted', () => {
  const evaluate = (group: string) => `          - evaluateScheduleGroup:
              name: Open?
              evaluate:
                now: true
              scheduleGroup:
                lit:
                  name: Hours
              emergencyGroup:
                ${group}`;
  const milestone = `          - addFlowMilestone:
              name: Reached
              flowMilestone:
                name: Halfway`;

  test.each([
    [
      'schedule group',
      async (org: LocalOrg) => {
        const path = '/api/v2/architect/schedulegroups';
        const id = await org.create(path, { name: 'Hours' });
        await org.publish(callFlowYaml('Reception', evaluate('noValue: true')));
        return `${path}/${id}`;
      },
    ],
    [
      'emergency group',
      async (org: LocalOrg) => {
        await org.create('/api/v2/architect/schedulegroups', { name: 'Hours' });
        const path = '/api/v2/architect/emergencygroups';
        const id = await org.create(path, { name: 'Fire' });
        await org.publish(callFlowYaml('Reception', evaluate('lit:\n                  name: Fire')));
        return `${path}/${id}`;
      },
    ],
    [
      'milestone',
      async (org: LocalOrg) => {
        const path = '/api/v2/flows/milestones';
        const id = await org.create(path, { name: 'Halfway' });
        await org.publish(workflowYaml('Reception', milestone));
        return `${path}/${id}`;
      },
    ],
  ])('%s', async (_, prepare) => {
    const org = localOrg();
    const thing = await prepare(org);

    expect(await org.delete(thing)).toMatchObject({ status: 409 });
    expect(messageOf(await org.delete(thing))).toContain("flow 'Reception'");
    const [flow] = entitiesOf(await org.get('/api/v2/flows'));
    await org.delete(`/api/v2/flows/${String(flow?.['id'])}`);
    expect((await org.delete(thing)).status).toBeLessThan(300);
  });

  test('a data table only by force', async () => {
    const org = localOrg();
    const tables = '/api/v2/flows/datatables';
    const id = await org.create(tables, { name: 'Shops', schema: tableSchema });
    const lookup = `          - dataTableLookup:
              name: Look up
              lookupValue:
                lit: paris
              dataTable:
                Shops:
                  foundOutputs:
                    open:
                      noValue: true`;
    expect((await org.publish(workflowYaml('Ask', lookup))).messages).toEqual([]);

    expect(messageOf(await org.delete(`${tables}/${id}`))).toBe(
      "The data table 'Shops' is in use and cannot be deleted: flow 'Ask'. Delete it with force=true.",
    );
    expect((await org.delete(`${tables}/${id}?force=true`)).status).toBe(204);
  });
});

describe('emergency groups', () => {
  const groups = '/api/v2/architect/emergencygroups';

  test('lead call routes to flows, which stay while they do', async () => {
    const org = localOrg();
    const flow = { id: (await org.publish(callFlowYaml('Closed'))).flow?.id };
    const ivr = await org.create('/api/v2/architect/ivrs', { name: 'Line' });
    const id = await org.create(groups, {
      name: 'Fire',
      enabled: false,
      emergencyCallFlows: [{ emergencyFlow: flow, ivrs: [{ id: ivr }] }],
    });

    expect((await org.delete(`/api/v2/flows/${flow.id}`)).status).toBe(409);
    expect((await org.delete(`/api/v2/architect/ivrs/${ivr}`)).status).toBe(409);
    expect((await org.put(`${groups}/${id}`, { name: 'Fire', enabled: true })).body).toMatchObject({
      enabled: true,
      version: 2,
    });
    expect((await org.delete(`/api/v2/flows/${flow.id}`)).status).toBe(204);
  });

  test('name what is there', async () => {
    expect(
      messageOf(
        await localOrg().post(groups, {
          name: 'Fire',
          emergencyCallFlows: [{ emergencyFlow: { id: 'a' }, ivrs: [{ id: 'b' }] }],
        }),
      ),
    ).toBe(
      'emergencyCallFlows[0].emergencyFlow.id: there is no flow with the id a; ' +
        'emergencyCallFlows[0].ivrs[0].id: there is no call route (IVR) with the id b',
    );
  });
});

describe('log levels', () => {
  const all = '/api/v2/flows/instances/settings/loglevels';
  const level = (name: string) => ({ logLevelCharacteristics: { level: name } });

  test('flows without one of their own have that of the org, which can be changed and brought back', async () => {
    const org = localOrg();

    expect((await org.get(`${all}/default`)).body).toMatchObject(level('Base'));
    await org.put(`${all}/default`, level('All'));
    expect((await org.get(`${all}/default`)).body).toMatchObject(level('All'));
    expect(entitiesOf(await org.get(all))).toEqual([]);
    await org.delete(`${all}/default`);
    expect((await org.get(`${all}/default`)).body).toMatchObject(level('Base'));
  });

  test('those of flows are listed with the name of the flow', async () => {
    const org = localOrg();
    const id = (await org.publish(workflowYaml('Report'))).flow?.id;
    await org.post(`/api/v2/flows/${id}/instances/settings/loglevels`, level('Notes'));

    expect(entitiesOf(await org.get(all))).toMatchObject([{ name: 'Report', type: 'WORKFLOW', ...level('Notes') }]);
  });

  test('an unknown level is refused, with those there are', async () => {
    expect(messageOf(await localOrg().put(`${all}/default`, level('Loud')))).toBe(
      'logLevelCharacteristics.level is "Loud"; expected one of Unknown, Disabled, Base, Notes, VerboseNotes, All',
    );
  });
});

describe('audio of prompts', () => {
  const prompts = '/api/v2/architect/prompts';

  test('is uploaded where the org says, counts as transcoded, and can be taken away', async () => {
    const org = localOrg();
    const id = await org.create(prompts, { name: 'Welcome' });
    await org.post(`${prompts}/${id}/resources`, { language: 'en-us', ttsString: 'Welcome' });
    const english = `${prompts}/${id}/resources/en-us`;
    const { url } = (await org.post(`${english}/uploads`)).body as { readonly url: string };

    expect((await org.send('PUT', new URL(url).pathname, 'RIFF', {})).status).toBe(200);
    expect(entitiesOf(await org.get(`${prompts}/${id}/resources`))).toMatchObject([
      { language: 'en-us', uploadStatus: 'transcoded' },
    ]);
    await org.delete(`${english}/audio`);
    expect((await org.get(english)).body).toMatchObject({ uploadStatus: 'created', ttsString: 'Welcome' });
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

test('a schedule a flow looks at stays', async () => {
  const org = localOrg();
  const id = await org.create('/api/v2/architect/schedules', schedule);
  const evaluate = `          - evaluateSchedule:
              name: Open?
              evaluate:
                now: true
              schedule:
                lit:
                  name: Weekdays`;
  expect((await org.publish(workflowYaml('Ask', evaluate))).messages).toEqual([]);

  expect((await org.delete(`/api/v2/architect/schedules/${id}`)).status).toBe(409);
});
