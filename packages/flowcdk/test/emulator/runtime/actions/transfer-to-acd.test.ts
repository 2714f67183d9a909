import { call, callFlowOf, callTo, eventOn, inQueueFlowOf, LINE, pass } from '../private/calls';
import { failed, orgWith, transferring, variables } from '../private/transferring';

describe('a transfer that fails says why, and the flow goes on', () => {
  test('the queue was deleted since the flow was published', () => {
    const org = orgWith();
    const queue = org.org.all('queue')[0];
    org.number(
      LINE,
      org.publish(
        callFlowOf({
          variables,
          actions: [`- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, ${failed} }`],
        }),
      ),
    );
    org.org.remove('queue', queue?.id ?? '');
    call(org);
    org.clock.runNow();
    expect(org.heard()).toEqual([
      'Moment',
      'Sorry',
      "target.not.found: the organisation has no queue named 'Support' any more",
    ]);
    expect(org.events('transfer.failed')).toHaveLength(1);
  });
});

test('the in-queue flow of the action is not published any more', () => {
  const org = orgWith();
  const special = org.publish(inQueueFlowOf('special', ['- flushAudio: { name: Now }']));
  const go = `- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, overrideInQueueFlow: { name: special }, ${failed} }`;
  org.number(LINE, org.publish(callFlowOf({ variables, actions: [go] })));
  org.org.put('flow', { ...special, active: false });
  call(org);
  org.clock.runNow();
  expect(org.heard().at(-1)).toBe("target.not.found: there is no published in-queue call flow 'special' any more");
});

describe('to a queue', () => {
  test('what the action wants of agents stands in the events', () => {
    const org = orgWith();
    const skill = org.put('skill', { name: 'Billing' });
    const language = org.put('language', { name: 'French' });
    transferring(
      org,
      `- transferToAcd:
              name: Go
              targetQueue: { lit: { name: Support } }
              priority: { lit: 7 }
              acdSkills: [{ acdSkill: { lit: { name: Billing } } }]
              languageSkill: { lit: { name: French } }`,
    );
    expect(eventOn(org, 'acd.start')).toMatchObject({
      routingPriority: 7,
      requestedRoutingSkillIds: [skill.id],
      skillExpressionApplied: false,
    });
    org.runtime.calls.end(
      org.runtime.calls.legOf(String(eventOn(org, 'acd.start')['conversationId'])) as never,
      'caller',
    );
    expect(eventOn(org, 'acd.end')).toMatchObject({ acdOutcome: 'ABANDON', requestedLanguageId: language.id });
  });

  test('without a language of its own, the call needs the one of the spoken language', () => {
    const org = orgWith();
    org.put('language', { name: 'French' });
    const english = org.put('language', { name: 'English' });
    const go = '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }';
    const flow = callFlowOf({ actions: [go], languages: ['en-US', 'fr-fr'] })
      .replace(
        'en-US: { defaultLanguageSkill: { noValue: true } }',
        'fr-fr: { defaultLanguageSkill: { lit: { name: French } } }',
      )
      .replace(
        'fr-fr: { defaultLanguageSkill: { noValue: true } }',
        'en-US: { defaultLanguageSkill: { lit: { name: English } } }',
      );
    org.number(LINE, org.publish(flow.replace('defaultLanguage: en-US', 'defaultLanguage: en-us')));
    const placed = call(org);
    pass(org, 1);
    placed.hangUp();

    expect(eventOn(org, 'acd.end')).toMatchObject({ requestedLanguageId: english.id });
  });

  test('the in-queue flow of the action comes before that of the queue', () => {
    const org = orgWith();
    const music = (seconds: number): string =>
      `- holdMusic: { name: Music, prompt: { exp: Flow.HoldPrompt }, playStyle: { duration: { lit: { seconds: ${seconds} } } } }`;
    const own = org.publish(inQueueFlowOf('own', [music(10)]));
    org.publish(inQueueFlowOf('special', [music(20)]));
    const [queue] = org.org.all('queue');
    if (queue) org.org.put('queue', { ...queue, queueFlow: { id: own.id } });
    callTo(org, {
      actions: [
        '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, overrideInQueueFlow: { name: special } }',
      ],
    });
    pass(org, 1);
    expect(org.events('flow.started').map(({ flow }) => flow)).toEqual(['line', 'special']);
    // Without a priority of its own the call has none.
    expect(eventOn(org, 'acd.start')).toMatchObject({ routingPriority: 0 });
  });

  describe('with agents who are on queue', () => {
    const ringing = (more: string) => {
      const org = orgWith();
      const users = [org.put('user', { name: 'Cleo', email: 'cleo@local.example' }), ...org.org.all('user')];
      const [queue] = org.org.all('queue');
      if (queue) org.org.put('queue', { ...queue, members: users.map(({ id }) => ({ id, ringNumber: 1 })) });
      for (const { id } of users) org.runtime.acd.agents.goOnQueue(id);
      callTo(org, { actions: [`- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, ${more} }`] });
      pass(org, 1);
      return org.events('agent.alerted').map(({ agent }) => agent);
    };
    const user = (name: string): string => `FindUser("${name}@local.example")`;

    test('it rings at the one whom the flow prefers most', () => {
      const pairs = `MakeList(MakeAgentScorePair(${user('ada')}, 20), MakeAgentScorePair(${user('ben')}, 80))`;
      expect(ringing(`preferredAgents: { exp: '${pairs}' }`)).toEqual(['Ben']);
    });

    test('it rings at the one whom the flow names', () => {
      expect(ringing(`directAgent: { exp: '${user('ben')}' }`)).toEqual(['Ben']);
    });
  });

  test('a flow in a queue takes the call out of that queue first', () => {
    const org = orgWith();
    org.put('queue', { name: 'Second' });
    const waits = org.publish(
      inQueueFlowOf('waits', ['- transferToAcd: { name: On, targetQueue: { lit: { name: Second } } }']),
    );
    const [queue] = org.org.all('queue');
    if (queue) org.org.put('queue', { ...queue, queueFlow: { id: waits.id } });
    callTo(org, { actions: ['- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }'] });
    pass(org, 1);
    const ends = org.events('event.published').filter(({ topic }) => topic.endsWith('.acd.end'));
    expect(ends).toMatchObject([{ event: { queueId: queue?.id, acdOutcome: 'FLOW_OUT' } }]);
    expect(org.runtime.acd.waitingIn(queue?.id ?? '')).toBe(0);
  });
});
