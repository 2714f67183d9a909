import { answeredAfter } from '../private/answered';

test('the agent sees the script, with what the flow knows', () => {
  const org = answeredAfter(
    '- setScreenPop: { name: Pop, screenPopScript: { Support: { inputs: { customer: { exp: Flow.customer } } } } }',
  );
  expect(org.events('agent.screenPop')).toMatchObject([
    { agent: 'Ada', script: 'Support', inputs: { customer: 'Ada Lambert' } },
  ]);
});
