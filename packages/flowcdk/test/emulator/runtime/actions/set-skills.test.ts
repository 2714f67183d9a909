import { called, toQueue, ways } from '../private/queue-routing';

const setSkills = (skills: string): string => `setSkills: { name: Skills, acdSkills: [${skills}], ${ways} }`;

test('in a queue the call wants the skills', () => {
  const { org, way } = called(toQueue, setSkills('{ acdSkill: { lit: { name: French } } }'));
  expect(way[0]).toBe('success');
  const [conversation] = [...org.runtime.conversations.values()];
  const [french] = org.org.all('skill');
  expect(conversation?.participants.find(({ purpose }) => purpose === 'acd')?.routing).toMatchObject({
    skills: [{ id: french?.id }],
  });
});

test('before a queue it fails', () => {
  expect(called(`          - ${setSkills('')}`).way).toEqual(['failure']);
});
