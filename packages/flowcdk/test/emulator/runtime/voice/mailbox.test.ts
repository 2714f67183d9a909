import type { Run } from '../../../../src/emulator/runtime/action-context';
import type { Mailbox } from '../../../../src/emulator/runtime/conversation/holder';
import { toMailbox } from '../../../../src/emulator/runtime/voice/mailbox';

const leg = {};

type Callback = Parameters<typeof toMailbox>[3];

/** The callbacks that a message for a queue creates. */
function callbacksOf(callback: Callback): readonly object[] {
  const created: object[] = [];
  const run = {
    leg,
    place: {},
    runtime: {
      calls: { takeMessage: (_leg: unknown, { onMessage }: { readonly onMessage?: () => void }) => onMessage?.() },
      callbacks: { create: (fields: object) => created.push(fields) },
    },
  } as unknown as Run;
  const mailbox = { kind: 'queue', entity: { id: 'q1', name: 'Support' } } as Mailbox;
  const transferred = toMailbox(run, mailbox, undefined, callback);
  if ('go' in transferred) transferred.go();
  return created;
}

test.each<[what: string, callback: Callback, created: readonly object[]]>([
  [
    'for the number, with the name of the customer',
    { number: '+33142685300', calleeName: 'Ada' },
    [{ queueId: 'q1', numbers: ['+33142685300'], after: leg, userName: 'Ada' }],
  ],
  [
    'without a name, if there is none',
    { number: '+33142685300' },
    [{ queueId: 'q1', numbers: ['+33142685300'], after: leg }],
  ],
  ['never, where nobody is called back', undefined, []],
])('a message creates a callback %s', (_, callback, created) => {
  expect(callbacksOf(callback)).toStrictEqual(created);
});
