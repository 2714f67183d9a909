import { transferWithoutFailureHandling } from '../../../src/check/rules/transfer-without-failure-handling';
import { call } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const menu = (choice: string): string =>
  call('- jumpToMenu: { targetMenuRef: "./menus/menu[m]" }', {
    menus: `- menu: { name: Main, refId: m, choices: [${choice}] }`,
  });

ruleTest(transferWithoutFailureHandling, {
  valid: {
    'actions for a failure': call(
      '- transferToAcd: { name: To agents, outputs: { failure: { actions: [disconnect: { name: Bye }] } } }',
    ),
    'actions behind the transfer': call('- transferToAcd: { name: To agents }\n- disconnect: { name: Bye }'),
    'words for a failure': call('- transferToAcd: { name: To agents, failureTransferAudio: { tts: Sorry } }'),
    'words of a menu choice': menu('menuTransferToAcd: { name: Agents, failureTransferAudio: { tts: Sorry } }'),
    'actions of a menu choice': menu(
      'menuTransferToAcd: { name: Agents, outputs: { failure: { actions: [disconnect: { name: Bye }] } } }',
    ),
    'a menu choice that transfers nobody': menu('menuDisconnect: { name: Bye }'),
    'an in-queue flow, which begins again': 'inqueueCall: { startUpTaskActions: [transferToFlow: { name: On }] }',
  },
  invalid: {
    'a transfer at the end of a task': {
      in: call('- transferToAcd: { name: To agents }'),
      finds: ['flow / Task / To agents: nothing happens when this transfer fails'],
    },
    'silence as failure audio': {
      in: call('- transferToNumber: { name: Out, failureTransferAudio: { exp: ToAudioBlank(10) } }'),
      finds: ['flow / Task / Out: nothing happens when this transfer fails'],
    },
    'a choice of a menu': {
      in: menu('menuTransferToAcd: { name: Agents }'),
      finds: ['flow / Main / Agents: nothing happens when this transfer fails'],
    },
  },
});
