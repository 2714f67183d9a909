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
  });
});
