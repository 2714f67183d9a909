import { callFlowOf, callTo, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';
import { ask, survey, surveyed } from '../private/post-flows';

test('when the agent hangs up, the post-flow has the caller, and then the call is over', () => {
  const { org, call, said } = surveyed([ask()]);

  expect(said).toEqual(['Were you happy?']);
  expect(org.events('postFlow.set')).toMatchObject([{ flow: 'Survey' }]);
  expect(org.events('postFlow.started')).toMatchObject([{ flow: 'Survey' }]);
  expect(org.events('agent.left')).toMatchObject([{ reason: 'CLIENT' }]);
  expect(org.events('call.ended')).toMatchObject([{ by: 'flow' }]);
  expect(call.ended).toBe(true);
});

test('it reads what it was handed', () => {
  const data = `{ exp: 'JsonParse("7")' }`;
  expect(surveyed([ask('caller', 'inboundCallFlow', data)]).said).toEqual(['Were you happy? 7']);
});

test.each([
  ['before an agent answers', 5],
  ['while an agent talks', 40],
])('a caller who hangs up %s meets no post-flow', (_, moment) => {
  const { org, said } = surveyed([ask()], moment);

  expect(said).toEqual([]);
  expect(org.events('call.ended')).toMatchObject([{ by: 'caller' }]);
});

test.each([
  ['for the agent', 'callee', 'inboundCallFlow', 'agents of the local org listen to no flow'],
  ['that is a voice survey', 'caller', 'voiceSurveyFlow', 'the local org runs no voice survey flows'],
])('a post-flow %s is not emulated, and the log says so', (_, target, type, why) => {
  const { org, said } = surveyed([ask(target, type)]);

  expect(said).toEqual([]);
  expect(org.events('action.notEmulated')).toMatchObject([{ kind: 'setPostFlow', why }]);
});

test('a call that was in a secure flow meets none', () => {
  const org = livingOrg();
  org.publish(survey);
  org.publish(
    callFlowOf({ kind: 'secureCall', name: 'Pay', actions: ['- playAudio: { name: Say, audio: { tts: Pay. } }'] }),
  );
  const call = callTo(org, {
    actions: [
      ask(),
      '- transferToFlowSecure: { name: Pay, targetFlow: { name: Pay }, connectTimeout: { noValue: true } }',
    ],
  });
  pass(org, 0.1);

  expect(org.events('flow.started').map(({ kind }) => kind)).toEqual(['inboundCall', 'secureCall']);
  expect(call.leg.postFlow).toBeUndefined();
});
