import { entitiesOf, localOrg, messageOf } from '../private/local-org';
import { config, contract } from './private/inhabited';

const actions = '/api/v2/integrations/actions';

async function withDraft(draft: object = { config, contract }) {
  const org = localOrg();
  const integrationId = await org.create('/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
  const id = await org.create(`${actions}/drafts`, {
    name: 'Find customer',
    category: 'Customers',
    integrationId,
    ...draft,
  });
  return { org, id, draft: `${actions}/${id}/draft` };
}

describe('a draft', () => {
  test('may be unfinished, and its validation tells what is missing', async () => {
    const { org, draft } = await withDraft({});

    expect((await org.get(`${draft}/validation`)).body).toMatchObject({
      valid: false,
      errors: [
        { message: 'contract is missing; expected the schemas of input and output' },
        { message: 'config is missing; expected request and response' },
      ],
    });
    expect(await org.post(`${draft}/publish`, { version: 1 })).toMatchObject({ status: 422 });
    await org.patch(draft, { contract, config, version: 1 });
    expect((await org.get(`${draft}/validation`)).body).toEqual({ valid: true, errors: [] });
  });

  test('becomes the data action when it is published, under the same id', async () => {
    const { org, id, draft } = await withDraft();

    expect((await org.post(`${draft}/publish`, { version: 1 })).body).toMatchObject({ id, version: 1 });
    expect((await org.get(draft)).status).toBe(404);
    expect(entitiesOf(await org.get(actions))).toMatchObject([{ id, name: 'Find customer' }]);
    expect(entitiesOf(await org.get(`${actions}/categories`))).toEqual([{ name: 'Customers' }]);
    expect(entitiesOf(await org.get(`${actions}/categories?secure=true`))).toEqual([]);
  });

  test('of a published data action can change everything but the contract', async () => {
    const { org, id, draft } = await withDraft();
    await org.post(`${draft}/publish`, { version: 1 });
    const output = { successSchema: { type: 'object', properties: { name: { type: 'string' } } } };

    expect((await org.post(draft)).body).toMatchObject({ id, version: 1 });
    expect((await org.post(draft)).status).toBe(409);
    await org.patch(draft, { name: 'Find', contract: { ...contract, output }, version: 1 });
    expect(messageOf(await org.post(`${draft}/publish`, { version: 2 }))).toBe(
      'contract: a published data action keeps its contract; make a new one',
    );
    await org.patch(draft, { contract, version: 2 });
    expect((await org.post(`${draft}/publish`, { version: 3 })).body).toMatchObject({ name: 'Find', version: 2 });
  });

  test('has templates and schemas as files', async () => {
    const { org, draft } = await withDraft();

    expect((await org.get(`${draft}/schemas/success.json`)).body).toEqual(contract.output.successSchema);
    expect((await org.get(`${draft}/templates/successtemplate.vm`)).body).toBe('${rawResult}');
    expect((await org.get(`${draft}/schemas/other.json`)).status).toBe(404);
  });

  test('goes with the data action it was made of', async () => {
    const { org, id, draft } = await withDraft();
    await org.post(`${draft}/publish`, { version: 1 });
    await org.post(draft);

    await org.delete(`${actions}/${id}`);

    expect(org.org.all('actionDraft')).toEqual([]);
  });

  test('is listed by name and category', async () => {
    const { org, id } = await withDraft();

    expect(entitiesOf(await org.get(`${actions}/drafts?name=find*&category=Customers`))).toMatchObject([{ id }]);
    expect(entitiesOf(await org.get(`${actions}/drafts?category=Orders`))).toEqual([]);
  });
});
