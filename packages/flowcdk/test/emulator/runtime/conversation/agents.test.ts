import { Agents, type AgentRequirements, type AgentState } from '../../../../src/emulator/runtime/conversation/agents';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { Org } from '../../../../src/emulator/state/org';
import type { User } from '../../../../src/emulator/state/tables/user';

/** An org whose users are the members of one queue. */
function team(users: Readonly<Record<string, object>>, queue: object = {}) {
  const clock = new VirtualClock(Date.UTC(2026, 0, 5));
  const org = new Org({ now: () => new Date(clock.now()), newId: () => 'id' });
  const addUser = (id: string, fields: object = {}): unknown => org.put('user', { id, name: id, ...fields } as User);
  for (const [id, fields] of Object.entries(users)) addUser(id, fields);
  const members = Object.keys(users).map((id) => ({ id, ringNumber: 1 }));
  org.put('queue', { id: 'support', name: 'Support', members, ...queue } as never);
  const agents = new Agents({ org, clock });
  return {
    agents,
    clock,
    addUser,
    pass: (seconds: number): void => void clock.runNow(() => false, clock.now() + seconds * 1000),
    best: (requirements: Partial<AgentRequirements> = {}, standIns = false): string | undefined =>
      agents.best({ queueId: 'support', ...requirements }, standIns)?.id,
    fitting: (requirements: Partial<AgentRequirements> = {}): readonly string[] =>
      agents.fitting({ queueId: 'support', ...requirements }).map(({ id }: User) => id),
  };
}

const everybody = { ada: {}, ben: {}, cid: {} };

test('an agent is off queue until they go on queue', () => {
  const { clock, pass, agents } = team(everybody);
  expect([agents.state('ada'), agents.since('ada'), agents.isOnQueue('ada')]).toEqual(['OFF_QUEUE', undefined, false]);
  pass(5);
  agents.goOnQueue('ada');
  expect([agents.state('ada'), agents.since('ada'), agents.isOnQueue('ada')]).toEqual(['IDLE', clock.now(), true]);
  agents.goOffQueue('ada');
  expect(agents.state('ada')).toBe('OFF_QUEUE');
});

test.each<[state: AgentState, busy: boolean]>([
  ['OFF_QUEUE', false],
  ['IDLE', false],
  ['NOT_RESPONDING', false],
  ['ALERTING', true],
  ['INTERACTING', true],
  ['AFTER_CALL_WORK', true],
])('%s is busy: %s', (state, busy) => {
  const { agents } = team(everybody);
  agents.set('ada', state);
  expect(agents.isBusy('ada')).toBe(busy);
});

describe('an agent who has a call', () => {
  test('leaves the queue after it', () => {
    const { agents } = team(everybody);
    agents.set('ada', 'INTERACTING');
    agents.goOffQueue('ada');
    expect([agents.state('ada'), agents.isOnQueue('ada')]).toEqual(['INTERACTING', false]);
    agents.set('ada', 'AFTER_CALL_WORK');
    expect(agents.state('ada')).toBe('AFTER_CALL_WORK');
    agents.set('ada', 'IDLE');
    expect(agents.state('ada')).toBe('OFF_QUEUE');
    agents.set('ada', 'IDLE');
    expect(agents.state('ada')).toBe('IDLE');
  });

  test('may change their mind and stay', () => {
    const { agents } = team(everybody);
    agents.set('ada', 'INTERACTING');
    agents.goOffQueue('ada');
    agents.goOnQueue('ada');
    expect([agents.state('ada'), agents.isOnQueue('ada')]).toEqual(['INTERACTING', true]);
    agents.set('ada', 'IDLE');
    expect(agents.state('ada')).toBe('IDLE');
  });
});

test('calls are looked for whenever an agent is free', () => {
  const { agents } = team(everybody);
  let free = 0;
  agents.onFree = () => {
    free += 1;
  };
  agents.set('ada', 'INTERACTING');
  expect(free).toBe(0);
  agents.set('ada', 'IDLE');
  agents.goOffQueue('ada');
  expect(free).toBe(2);
});

