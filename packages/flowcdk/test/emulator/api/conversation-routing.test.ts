import { answeredCall } from './private/answered-call';

/** The call while Ada talks, and a way to transfer it. */
function talking() {
  const call = answeredCall();
  call.passes(12);
  const agent = call.placed.conversation.participants.find(({ purpose }) => purpose === 'agent');
  const transfer = (end: string, body: object, participantId = agent?.id) =>
    call.ask(`POST /api/v2/conversations/${call.id}/participants/${participantId}/${end}`, body as never);
  return { ...call, agent, transfer };
}

const last = ({ placed }: ReturnType<typeof talking>) => placed.conversation.participants.at(-1);

describe('an agent on a call transfers it', () => {
  test.each<[string, (org: ReturnType<typeof talking>) => readonly [string, object], object]>([
    [
      'to a user',
      ({ org }) => ['replace', { userId: org.put('user', { name: 'Ben' }).id }],
      { purpose: 'agent', name: 'Ben' },
    ],
    [
      'to a user by their name',
      ({ org }) => ['replace', { userName: org.put('user', { name: 'Ben' }).name }],
      { purpose: 'agent', name: 'Ben' },
    ],
    [
      'to an address that is a user',
      ({ org }) => ['replace', { address: org.put('user', { name: 'Ben' }).id }],
      { purpose: 'agent', name: 'Ben' },
    ],
    ['to an address that is a queue', ({ queue }) => ['replace', { address: queue.id }], { purpose: 'acd' }],
    ['to a number', () => ['replace', { address: '+4930123456' }], { purpose: 'external', address: 'tel:+4930123456' }],
    [
      'with replace/agent',
      ({ org }) => ['replace/agent', { userId: org.put('user', { name: 'Ben' }).id }],
      { purpose: 'agent', name: 'Ben' },
    ],
    ['with replace/queue', ({ queue }) => ['replace/queue', { queueId: queue.id }], { purpose: 'acd' }],
    ['with replace/external', () => ['replace/external', { address: '+4930123456' }], { purpose: 'external' }],
  ])('%s', (_, request, receiver) => {
    const call = talking();
    const [end, body] = request(call);

    expect(call.transfer(end, body)).toEqual({ status: 202, body: {} });
    expect(last(call)).toMatchObject(receiver);
    expect(call.agent?.disconnectType).toBe('TRANSFER');
  });

  test.each([
    ['without a destination', {}, /has one of userId, queueId, userName and address/],
    ['to a queue that is not there', { queueId: 'none' }, /There is no queue none/],
    ['to a user who is not there', { userId: 'none' }, /There is no user none/],
    ['to a voicemail box', { userId: 'none', voicemail: true }, /does not transfer to a voicemail box/],
    ['to what is no number', { address: 'somewhere' }, /'somewhere' is no number that can be called/],
  ])('but not %s', (_, body, message) => {
    expect(talking().transfer('replace', body)).toMatchObject({
      status: 400,
      body: expect.stringMatching(message) as unknown,
    });
  });

  test('nobody else does', () => {
    const call = talking();

    expect(call.transfer('replace', { address: '+4930123456' }, call.placed.leg.customer.id)).toMatchObject({
      status: 400,
      body: expect.stringMatching(/is no agent who talks on the call/) as unknown,
    });
  });
});

describe('a waiting call changes what it asks for', () => {
  const path = (id: string): string => `PATCH /api/v2/routing/conversations/${id}`;

  test('priority, skills and preferred agents', () => {
    const { ask, id, french, ada, placed, passes } = answeredCall();
    passes(1);
    const body = { priority: 7, skillIds: [french.id], requestScoredAgents: [{ id: ada.id, score: 90 }] };

    expect(ask(path(id), body)).toMatchObject({
      status: 200,
      body: { priority: 7, skills: [{ name: 'French' }], scoredAgents: [{ agent: { id: ada.id }, score: 90 }] },
    });
    // Ada, who is on queue now, does not speak French.
    passes(8);
    expect(placed.conversation.participants.map(({ purpose }) => purpose)).not.toContain('agent');
    expect(ask(path(id), { skillIds: [] })).toMatchObject({ status: 200, body: { priority: 7, skills: [] } });
  });

  test.each<[object, RegExp]>([
    [{ skillIds: ['none'] }, /there is no skill none/],
    [{ languageId: 'none' }, /there is no language none/],
    [{ priority: 25_000_001 }, /priority is 25000001/],
  ])('but not into what is not there: %j', (body, message) => {
    const { ask, id, passes } = answeredCall();
    passes(1);

    expect(ask(path(id), body as never)).toMatchObject({
      status: 400,
      body: expect.stringMatching(message) as unknown,
    });
  });

  test('a call that waits nowhere has nothing to change', () => {
    const { ask, id, passes } = answeredCall();
    passes(60);

    expect(ask(path(id), { priority: 1 })).toMatchObject({
      status: 400,
      body: expect.stringMatching(/waits in no queue/) as unknown,
    });
  });
});
