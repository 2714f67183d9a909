import { DurationValue, ReferenceValue } from '../../../src/architect/expressions';
import { livingOrg } from './private/living-org';

function org() {
  const living = livingOrg();
  living.put('queue', { id: 'q1', name: 'Support' });
  living.put('user', { id: 'u1', name: 'Ada Example', email: 'ada@example.com' });
  living.put('user', { id: 'u2', name: 'Twin', email: 'one@example.com' });
  living.put('user', { id: 'u3', name: 'Twin', email: 'two@example.com' });
  living.put('prompt', {
    id: 'p1',
    name: 'Welcome',
    resources: [
      { language: 'en-us', ttsString: 'Welcome', durationSeconds: 1.5 },
      { language: 'fr-fr', ttsString: 'Bienvenue' },
    ],
  });
  return living;
}

test.each([
  ['queue', 'support', 'q1'],
  ['queue', ' SUPPORT ', 'q1'],
  ['queue', 'q1', undefined],
  ['user', 'ADA@example.com', 'u1'],
  ['user', 'ada example', 'u1'],
  ['user', 'Twin', undefined],
  ['skill', 'anything', undefined],
  ['externalContact', 'anybody', undefined],
] as const)('the %s named %j', (kind, name, id) => {
  expect(org().runtime.names.findByName(kind, name)?.id).toBe(id);
});

test.each([
  ['Prompt.Welcome', 'en-us', 'Welcome', 1500],
  ['prompt.welcome', 'fr-fr', 'Bienvenue', undefined],
  // A variant of the language, else whichever there is.
  ['Prompt.welcome', 'fr-ca', 'Bienvenue', undefined],
  ['Prompt.welcome', 'de', 'Welcome', 1500],
  ['Prompt.gone', 'en-us', '(gone)', undefined],
  ['PromptSystem.on_hold_music', 'en-us', '(hold music)', 60_000],
  ['PromptSystem.processing', 'en-us', '(processing)', 3_000],
  ['PromptSystem.any', 'en-us', '(any)', 2_000],
])('%s in %s says %s', (name, language, text, milliseconds) => {
  expect(org().runtime.names.promptSpeech(name, language)).toEqual({
    text,
    ...(milliseconds === undefined ? {} : { milliseconds }),
  });
});

test('the estimated wait is known for calls, once somebody waited', () => {
  const { runtime } = org();
  const queue = new ReferenceValue('queue', 'q1', 'Support');
  expect(runtime.names.estimatedWaitTime(queue, null)).toBeUndefined();
  runtime.acd.estimatedWait = () => 90_000;
  expect(runtime.names.estimatedWaitTime(queue, null)?.milliseconds).toBe(90_000);
  expect(runtime.names.estimatedWaitTime(queue, 'CALL')?.milliseconds).toBe(90_000);
  expect(runtime.names.estimatedWaitTime(queue, 'email')).toBeUndefined();
});

test.each([
  ['en-us', 'Welcome', 1_500],
  ['fr-fr', 'Bienvenue', undefined],
])('a prompt has the text and the duration of the org’s language: %s', (defaultLanguage, text, milliseconds) => {
  const living = org();
  const [organization] = living.org.all('organization');
  living.put('organization', { ...organization, defaultLanguage });
  expect(living.runtime.names.defaultLanguage()).toBe(defaultLanguage);
  expect(living.runtime.names.findPrompt('user', 'welcome')?.properties).toEqual({
    type: 'user',
    texttospeech: text,
    duration: milliseconds === undefined ? null : new DurationValue(milliseconds),
  });
});