describe('the members to whom a call may go', () => {
  test('are all of them, in the order of the queue', () =>
    expect(team(everybody).fitting()).toEqual(['ada', 'ben', 'cid']));

  test('speak the language', () =>
    expect(team({ ada: {}, ben: { languages: [{ id: 'fr' }] } }).fitting({ languageId: 'fr' })).toEqual(['ben']));

  const skilled = { ada: {}, ben: { skills: [{ id: 'x' }] }, cid: { skills: [{ id: 'x' }, { id: 'y' }] } };

  test.each<[method: string | undefined, skillIds: readonly string[], fits: readonly string[]]>([
    [undefined, ['x', 'y'], ['cid']],
    ['ALL', ['x', 'y'], ['cid']],
    ['ALL', ['x'], ['ben', 'cid']],
    ['ALL', [], ['ada', 'ben', 'cid']],
    ['BEST', ['x', 'y'], ['ada', 'ben', 'cid']],
    ['NONE', ['x', 'y'], ['ada', 'ben', 'cid']],
  ])('have the skills as the evaluation %s wants: %j', (skillEvaluationMethod, skillIds, fits) =>
    expect(
      team(skilled, skillEvaluationMethod === undefined ? {} : { skillEvaluationMethod }).fitting({ skillIds }),
    ).toEqual(fits),
  );

  test('are one agent where the call asks for them, member or not', () => {
    const { addUser, fitting } = team(everybody);
    addUser('dan');
    expect(fitting({ directAgentId: 'dan', languageId: 'fr' })).toEqual(['dan']);
    expect(fitting({ directAgentId: 'nobody' })).toEqual([]);
  });
});

describe('the agent at whom a call rings', () => {
  test('is idle', () => {
    const { agents, best } = team(everybody);
    expect(best()).toBeUndefined();
    agents.set('ada', 'NOT_RESPONDING');
    agents.set('ben', 'INTERACTING');
    agents.set('cid', 'IDLE');
    expect(best()).toBe('cid');
  });

  test('has been idle longest', () => {
    const { pass, agents, best } = team(everybody);
    for (const id of ['cid', 'ada', 'ben']) {
      agents.goOnQueue(id);
      pass(1);
    }
    expect(best()).toBe('cid');
  });

  test('is a preferred one, the highest score first', () => {
    const { pass, agents, best } = team(everybody);
    for (const id of ['ada', 'ben', 'cid']) {
      agents.goOnQueue(id);
      pass(1);
    }
    expect(
      best({
        preferredAgents: [
          { userId: 'ben', score: 10 },
          { userId: 'cid', score: 20 },
        ],
      }),
    ).toBe('cid');
    expect(best({ preferredAgents: [{ userId: 'ben', score: 0 }] })).toBe('ben');
  });

  test('knows it best, where the queue looks at that', () => {
    const rated = (...proficiencies: readonly number[]) => ({
      skills: proficiencies.map((proficiency, i) => ({ id: 'xy'[i] ?? '', proficiency })),
    });
    const { agents, best } = team(
      { ada: rated(1, 5), ben: rated(4), cid: rated(4, 3) },
      { skillEvaluationMethod: 'BEST' },
    );
    for (const id of ['ada', 'ben', 'cid']) agents.goOnQueue(id);
    expect(best({ skillIds: ['x'] })).toBe('ben');
    expect(best({ skillIds: ['x', 'y'] })).toBe('cid');
    expect(best()).toBe('ada');
  });

  test('stands in for scripted staff where anybody does: those on queue first', () => {
    const { pass, agents, best } = team({ ...everybody, dan: {} });
    agents.set('ada', 'NOT_RESPONDING');
    agents.set('ben', 'ALERTING');
    expect(best({}, true)).toBe('cid');
    pass(1);
    agents.goOnQueue('dan');
    expect(best({}, true)).toBe('dan');
  });
});
