import { entitiesOf, localOrg, messageOf } from '../private/local-org';

describe('prompts', () => {
  const prompts = '/api/v2/architect/prompts';

  test('have one text or recording per language, which a change of the prompt keeps', async () => {
    const org = localOrg();
    const id = await org.create(prompts, { name: 'Welcome' });
    await org.post(`${prompts}/${id}/resources`, { language: 'en-us', ttsString: 'Welcome' });
    await org.put(`${prompts}/${id}`, { name: 'Welcome', description: 'First words' });

    expect((await org.get(`${prompts}/${id}`)).body).toMatchObject({
      description: 'First words',
      resources: [{ language: 'en-us', ttsString: 'Welcome' }],
    });
    expect((await org.post(`${prompts}/${id}/resources`, { language: 'en-US' })).status).toBe(409);
  });

  test('audio is transcoded as soon as it is there', async () => {
    const org = localOrg();
    const id = await org.create(prompts, { name: 'Welcome' });
    const { body } = await org.post(`${prompts}/${id}/resources`, { language: 'en-us' });

    const path = new URL((body as { readonly uploadUri: string }).uploadUri).pathname;
    // Terraform's provider sends its token without the word Bearer.
    await org.send('POST', path, 'RIFF', { authorization: 'local' });

    expect((await org.get(`${prompts}/${id}/resources/en-us`)).body).toMatchObject({ uploadStatus: 'transcoded' });
  });

  test('have names that expressions can say', async () => {
    expect(messageOf(await localOrg().post(prompts, { name: 'First words' }))).toContain(
      'letters, digits and underscores',
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
