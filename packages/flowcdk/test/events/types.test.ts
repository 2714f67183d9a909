import {
  conversationAcw,
  type Heard,
  type HeardOf,
  type Listening,
  listen,
  on,
  queueObservations,
  userPresence,
} from '../../src/events';

/*
 * What the types of the language prove: `tsc` fails where a line that is marked is no error. Nothing here runs but the
 * tests themselves.
 */

const options = { api: 'http://127.0.0.1:9', token: 'local' };
const neverCalled = (): boolean => options.api === '';

test('a topic is a value with a type, and has an id', () => {
  const topic: Listening<typeof userPresence> = on(userPresence, '1');
  // @ts-expect-error -- a name is no topic
  on('v2.users.{id}.mood', '1');
  // @ts-expect-error -- a topic without an id is every user, which has to be said: '*'
  on(userPresence);
  // @ts-expect-error -- an id is a text
  on(userPresence, 1);

  expect(topic.topic.name).toBe('v2.users.{id}.presence');
});

test('the handler hears events of the topics that it listens to', async () => {
  if (neverCalled()) {
    await listen(
      [on(conversationAcw, '1')],
      ({ event }) => {
        const user: string = event.userId;
        const code: string | undefined = event.wrapupCode;
        // @ts-expect-error -- not every event has a wrap-up code
        const certain: string = event.wrapupCode;
        // @ts-expect-error -- an event after after-call work has no presence
        void event.presenceDefinition;
        void [user, code, certain];
      },
      options,
    );
    await listen(
      [on(conversationAcw, '1'), on(userPresence, '*')],
      ({ event }) => {
        // @ts-expect-error -- an event of one of them may have no user
        void event.userId;
        if ('userId' in event) void event.userId;
      },
      options,
    );
    // @ts-expect-error -- a handler of presences cannot hear figures
    await listen([on(queueObservations, '*')], (heard: HeardOf<Listening<typeof userPresence>>) => void heard, options);
  }

  expect(on(conversationAcw, '1').topic.fields).toHaveProperty('wrapupCode');
});

test('events of topics that are named by text are unknown', async () => {
  if (neverCalled()) {
    await listen(
      ['v2.users.1.presence'],
      ({ event }) => {
        // @ts-expect-error -- what it holds has to be looked at first
        void event.presenceDefinition;
      },
      options,
    );
    // @ts-expect-error -- an org has an address
    await listen(['v2.users.1.presence'], () => undefined, { token: 'local' });
  }
  const heard: Pick<Heard, 'event'> = { event: 1 };

  expect(heard.event).toBe(1);
});
