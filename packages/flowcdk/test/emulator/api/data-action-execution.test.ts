import { service } from '../../../src/emulator/runtime/services/service';
import { localOrg } from '../private/local-org';

const api = '/api/v2/integrations';
const actions = `${api}/actions`;

const contract = {
  input: { inputSchema: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] } },
  output: {
    successSchema: {
      type: 'object',
      properties: { list: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } } },
    },
  },
};

const config = (path: string): object => ({
  request: { requestType: 'GET', requestUrlTemplate: `https://alpha.example/${path}` },
  response: { translationMap: { list: '$.found' }, successTemplate: '{"list": ${list}}' },
});

const answer = { list: [{ id: 'a' }, {}] };

/** A data action whose service answers by the path it is asked for. */
async function withAction() {
  const alpha = service(({ url }) =>
    url.pathname === '/v1'
      ? { body: { found: answer.list } }
      : { status: 404, body: { code: 'no.customer', message: `nobody at ${url.pathname}` } },
  );
  const org = localOrg({ services: { alpha } });
  const integrationId = await org.create(api, { integrationType: { id: 'custom-rest-actions' } });
  await org.patch(`${api}/${integrationId}`, { intendedState: 'ENABLED' });
  const body = { name: 'Find', category: 'Customers', integrationId, contract, config: config('v1') };
  return { org, id: await org.create(actions, body) };
}

describe('execute', () => {
  test('answers as the contract shapes it, or flattened as Architect sees it', async () => {
    const { org, id } = await withAction();
    expect(await org.post(`${actions}/${id}/execute`, { n: 1 })).toMatchObject({ status: 200, body: answer });
    expect((await org.post(`${actions}/${id}/execute?flatten=true`, { n: 1 })).body).toEqual({
      'list.id': ['a', null],
    });
  });

  test('is told in the event log as that of a flow is', async () => {
    const { org, id } = await withAction();
    await org.post(`${actions}/${id}/execute`, { n: 1 });
    expect(org.runtime.log.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['dataAction.started', 'dataAction.step', 'http.requested', 'dataAction.ended']),
    );
  });

  test('counts against the limits of the org', async () => {
    const { org, id } = await withAction();
    for (let i = 0; i < 2500; i += 1) {
      org.runtime.dataActions.execute({ actionId: id, inputs: {}, place: {} })(() => undefined);
    }
    expect(await org.post(`${actions}/${id}/execute`, { n: 1 })).toMatchObject({
      status: 429,
      body: { code: 'too.many.requests' },
    });
    await org.wait(60_000);
    expect((await org.post(`${actions}/${id}/execute`, { n: 1 })).status).toBe(200);
  });

  test.each<[what: string, inputs: object, path: string, status: number, code: string]>([
    ['an input that does not fit', { n: '1' }, 'v1', 400, 'bad.request'],
    ['what the service says', { n: 1 }, 'v2', 404, 'no.customer'],
  ])('answers what fails with its status and code: %s', async (_, inputs, path, status, code) => {
    const { org, id } = await withAction();
    await org.patch(`${actions}/${id}`, { version: 1, config: config(path) });
    expect(await org.post(`${actions}/${id}/execute`, inputs)).toMatchObject({ status, body: { code, status } });
  });
});

describe('test', () => {
  test('gives the result as the contract shapes it, or flattened as Architect sees it', async () => {
    const { org, id } = await withAction();
    expect((await org.post(`${actions}/${id}/test`, { n: 1 })).body).toMatchObject({ finalResult: answer });
    const { body } = await org.post(`${actions}/${id}/test?flatten=true`, { n: 1 });
    expect(body).toMatchObject({ success: true, finalResult: { 'list.id': ['a', null] } });
  });

  test('tells every step up to the one that failed, and why', async () => {
    const { org, id } = await withAction();
    await org.patch(`${actions}/${id}`, { version: 1, config: config('v2') });
    const { body } = await org.post(`${actions}/${id}/test`, { n: 1 });
    expect(body).toMatchObject({
      success: false,
      error: { code: 'no.customer', status: 404, message: 'nobody at /v2' },
      operations: [
        { name: 'Validate input against the input schema', step: 1, success: true },
        { name: 'Resolve credentials', step: 2, success: true },
        { name: 'Render the request URL', step: 3, success: true, result: 'https://alpha.example/v2' },
        { name: 'Render the headers', step: 4, success: true },
        { name: 'Send the request', step: 5, success: false, error: { message: 'nobody at /v2' } },
      ],
    });
    expect((body as { operations: unknown[] }).operations).toHaveLength(5);
  });

  test('a draft is tested as it is; the published data action goes on as it was', async () => {
    const { org, id } = await withAction();
    const { body: draft } = await org.post(`${actions}/${id}/draft`);
    const { version } = draft as { readonly version: number };
    await org.patch(`${actions}/${id}/draft`, { version, config: config('v2') });

    expect((await org.post(`${actions}/${id}/draft/test`, { n: 1 })).body).toMatchObject({ success: false });
    expect((await org.post(`${actions}/${id}/test`, { n: 1 })).body).toMatchObject({
      success: true,
      finalResult: answer,
    });

    await org.post(`${actions}/${id}/draft/publish`, { version: version + 1 });
    expect((await org.post(`${actions}/${id}/execute`, { n: 1 })).status).toBe(404);
  });
});
