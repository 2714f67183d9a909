import { signatureOf } from '../../../src/emulator/api/presigned';
import { workflowYaml } from '../private/flows';
import { localOrg, type LocalOrg, messageOf } from '../private/local-org';
import { flows, idIn, withReport } from './private/report';

const pathOf = (url: unknown): string => new URL(String(url)).pathname;

describe('validation', () => {
  const validated = async (org: LocalOrg, flow: string) => {
    const job = idIn(await org.post(`${flows}/validate/jobs`, { flows: [{ flow: { id: flow } }] }));
    return (await org.get(`${flows}/validate/jobs/${job}?expand=messages`)).body;
  };

  test('judges a published flow against what the org holds now', async () => {
    const { org, flow, action } = await withReport();

    expect(await validated(org, flow)).toMatchObject({ status: 'Success', command: 'Validate', messages: [] });
    await org.delete(`/api/v2/integrations/actions/${action}`);
    expect(await validated(org, flow)).toMatchObject({
      status: 'Failure',
      messages: [{ type: 'Error', text: expect.stringContaining("no data action named 'Find customer'") as string }],
    });
  });

  test('of many flows lets the org answer others meanwhile', async () => {
    const { org, flow } = await withReport();
    const many = Array.from({ length: 300 }, () => ({ flow: { id: flow } }));
    const first = await Promise.race([
      org.post(`${flows}/validate/jobs`, { flows: many }).then(() => 'the validation'),
      org.get(flows).then(() => 'another request'),
    ]);

    expect(first).toBe('another request');
  });

  test('a job of one kind is none of another', async () => {
    const { org, flow } = await withReport();
    const job = idIn(await org.post(`${flows}/validate/jobs`, { flows: [{ flow: { id: flow } }] }));
    const upload = `/flowcdk/uploads/${job}`;

    expect((await org.get(`${flows}/jobs/${job}`)).status).toBe(404);
    expect((await org.get(`${flows}/export/jobs/${job}`)).status).toBe(404);
    expect((await org.send('PUT', `${upload}/${signatureOf(upload)}`, workflowYaml('Other'), {})).status).toBe(404);
  });
});

describe('export', () => {
  const exported = async (org: LocalOrg, body: object) => {
    const job = idIn(await org.post(`${flows}/export/jobs`, { flows: [body] }));
    const { downloadUrl } = (await org.get(`${flows}/export/jobs/${job}`)).body as Record<string, unknown>;
    return (await org.send('GET', pathOf(downloadUrl), undefined, {})).body;
  };

  test('gives the YAML that was uploaded, of the version that is asked for', async () => {
    const { org, flow } = await withReport();
    await org.publish(workflowYaml('Report'));

    expect(await exported(org, { flow: { id: flow } })).toBe(workflowYaml('Report'));
    expect(await exported(org, { flow: { id: flow, version: '1.0' } })).toContain('callData');
  });

  test.each([
    [[{ flow: { id: 'none' } }], 'flows[0].flow.id: there is no flow with the id none'],
    [[], 'flows: there is no flow in the list'],
  ])('of what is not there is refused: %j', async (wrong, message) => {
    expect(messageOf(await localOrg().post(`${flows}/export/jobs`, { flows: wrong }))).toBe(message);
  });

  test('what the local org cannot export it says', async () => {
    const { org, flow } = await withReport();
    const body = { flow: { id: flow } };

    expect(messageOf(await org.post(`${flows}/export/jobs`, { flows: [body, body] }))).toContain('one flow at a time');
    expect(messageOf(await org.post(`${flows}/export/jobs`, { flows: [{ ...body, exportType: 'Architect' }] }))).toBe(
      'flows[0].exportType: the local org exports YAML, not Architect',
    );
    expect(messageOf(await org.post(`${flows}/export/jobs`, { flows: [{ flow: { id: flow, version: '9.0' } }] }))).toBe(
      "flows[0].flow.version: the flow 'Report' has no version 9.0",
    );
  });
});
