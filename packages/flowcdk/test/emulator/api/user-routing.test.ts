import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const users = '/api/v2/users';

describe('skills and languages of users', () => {
  async function withAda() {
    const org = localOrg();
    const ada = await org.create(users, { name: 'Ada', email: 'ada@example.com' });
    const skill = await org.create('/api/v2/routing/skills', { name: 'Invoices' });
    const language = await org.create('/api/v2/routing/languages', { name: 'French' });
    return { org, ada, skill, language, skills: `${users}/${ada}/routingskills` };
  }

  test('are rated from 0 to 5, each once', async () => {
    const { org, skill, skills } = await withAda();

    expect((await org.post(skills, { id: skill, proficiency: 3 })).body).toMatchObject({
      id: skill,
      name: 'Invoices',
      proficiency: 3,
      state: 'active',
      skillUri: `/api/v2/routing/skills/${skill}`,
    });
    await org.post(skills, { id: skill, proficiency: 4.5 });
    expect(entitiesOf(await org.get(skills))).toMatchObject([{ id: skill, proficiency: 4.5 }]);
    expect(messageOf(await org.post(skills, { id: skill, proficiency: 6 }))).toBe(
      'proficiency is 6; expected a number from 0 to 5',
    );
  });

  test('many are added at once, or replaced', async () => {
    const { org, skill, skills } = await withAda();
    const other = await org.create('/api/v2/routing/skills', { name: 'Returns' });
    await org.patch(`${skills}/bulk`, [{ id: skill, proficiency: 1 }]);

    expect(entitiesOf(await org.patch(`${skills}/bulk`, [{ id: other, proficiency: 2 }]))).toHaveLength(2);
    expect(entitiesOf(await org.put(`${skills}/bulk`, [{ id: other, proficiency: 5 }]))).toMatchObject([{ id: other }]);
    expect(messageOf(await org.put(`${skills}/bulk`, [{ id: 'none', proficiency: 5 }]))).toBe(
      'skills[0].id: there is no skill with the id none',
    );
    expect(messageOf(await org.put(`${skills}/bulk`, [{ proficiency: 5 }]))).toContain('[0].id is missing');
  });

  test('go when the skill or language goes', async () => {
    const { org, ada, skill, skills, language } = await withAda();
    await org.post(skills, { id: skill, proficiency: 3 });
    await org.post(`${users}/${ada}/routinglanguages`, { id: language, proficiency: 5 });

    await org.delete(`/api/v2/routing/skills/${skill}`);

    expect(entitiesOf(await org.get(skills))).toEqual([]);
    expect(entitiesOf(await org.get(`${users}/${ada}/routinglanguages`))).toMatchObject([{ name: 'French' }]);
  });

  test('are shown with the user to who asks for them, and a change of the user keeps them', async () => {
    const { org, ada, skill, skills } = await withAda();
    await org.post(skills, { id: skill, proficiency: 3 });
    await org.patch(`${users}/${ada}`, { title: 'Agent', skills: [] });

    expect((await org.get(`${users}/${ada}`)).body).not.toHaveProperty('skills');
    expect((await org.get(`${users}/${ada}?expand=skills,languages`)).body).toMatchObject({
      skills: [{ id: skill }],
      languages: [],
    });
  });
});
