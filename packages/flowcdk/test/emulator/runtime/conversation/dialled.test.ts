import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { Dialled } from '../../../../src/emulator/runtime/conversation/dialled';
import type { HttpOutcome } from '../../../../src/emulator/runtime/services/http';
import type { CalleeBehaviour } from '../../../../src/emulator/runtime/settings';
import { seconds } from '../../../../src';
import { failsWith, hangs, respondsWith, type Service } from '../../../../src/testing';
import { callTo, lineWith } from '../../../testing/private/line-with';

const line = lineWith(`
transferToNumber:
    name: On
    targetNumber: { lit: '+442079460999' }
    connectTimeout: { lit: { seconds: 20 } }
    failureOutputs: { errorType: { var: Flow.intent }, errorMessage: { noValue: true } }
    outputs: { failure: { actions: [{ playAudio: { name: Sorry, audio: { exp: ToAudioTTS(Flow.intent) } } }] } }`);

describe('a service stands in for whoever a call is transferred to', () => {
  test.each<[what: string, service: Service, type: string]>([
    ['a failure is a busy line', failsWith(486), 'busy'],
    ['a service that hangs lets it ring', hangs(), 'no.answer'],
    ['a late answer comes too late', respondsWith({}).after(seconds(30)), 'no.answer'],
  ])('%s', async (_, service, type) => {
    const { call } = await callTo(line, { 'transfer +442079460999': service });

    expect(call.heard).toContain(type);
  });

  test('it answers when its answer comes', async () => {
    const { call } = await callTo(line, { 'transfer +442079460999': respondsWith({}).after(seconds(12)) });
    const [answered] = call.eventsOf('transfer.answered');

    expect((answered?.at ?? 0) - (call.events[0]?.at ?? 0)).toBe(12_000);
  });
});

interface Called {
  readonly callees?: Readonly<Record<string, CalleeBehaviour>>;
  /** Whether the user has another call. */
  readonly busy?: boolean;
  /** What a stand-in answers, and after how many milliseconds. */
  readonly standIn?: { readonly outcome: HttpOutcome; readonly after: number };
}

/** Calls a number, or a user, and says what became of it. */
function calling(whom: 'number' | 'user', { callees = {}, busy = false, standIn }: Called = {}, timeout?: number) {
  const clock = new VirtualClock(0);
  const story: string[] = [];
  const note = (what: string): number => story.push(`${clock.now()} ${what}`);
  const joined: Record<string, unknown>[] = [];
  const names: string[] = [];
  const leg = {
    conversation: {
      join: (fields: object) => {
        const participant = { ...fields };
        joined.push(participant);
        return participant;
      },
    },
    log: (type: string, { to }: { readonly to: string }) => note(`${type} ${to}`),
  };
  const runtime = {
    clock,
    settings: { callees },
    acd: { agents: { isBusy: () => busy } },
    detail: { userStart: () => note('user.start'), userEnd: () => note('user.end') },
    calls: {
      end: (_: unknown, by: 'callee') => {
        note(`over by ${by}`);
        callee.callEnded(by);
      },
    },
    standIns: (...all: readonly string[]) => {
      names.push(...all);
      return (
        standIn &&
        (() => (done: (outcome: HttpOutcome) => void) => clock.after(standIn.after, () => done(standIn.outcome)))
      );
    },
  };
  const callee: Dialled =
    whom === 'user'
      ? Dialled.user(runtime as never, leg as never, { id: 'ada', name: 'Ada', division: { id: 'home' } } as never)
      : Dialled.number(runtime as never, leg as never, '+4930123456');
  const stop = callee.rings(timeout)((outcome) => note(outcome));
  const run = (milliseconds = Infinity): void => void clock.runNow(() => false, clock.now() + milliseconds);
  return { story, callee, stop, run, names, participant: () => joined[0] ?? {} };
}

const NUMBER = 'tel:+4930123456';

