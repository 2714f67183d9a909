import type { ActionNode } from '../../../../../src/architect/actions';
import { ReferenceValue, type Value } from '../../../../../src/architect/expressions';
import { scalar } from '../../../../../src/architect/yaml/node';
import { transferToUser } from '../../../../../src/emulator/runtime/actions/transfer-to-user';
import type { Callee, DialOutcome, VoicemailOptions } from '../../../../../src/emulator/runtime/conversation/holder';
import { type FakeLeg, fakeRun, outcomeOf } from '../../private/fake-run';

const ada = { id: 'ada', name: 'Ada Lambert' };

const action = (allowVoicemailRollover: boolean): ActionNode<'transferToUser'> => ({
  kind: 'transferToUser',
  targetUser: { kind: 'expression', text: 'Flow.colleague' },
  allowVoicemailRollover: { kind: 'literal', yaml: scalar(allowVoicemailRollover) },
});

/** What becomes of a transfer to Ada, who answers or does not. */
function transfer(
  rings: DialOutcome,
  { voicemail = false, to = new ReferenceValue('user', 'ada', 'Ada') as Value } = {},
) {
  const events: string[] = [];
  const callee: Callee = { name: ada.name, rings: () => (done) => (done(rings), () => undefined), callEnded: () => {} };
  const messages: VoicemailOptions[] = [];
  let goOn = (): void => undefined;
  const leg: FakeLeg = {
    ended: false,
    holder: undefined,
    transferType: undefined,
    line: { flush: function* () {} },
    log: (type: string) => void events.push(type),
  };
  const { run, logged } = fakeRun({
    leg,
    values: { 'Flow.colleague': to },
    program: { tree: { settingsActionDefaults: undefined } as object },
    runtime: {
      clock: { now: () => 0 },
      // The action reads nothing else of a user.
      org: { get: (_kind, id) => (id === ada.id ? (ada as never) : undefined) },
      acd: { flowOut: () => void events.push('out of the queue') },
      calls: {
        user: () => callee,
        afterFlow: (_leg, next) => void (goOn = next),
        takeMessage: (_leg, options) => void messages.push(options),
      },
    },
  });
  const outcome = outcomeOf(transferToUser(action(voicemail), run));
  goOn();
  return { outcome, leg, logged, callee, messages, events };
}

test('whoever answers has the call when the flow has ended', () => {
  const { outcome, leg, callee, logged, events } = transfer('answered');

  expect(outcome).toEqual({ to: 'end', reason: 'transfer' });
  expect(leg).toMatchObject({ transferType: 'USER', holder: callee });
  expect(logged).toEqual([{ type: 'transfer.started', fields: { transferType: 'USER', to: 'Ada Lambert' } }]);
  expect(events).toEqual(['audio.started', 'audio.ended', 'out of the queue']);
});

test.each([
  ['is busy', 'busy', 'the line is busy'],
  ['does not answer', 'noAnswer', 'nobody answered in time'],
] as const)('a user who %s makes the transfer fail', (_, rings, problem) => {
  const { outcome, leg, logged } = transfer(rings);

  expect(outcome).toMatchObject({ to: 'way', name: 'failure' });
  expect(leg.holder).toBeUndefined();
  expect(logged).toEqual([{ type: 'transfer.failed', fields: { to: 'Ada Lambert', problem } }]);
});

test('a user who does not answer has a voicemail, where the action allows it', () => {
  const { outcome, leg, messages } = transfer('noAnswer', { voicemail: true });

  expect(outcome).toEqual({ to: 'end', reason: 'transfer' });
  expect(leg.transferType).toBe('USER_VOICEMAIL');
  expect(messages).toMatchObject([{ mailbox: { kind: 'user', entity: ada } }]);
});

test.each([
  ['no user', null, 'the user is NOT_SET'],
  ['one who was deleted', new ReferenceValue('user', 'bob', 'Bob'), "the organisation has no user 'Bob' any more"],
])('a transfer to %s fails', (_, to, problem) => {
  const { outcome, logged } = transfer('answered', { to });

  expect(outcome).toMatchObject({ to: 'way', name: 'failure' });
  expect(logged).toMatchObject([{ type: 'transfer.failed', fields: { problem } }]);
});
