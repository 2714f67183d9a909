import type { Type } from '../../../../src/architect/types';
import { topicOfEvent } from '../../../../src/process-automation/topic-table';
import { livingOrg } from '../private/living-org';
import { CALLER, callTo, eventOn, LINE, pass } from '../private/calls';

/** A call that has everything events can tell: flow, outcome, attributes, queue, an agent who transfers, voicemail. */
function richCall() {
  const org = livingOrg({
    settings: { agents: { answersAfter: 10_000, talksFor: 30_000, wrapsUpIn: 5_000, wrapUp: 'Resolved' } },
  });
  const [home] = org.org.all('division');
  const division = { id: home?.id };
  const skill = org.put('skill', { name: 'Billing' });
  const user = org.put('user', { name: 'Ada', division, skills: [{ id: skill.id, proficiency: 5 }] });
  org.put('wrapupCode', { name: 'Resolved' });
  org.put('outcome', { name: 'Helped', division });
  org.put('queue', { name: 'Support', division, members: [{ id: user.id, ringNumber: 1 }] });
  const placed = callTo(org, {
    actions: [
      '- initializeFlowOutcome: { name: Begin, flowOutcome: { name: Helped } }',
      '- setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: reason }, value: { lit: orders } } }] }',
      '- setWrapupCode: { name: Code, wrapupCode: { lit: { name: Resolved } } }',
      '- setFlowOutcome: { name: Done, flowOutcome: { name: Helped }, flowOutcomeValue: { lit: SUCCESS } }',
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, priority: { lit: 3 }, acdSkills: [{ acdSkill: { lit: { name: Billing } } }] }',
    ],
  });
  return { org, placed, user, home };
}

const jsTypes: Readonly<Record<string, string>> = { string: 'string', integer: 'number', boolean: 'boolean' };

/** Whether a value is what the topic says of its field. */
function fits(value: unknown, { kind, collection, values }: Type<unknown>): boolean {
  if (collection) return Array.isArray(value);
  if (values) return (values as readonly unknown[]).includes(value);
  return jsTypes[kind] === undefined || typeof value === jsTypes[kind];
}

test('every event has the fields of its topic and no others, with values of their types', () => {
  const { org } = richCall();
  org.clock.runNow();
  const published = org.events('event.published');
  expect(published.length).toBeGreaterThan(10);
  const wrong = published.flatMap(({ topic, event }) => {
    const fields = topicOfEvent(topic)?.fields ?? {};
    const unknown = Object.entries(event).filter(([name, value]) => {
      const field = fields[name];
      return !field || !fits(value, field);
    });
    const missing = Object.entries(fields).filter(([name, field]) => field.optional !== true && !(name in event));
    return [...unknown, ...missing].map(([name]) => `${topic.split('.').slice(5).join('.')}: ${name}`);
  });
  // A list of the ids the conversation has in the directory of contacts: calls of a local org have none.
  expect(wrong.filter((problem) => !problem.includes('conversationExternal'))).toEqual([]);
});

test('in an org without users, agents have an id in events all the same: triggers count on it', () => {
  const org = livingOrg({ settings: { agents: { answersAfter: 1_000, talksFor: 1_000, wrapsUpIn: 1_000 } } });
  const [home] = org.org.all('division');
  org.put('queue', { name: 'Support', division: { id: home?.id }, members: [] });
  callTo(org, { actions: ['- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }'] });
  org.clock.runNow();

  const [acw] = org.events('event.published').filter(({ topic }) => topic.endsWith('.acw'));
  expect(acw?.event['userId']).toMatch(/^[0-9a-f-]{36}$/);
});

test('every event of a call tells whose it is and where it came from', () => {
  const { org, placed } = richCall();
  org.clock.runNow();
  for (const { topic, event } of org.events('event.published')) {
    expect(event).toMatchObject({ conversationId: placed.conversation.id, eventTime: expect.any(Number) });
    if (topic.endsWith('.attributes')) continue;
    expect(event).toMatchObject({
      mediaType: 'VOICE',
      provider: 'Edge',
      direction: 'INBOUND',
      ani: `tel:${CALLER}`,
      dnis: `tel:${LINE}`,
    });
    expect(placed.conversation.participants.map(({ id }) => id)).toContain(event['participantId']);
  }
});

test('divisions are those of the number, the flow, the queue and the user', () => {
  const { org, home } = richCall();
  org.clock.runNow();
  for (const suffix of [
    'customer.start',
    'customer.end',
    'flow.start',
    'flow.end',
    'acd.start',
    'acd.end',
    'user.start',
    'user.end',
  ])
    expect(eventOn(org, suffix)).toMatchObject({ divisionId: home?.id });
});

test('a wrap-up that a flow gave has an event without a user, at once', () => {
  const { org } = richCall();
  pass(org, 1);
  expect(eventOn(org, 'wrapup')).toMatchObject({ wrapupCode: expect.any(String) });
  expect(eventOn(org, 'wrapup')).not.toHaveProperty('userId');
});

test('an outcome is told when it is set', () => {
  const { org } = richCall();
  pass(org, 1);
  expect(eventOn(org, 'flow.outcome')).toMatchObject({ flowOutcomeValue: 'SUCCESS', flowType: 'INBOUNDCALL' });
});

test.each([
  ['ends by itself', ['- playAudio: { name: Bye, audio: { tts: Bye } }'], 'FLOW_DISCONNECT', 'CLIENT', 'PEER'],
  [
    'breaks',
    ["- playAudio: { name: Broken, audio: { exp: 'ToAudioTTS(ToString(GetAt(MakeList(1), 4)))' } }"],
    'FLOW_ERROR_DISCONNECT',
    'ERROR',
    'ERROR',
  ],
])('a flow that %s', (_, actions, exitReason, disconnectType, ofCustomer) => {
  const org = livingOrg();
  callTo(org, { actions });
  org.clock.runNow();
  expect(eventOn(org, 'flow.end')).toMatchObject({ exitReason, disconnectType });
  expect(eventOn(org, 'flow.end')).not.toHaveProperty('transferType');
  expect(eventOn(org, 'customer.end')).toMatchObject({ disconnectType: ofCustomer });
});
