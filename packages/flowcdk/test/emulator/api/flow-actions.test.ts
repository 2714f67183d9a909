import { callFlowYaml } from '../private/flows';
import { entitiesOf, messageOf } from '../private/local-org';
import { triggerBody } from './private/inhabited';
import { flows, idIn, withReport } from './private/report';

describe('a flow taken out of use', () => {
  test('keeps its versions and is published no more', async () => {
    const { org, flow } = await withReport();

    expect((await org.post(`${flows}/actions/deactivate?flow=${flow}`)).body).toMatchObject({ active: false });
    expect((await org.get(`${flows}/${flow}`)).body).not.toHaveProperty('publishedVersion');
    expect(entitiesOf(await org.get(`${flows}/${flow}/versions`))).toHaveLength(1);
  });

  test('cannot be what a new trigger or another flow needs', async () => {
    const { org, flow } = await withReport();
    await org.publish(callFlowYaml('Second'));
    const second = String(entitiesOf(await org.get(`${flows}?name=Second`))[0]?.['id']);
    const transfer = `          - transferToFlow:
              name: Hand over
              targetFlow:
                name: Second`;
    await org.post(`${flows}/actions/deactivate?flow=${flow}`);
    await org.post(`${flows}/actions/deactivate?flow=${second}`);

    expect(messageOf(await org.post('/api/v2/processautomation/triggers', triggerBody(flow)))).toBe(
      "target.id: the workflow 'Report' is not published",
    );
    expect((await org.publish(callFlowYaml('First', transfer))).messages.map(({ text }) => text).join()).toContain(
      "the flow 'Second' is not published. It was taken out of use.",
    );
  });

  test('comes back when a version is published again, with what its names mean then', async () => {
    const { org, flow, action } = await withReport();
    await org.post(`${flows}/actions/deactivate?flow=${flow}`);

    expect((await org.post(`${flows}/actions/publish?flow=${flow}&version=1.0`)).body).toMatchObject({
      complete: true,
      actionName: 'PUBLISH',
      actionStatus: 'SUCCESS',
    });
    expect((await org.get(`${flows}/${flow}`)).body).toMatchObject({ active: true, publishedVersion: { id: '2.0' } });
    await org.delete(`/api/v2/integrations/actions/${action}`);
    expect(messageOf(await org.post(`${flows}/actions/publish?flow=${flow}`))).toContain('no data action named');
  });

  test('its history tells what was done, newest first, and goes with it', async () => {
    const { org, flow } = await withReport();
    await org.post(`${flows}/actions/deactivate?flow=${flow}`);
    const history = `${flows}/${flow}/history`;
    const historyId = idIn(await org.post(history));

    expect((await org.get(`${history}/${historyId}`)).body).toMatchObject({
      complete: true,
      total: 2,
      entities: [
        { action: 'DEACTIVATE', version: '1.0' },
        { action: 'PUBLISH', version: '1.0', resource: 'Report', timestamp: '2026-11-21T08:00:00.000Z' },
      ],
    });
    expect((await org.get(`${history}/${historyId}?action=publish&sortOrder=asc`)).body).toMatchObject({ total: 1 });
    await org.delete(`${flows}/${flow}`);
    expect([org.org.all('flowEvent'), org.org.all('flowOperation'), org.org.all('flowVersion')]).toEqual([[], [], []]);
  });
});
