import {
  callData,
  collectInput,
  disconnect,
  type DurationLiteral,
  inboundCall,
  jumpToMenu,
  type Menu,
  menu,
  menuJumpToTask,
  menuTransferToAcd,
  playAudio,
  type QueueDefinition,
  seconds,
  string,
  switchOn,
  task,
  transferToAcd,
} from 'flowcdk';
import type { findRepair } from '../data-actions/find-repair';

export interface Reception {
  readonly findRepair: ReturnType<typeof findRepair>;
  /** How long a caller is kept waiting for the workshop. */
  readonly timeout: DurationLiteral;
  /** Where people answer. */
  readonly queue: QueueDefinition;
}

const nobodyThere = 'We are sorry, nobody can take your call at the moment. Please call again.';

/** The reception: a menu, what the workshop says of a repair, and people for everything else. */
export const receptionFlow = ({ findRepair: find, timeout, queue }: Reception) =>
  inboundCall({
    name: 'reception',
    description: 'Tells how far a repair is, or hands the call to a mechanic',
    initialGreeting: 'Welcome to the bicycle workshop.',
    settings: { preHandlingAudio: 'Something went wrong here. Please call again.' },
    variables: { ticket: string(), state: string() },
    startUp: ({ ticket, state }) => {
      const toAMechanic = (name: string) => [
        transferToAcd(name, {
          targetQueue: queue,
          preTransferAudio: 'I am putting you through to a mechanic.',
          failureTransferAudio: nobodyThere,
          onFailure: [disconnect()],
        }),
      ];

      const isItReady = task('Is it ready?', [
        collectInput('Ask for the ticket', {
          inputData: ticket,
          digits: 4,
          inputAudio: 'Please type the four digits on your ticket.',
          noEntryTimeout: seconds(8),
          onFailure: toAMechanic('Without a ticket'),
        }),
        callData('Ask the workshop', find, {
          inputs: { ticket },
          outputs: { state },
          timeout,
          onSuccess: [
            switchOn<string>(
              'How far is it?',
              state,
              {
                READY: [playAudio('It is ready', 'Your bicycle is ready. You can pick it up.')],
                IN_WORK: [playAudio('It is in work', 'Your bicycle is being repaired right now.')],
              },
              {
                otherwise: [
                  playAudio('Unknown ticket', 'I do not know that ticket.'),
                  ...toAMechanic('With an unknown ticket'),
                ],
              },
            ),
          ],
          onFailure: toAMechanic('The workshop does not answer'),
          onTimeout: toAMechanic('The workshop is slow'),
        }),
        jumpToMenu('Anything else?', () => mainMenu),
      ]);

      const mainMenu: Menu = menu('Main menu', {
        audio: 'If you would like to know whether your bicycle is ready, press 1. To talk to a mechanic, press 2.',
        choices: [
          menuJumpToTask('Is it ready?', { dtmf: 'digit_1', targetTask: isItReady }),
          menuTransferToAcd('Talk to a mechanic', {
            dtmf: 'digit_2',
            targetQueue: queue,
            failureTransferAudio: nobodyThere,
            onFailure: [disconnect()],
          }),
        ],
      });
      return mainMenu;
    },
  });
