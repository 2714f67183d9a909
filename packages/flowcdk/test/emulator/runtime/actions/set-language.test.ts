import { callTo } from '../private/calls';
import { orgWith, play } from '../private/playing';

describe('Set Language', () => {
  const prompts = [
    { language: 'en-us', text: 'Hello' },
    { language: 'fr-fr', text: 'Bonjour' },
  ];
  const languages = ['en-us', 'fr-fr'];

  test('what is queued from then on is in the other language; what was queued stays', () => {
    const org = orgWith(0);
    org.put('prompt', { name: 'hello', resources: prompts });
    callTo(org, {
      languages,
      variables: ['language'],
      actions: [
        '- playAudio: { name: A, audio: { prompt: Prompt.hello } }',
        '- setLanguage: { name: French, language: { lit: fr-FR } }',
        '- playAudio: { name: B, audio: { prompt: Prompt.hello } }',
        '- playAudio: { name: C, audio: { exp: ToAudioTTS(Call.Language) } }',
      ],
    });
    org.clock.runNow();
    expect(org.heard()).toEqual(['Hello', 'Bonjour', 'fr-fr']);
    expect(org.events('language.set')).toMatchObject([{ language: 'fr-fr' }]);
  });

  test('the next task that is entered lets be heard what is queued', () => {
    const org = orgWith(0);
    callTo(org, {
      languages,
      actions: [
        play('Before'),
        '- setLanguage: { name: French, language: { lit: fr-fr } }',
        '- jumpToTask: { name: Go, targetTaskRef: "/inboundCall/tasks/task[Then]" }',
      ],
      tasks: [
        '- task: { name: Then, refId: Then, actions: [{ setUUIData: { name: Here, uuiData: { lit: x } } }, { disconnect: { name: End } }] }',
      ],
    });
    org.clock.runNow(() => org.events('uuiData.set').length > 0);
    expect(org.heard()).toEqual(['Before']);
  });

  test('a language the flow does not have breaks the flow', () => {
    const org = orgWith(0);
    callTo(org, { languages, actions: ['- setLanguage: { name: German, language: { exp: \'"de-de"\' } }'] });
    org.clock.runNow();
    expect(org.events('flow.failed')).toMatchObject([
      { problem: expect.stringContaining("the language 'de-de' is none of the flow's; it has en-us, fr-fr") },
    ]);
  });
});
