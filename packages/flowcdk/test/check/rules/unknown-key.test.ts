import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('unknown-key'), {
  kind: 'inboundCall',
  valid: { 'known keys': '- playAudio: { name: Welcome, audio: { tts: Welcome } }' },
  invalid: {
    'a key of another kind of flow': ['inboundCall:\n  name: x\n  states: []', 'unknown key states'],
    'a misspelt key': ['- playAudio: { nam: Welcome, audio: { tts: Welcome } }', 'unknown key nam'],
  },
});

test.each([
  ['settings of a kind', 'inboundCall:\n  name: x\n  settingsMenu: { repeatCounts: 3 }'],
  ['settings of a new kind', 'inboundCall:\n  name: x\n  settingsAudio: {}'],
  ['settings of a language', 'inboundCall:\n  name: x\n  supportedLanguages: { en-us: { voices: [] } }'],
])('the platform may have more %s, so an unknown one is a warning', (_, flow) => {
  expect(findingsIn(ruleNamed('unknown-key'), flow).map(({ severity }) => severity)).toEqual(['warning']);
});

test('in the YAML of an export an unknown key is a warning, as nobody misspelt it', () => {
  const file = readFile('a.i3WorkFlow', 'workflow:\n  name: x\n  mood: good\n', []);

  expect(check({ files: [file], definitions: [] }, { rules: [ruleNamed('unknown-key')] })).toEqual([
    expect.objectContaining({ severity: 'warning', message: 'unknown key mood' }) as unknown,
  ]);
});

test('settings of another kind of flow are an error', () => {
  const flow = 'inboundCall:\n  name: x\n  settingsInQueueCall: {}';

  expect(findingsIn(ruleNamed('unknown-key'), flow).map(({ severity }) => severity)).toEqual(['error']);
});

test('a shape problem knows the action it is in, and what was probably meant', () => {
  const [finding] = findingsIn(ruleNamed('unknown-key'), '- endWorkflow: { name: End, exitReson: { lit: x } }');

  expect(finding).toMatchObject({
    path: 'Example / Start / End',
    help: 'Did you mean exitReason? Known here: name, exitReason.',
    excerpt: { text: '          - endWorkflow: { name: End, exitReson: { lit: x } }', column: 39, length: 9 },
  });
});
