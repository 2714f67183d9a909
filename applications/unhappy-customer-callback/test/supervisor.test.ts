import 'flowcdk/testing/jest';
import { unhappyCall } from './private/unhappy-calls';

// The call-back itself: a supervisor calls the customer.

test.todo('a supervisor');

test('the agent of the call-back sees which call it was', async () => {
  const { callbacks, call } = await unhappyCall();

  expect(callbacks).toMatchObject([{ data: { 'Unhappy call': call.conversationId, Sentiment: '-60.0' } }]);
});
