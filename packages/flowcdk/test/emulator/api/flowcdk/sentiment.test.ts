import { answeredCall } from '../private/answered-call';
import { sentimentRoutes } from '../../../../src/emulator/api/flowcdk/sentiment';
import { asker } from '../../runtime/private/ask';

/** A call of forty seconds. */
function withCall() {
  const { org, id, passes } = answeredCall();
  return {
    org,
    id,
    passes,
    put: (body: object) =>
      asker(sentimentRoutes, org.org, org.runtime)(`PUT /flowcdk/calls/${id}/sentiment`, { ...body }),
  };
}

test('it counts from the end of the call, also where somebody says it later', () => {
  const { org, id, passes, put } = withCall();
  passes(60);
  put({ score: 30, after: 90_000 });
  expect(org.runtime.sentiments.of(id)).toBeUndefined();
  passes(70);
  expect(org.runtime.sentiments.of(id)).toMatchObject({ score: 30 });
  expect(org.events('sentiment.ready')).toMatchObject([{ conversationId: id, score: 30 }]);
});

test('what is said last counts', () => {
  const { org, id, passes, put } = withCall();
  put({ score: 30 });
  put({ score: -30, after: 5_000 });
  passes(60);
  expect(org.runtime.sentiments.of(id)).toMatchObject({ score: -30 });
  expect(org.events('sentiment.ready')).toHaveLength(1);
});

test.each([{ score: -101 }, { score: 101 }, { score: 'bad' }, { after: -1 }, { points: 5 }])(
  '%j is refused',
  (body) => {
    const { put } = withCall();
    expect(put(body).status).toBe(400);
  },
);
