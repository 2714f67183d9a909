import { callFlowYaml, workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, type LocalOrg, messageOf } from '../private/local-org';
import { tableSchema } from './private/inhabited';

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
