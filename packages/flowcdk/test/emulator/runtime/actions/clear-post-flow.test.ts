import { ask, noSurvey, surveyed } from '../private/post-flows';

test('no flow follows the call any more', () => {
  const { org, said } = surveyed([ask(), noSurvey]);

  expect(said).toEqual([]);
  expect(org.events('postFlow.cleared')).toHaveLength(1);
  expect(org.events('call.ended')).toMatchObject([{ by: 'agent' }]);
});

test('a call without a post-flow is as before', () => {
  const { org } = surveyed([noSurvey]);
  expect(org.events('postFlow.cleared')).toEqual([]);
});
