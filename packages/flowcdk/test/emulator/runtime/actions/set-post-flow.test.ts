import { ask, surveyed } from '../private/post-flows';

test('when the agent hangs up, the post-flow has the caller, and then the call is over', () => {
  const { org, call, said } = surveyed([ask()]);

  expect(said).toEqual(['Were you happy?']);
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
