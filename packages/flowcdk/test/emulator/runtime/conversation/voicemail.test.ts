import { Voicemail } from '../../../../src/emulator/runtime/conversation/voicemail';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { VoicemailOptions } from '../../../../src/emulator/runtime/conversation/holder';
import { sleep } from '../../../../src/emulator/runtime/steps';

const queue = { kind: 'queue', entity: { id: 'support', name: 'Support', division: { id: 'home' } } };

/** A caller who leaves a message, and everything that becomes of it. */
function recording(options: object = {}) {
  const clock = new VirtualClock(0);
  const logged: object[] = [];
  const joined: Record<string, unknown>[] = [];
  const messages: number[] = [];
  const leg = {
    conversation: {
      join: (fields: object) => {
        joined.push({ ...fields });
        return joined[0];
      },
    },
    line: { play: () => sleep(clock, 4_000) },
    log: (type: string, fields: object) => logged.push({ type, ...fields }),
  };
  const voicemail: Voicemail = new Voicemail(
    {
      clock,
      calls: { end: (_: unknown, by: 'system') => voicemail.callEnded(by) },
      detail: {
        voicemailStart: () => logged.push({ type: 'start' }),
        voicemailEnd: (_: unknown, __: unknown, milliseconds: number) => logged.push({ type: 'end', milliseconds }),
      },
    } as never,
    leg as never,
    {
      mailbox: queue,
      greeting: { kind: 'speech', text: 'After the tone', milliseconds: 4_000 },
      onMessage: (milliseconds: number) => messages.push(milliseconds),
      ...options,
    } as VoicemailOptions,
  );
  const pass = (milliseconds: number): void => void clock.runNow(() => false, clock.now() + milliseconds);
  return { clock, voicemail, logged, messages, pass, participant: () => joined[0] };
}

test('a message begins behind the greeting and lasts until the caller hangs up', () => {
  const { voicemail, pass, logged, messages, participant } = recording();
  voicemail.start();
  pass(10_000);
  voicemail.callEnded('caller');
  expect(logged).toEqual([
    { type: 'voicemail.started', to: 'Support' },
    { type: 'start' },
    { type: 'voicemail.left', to: 'Support', milliseconds: 6_000 },
    { type: 'end', milliseconds: 6_000 },
  ]);
  expect(messages).toEqual([6_000]);
  expect(participant()).toEqual({
    purpose: 'voicemail',
    name: 'Support',
    queueId: 'support',
    divisionId: 'home',
    connectedAt: 0,
    endedAt: 10_000,
    disconnectType: 'PEER',
  });
});

test.each([
  [{ kind: 'user', entity: { id: 'ada', name: 'Ada' } }, { userId: 'ada' }],
  [{ kind: 'group', entity: { id: 'team', name: 'Team' } }, { groupId: 'team' }],
])('the mailbox %j belongs to %j', (mailbox, owner) => {
  const participant = recording({ mailbox }).participant();
  expect(participant).toMatchObject(owner);
  expect(participant).not.toHaveProperty('queueId');
  expect(participant).not.toHaveProperty('divisionId');
});

test('without a greeting the message begins at once', () => {
  const { voicemail, pass, messages } = recording({ greeting: undefined });
  voicemail.start();
  pass(3_000);
  voicemail.callEnded('caller');
  expect(messages).toEqual([3_000]);
});

test.each([2_000, 4_000])('a caller who hangs up after %d milliseconds of the greeting leaves no message', (after) => {
  const { voicemail, pass, logged, messages } = recording();
  voicemail.start();
  pass(after);
  voicemail.callEnded('caller');
  pass(10_000);
  expect(messages).toEqual([]);
  expect(logged.slice(2)).toEqual([{ type: 'end', milliseconds: 0 }]);
});

test('who has left a message is not ended by the system any more', () => {
  const { voicemail, clock, pass, logged, messages } = recording();
  voicemail.start();
  pass(10_000);
  voicemail.callEnded('caller');
  clock.runNow();
  expect(messages).toEqual([6_000]);
  expect(logged.filter((event) => 'type' in event && event.type === 'end')).toHaveLength(1);
});

test('after three minutes the system ends the call', () => {
  const { voicemail, clock, logged, messages, participant } = recording();
  voicemail.start();
  clock.runNow();
  expect(messages).toEqual([180_000]);
  expect(logged.at(-1)).toEqual({ type: 'end', milliseconds: 180_000 });
  expect(participant()).toMatchObject({ endedAt: 184_000, disconnectType: 'SYSTEM' });
});

test('nobody need wait for the message', () => {
  const { voicemail, pass, logged } = recording({ onMessage: undefined });
  voicemail.start();
  pass(5_000);
  voicemail.callEnded('caller');
  expect(logged.at(-1)).toEqual({ type: 'end', milliseconds: 1_000 });
});