describe('a person who is called', () => {
  test.each<[what: string, called: Called, timeout: number | undefined, outcome: string]>([
    ['answers after five seconds, where nothing is known of them', {}, undefined, '5000 answered'],
    ['answers when they do', { callees: { '+4930123456': { answersAfter: 7_000 } } }, undefined, '7000 answered'],
    ['is known by the address, too', { callees: { [NUMBER]: { answersAfter: 7_000 } } }, undefined, '7000 answered'],
    ['answers at the last moment', { callees: { [NUMBER]: { answersAfter: 9_000 } } }, 9_000, '9000 answered'],
    ['answers too late', { callees: { [NUMBER]: { answersAfter: 9_001 } } }, 9_000, '9000 noAnswer'],
    ['never answers', { callees: { [NUMBER]: {} } }, undefined, '60000 noAnswer'],
    ['is busy', { callees: { [NUMBER]: { busy: true, answersAfter: 1 } } }, undefined, '0 busy'],
  ])('%s', (_, called, timeout, outcome) => {
    const { story, run } = calling('number', called, timeout);
    run();
    expect(story.at(-1)).toBe(outcome);
    expect(story.filter((line) => /answered$|busy$|noAnswer$/.test(line))).toEqual([outcome]);
  });

  test('is a participant from the first ring on', () => {
    const { run, participant } = calling('number');
    expect(participant()).toEqual({ purpose: 'external', address: NUMBER });
    run();
    expect(participant()).toEqual({ purpose: 'external', address: NUMBER, connectedAt: 5_000 });
  });

  test('who does not answer leaves', () => {
    const { run, participant } = calling('number', { callees: { [NUMBER]: {} } });
    run();
    expect(participant()).toMatchObject({ endedAt: 60_000, disconnectType: 'NO_ANSWER_TRANSFER' });
    expect(participant()).not.toHaveProperty('connectedAt');
  });

  test('talks as long as they do, then hangs up', () => {
    const { story, run, participant } = calling('number', {
      callees: { [NUMBER]: { answersAfter: 1_000, talksFor: 4_000 } },
    });
    run();
    expect(story).toEqual([`1000 transfer.answered ${NUMBER}`, '1000 answered', '5000 over by callee']);
    expect(participant()).toMatchObject({ endedAt: 5_000, disconnectType: 'ENDPOINT' });
  });

  test('hears no more when the call is over', () => {
    const { story, callee, run, participant } = calling('number', {
      callees: { [NUMBER]: { answersAfter: 1_000, talksFor: 4_000 } },
    });
    run(2_000);
    callee.callEnded('caller');
    run();
    expect(story.at(-1)).toBe('1000 answered');
    expect(participant()).toMatchObject({ endedAt: 2_000, disconnectType: 'PEER' });
    callee.callEnded('callee');
    expect(participant()).toMatchObject({ endedAt: 2_000, disconnectType: 'PEER' });
  });

  test('who is rung no more leaves', () => {
    const { story, stop, run, participant } = calling('number');
    run(2_000);
    stop();
    run();
    expect(story).toEqual([]);
    expect(participant()).toMatchObject({ endedAt: 2_000, disconnectType: 'PEER' });
  });

  test('who has answered stays when the ringing stops', () => {
    const { stop, run, participant } = calling('number');
    run();
    stop();
    expect(participant()).not.toHaveProperty('endedAt');
  });
});

describe('a user who is called', () => {
  test('has a session with events of its own', () => {
    const { story, run, callee, participant } = calling('user', {
      callees: { Ada: { answersAfter: 2_000, talksFor: 1_000 } },
    });
    expect(callee.name).toBe('Ada');
    expect(participant()).toEqual({ purpose: 'user', name: 'Ada', userId: 'ada', divisionId: 'home' });
    run();
    expect(story).toEqual([
      '0 user.start',
      '2000 transfer.answered Ada',
      '2000 answered',
      '3000 over by callee',
      '3000 user.end',
    ]);
    expect(participant()).toMatchObject({ disconnectType: 'CLIENT' });
  });

  test('is known by id before name', () => {
    const { story, run } = calling('user', { callees: { Ada: { answersAfter: 2_000 }, ada: { answersAfter: 3_000 } } });
    run();
    expect(story.at(-1)).toBe('3000 answered');
  });

  test('is busy with another call', () => {
    const { story, run } = calling('user', { busy: true, callees: { Ada: { answersAfter: 2_000 } } });
    run();
    expect(story).toEqual(['0 user.start', '0 user.end', '0 busy']);
  });
});

describe('a stand-in plays whoever is called', () => {
  const response = (status: number) => ({ response: { status, headers: {}, body: '' } });
  const broken: HttpOutcome = { problem: 'connection', message: 'cut' };
  const nobody: HttpOutcome = { problem: 'noService', message: 'there are none' };

  test.each<[what: string, outcome: HttpOutcome, after: number, came: string]>([
    ['200 takes the call', response(200), 3_000, '3000 answered'],
    ['299 takes the call', response(299), 3_000, '3000 answered'],
    ['199 is busy', response(199), 3_000, '3000 busy'],
    ['300 is busy', response(300), 3_000, '3000 busy'],
    ['a cut connection is busy', broken, 3_000, '3000 busy'],
    ['a late answer comes too late', response(200), 9_001, '9000 noAnswer'],
    ['nobody plays it after all', nobody, 1_000, '6000 answered'],
  ])('%s', (_, outcome, after, came) => {
    const { story, run, names } = calling('number', { standIn: { outcome, after } }, 9_000);
    run();
    expect(names).toEqual([`transfer ${NUMBER}`, 'transfer +4930123456']);
    expect(story.filter((line) => /answered$|busy$|noAnswer$/.test(line))).toEqual([came]);
  });
});
