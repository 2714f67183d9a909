import { workflowYaml } from '../../private/flows';
import { variables } from '../private/beside-a-call';
import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

const read = (name: string, variable: string): string =>
  `- getParticipantData: { name: Read, attributes: [{ attribute: { name: { lit: ${name} }, variable: Flow.${variable} } }] }`;

test('a call flow reads what it wrote; what nobody wrote is NOT_SET', () => {
  const org = livingOrg();
  callTo(org, {
    variables: ['known', 'unknown'],
    actions: [
      '- setParticipantData: { name: Write, attributes: [{ attribute: { name: { lit: status }, value: { lit: new } } }] }',
      read('status', 'known'),
      read('Status', 'unknown'),
      '- playAudio: { name: Say, audio: { exp: "ToAudioTTS(Flow.known)" } }',
      '- playAudio: { name: Say, audio: { exp: \'ToAudioTTS(If(IsSet(Flow.unknown), "set", "not set"))\' } }',
    ],
  });
  org.clock.runNow();

  expect(org.events('attributes.read').map(({ attributes }) => attributes)).toEqual([
    { status: 'new' },
    { Status: null },
  ]);
  expect(org.heard()).toEqual(['new', 'not set']);
});

test('an attribute whose name is NOT_SET is not read', () => {
  const org = livingOrg();
  const unnamed =
    '- getParticipantData: { name: Read, attributes: [{ attribute: { name: { noValue: true }, variable: Flow.text } }] }';
  callTo(org, { variables: ['text'], actions: [unnamed] });
  org.clock.runNow();

  expect(org.events('attributes.read').map(({ attributes }) => attributes)).toEqual([{}]);
});

test('participant data needs a call: a workflow has none', () => {
  const org = livingOrg();
  expect(() => org.publish(workflowYaml('none', `          ${read('a', 'read')}`, variables))).toThrow(
    /action-not-in-flow/,
  );
});
