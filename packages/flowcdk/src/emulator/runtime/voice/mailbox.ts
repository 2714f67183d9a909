import type { Value } from '../../../architect/expressions';
import type { Run } from '../action-context';
import type { Mailbox, TransferType } from '../conversation/holder';
import { onCall } from '../flow/on-call';
import type { Transferred } from './transfer';

const types: Readonly<Record<Mailbox['kind'], TransferType>> = {
  queue: 'ACD_VOICEMAIL',
  user: 'USER_VOICEMAIL',
  group: 'GROUP_VOICEMAIL',
};

/** The greeting before the tone if the flow has none (assumed). */
const GREETING = { kind: 'prompt', text: '(voicemail greeting)', milliseconds: 4_000 } as const;

/** Lets the caller leave a message. A message for a queue creates a callback (documented). */
export function toMailbox(
  run: Run,
  mailbox: Mailbox,
  greeting: Value | undefined,
  callback?: { readonly number: string; readonly calleeName?: string },
): Transferred {
  const leg = onCall(run);
  const { runtime } = run;
  const spoken = greeting === undefined ? GREETING : leg.utterance(greeting);
  const go = (): void =>
    runtime.calls.takeMessage(leg, {
      mailbox,
      greeting: spoken,
      ...(callback === undefined
        ? {}
        : {
            onMessage: () => {
              const { number, calleeName } = callback;
              runtime.callbacks.create(
                {
                  queueId: mailbox.entity.id,
                  numbers: [number],
                  after: leg,
                  ...(calleeName === undefined ? {} : { userName: calleeName }),
                },
                run.place,
              );
            },
          }),
    });
  return { type: types[mailbox.kind], to: mailbox.entity.name, go };
}
