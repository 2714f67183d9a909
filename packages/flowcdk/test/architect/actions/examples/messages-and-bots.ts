import {
  abortSurveyInvite,
  askForBoolean,
  askForIntent,
  askForSlot,
  callBotFlow,
  callDigitalBotFlow,
  callLexV2Bot,
  clearSlot,
  communicate,
  completeSurveyInvite,
  digitalMenu,
  disconnect,
  disconnectWorkitem,
  exitBotFlow,
  exitWorkitemFlow,
  exp,
  loopExit,
  seconds,
  sendAutoReply,
  sendResponse,
  set,
  terminateWorkitem,
  updateWorkitem,
} from '../../../../src';
import type { Examples } from '../private/example';
import { flow, ordersBot, said } from '../private/fixtures';

const off = { enabled: false };
const thenDisconnect = [{ disconnect: { name: 'Disconnect' } }];
const nobodyAsks = { errorType: { noValue: true }, errorMessage: { noValue: true } };

export const messagesAndBots = {
  sendResponse: {
    rule: 'a text that is known is a literal',
    action: sendResponse('Hello', 'We are here.'),
    yaml: { name: 'Hello', messageBody: { lit: 'We are here.' } },
  },
  completeSurveyInvite: {
    rule: 'a reminder that nobody wrote is noValue',
    action: completeSurveyInvite('Ask them', {
      targetAddress: flow.email,
      inviteSubject: 'How was it?',
      inviteBody: exp<string>`Append("Tell us: ", Survey.Url)`,
    }),
    yaml: {
      name: 'Ask them',
      targetAddress: { exp: 'Flow.email' },
      inviteSubject: { lit: 'How was it?' },
      inviteBody: { exp: 'Append("Tell us: ", Survey.Url)' },
      reminderSubject: { noValue: true },
      reminderBody: { noValue: true },
    },
  },
  abortSurveyInvite: {
    rule: 'the reason is a literal',
    action: abortSurveyInvite('They do not want any', 'optOut'),
    yaml: { name: 'They do not want any', disposition: { lit: 'optOut' } },
  },
  callLexV2Bot: {
    rule: 'region, bot, language and alias are keys; an intent without slots says none',
    action: callLexV2Bot('Ask the bot', {
      region: 'eu-central-1',
      bot: 'Orders',
      language: 'en-us',
      alias: 'Live',
      initialIntent: 'Begin',
      sessionVariables: { customer: flow.customerId },
      outputSessionVariables: { answer: flow.status },
      intents: { Track: { slots: { email: flow.email }, then: [disconnect()] }, Other: {} },
    }),
    yaml: {
      name: 'Ask the bot',
      outputSessionVariables: [{ outputSessionVariable: { name: { lit: 'answer' }, variable: 'Flow.status' } }],
      sessionVariables: [{ sessionVariable: { name: { lit: 'customer' }, value: { exp: 'Flow.customerId' } } }],
      lexBot: {
        'eu-central-1': {
          Orders: {
            'en-us': {
              Live: {
                aliasInitialIntentName: { lit: 'Begin' },
                intents: { Track: { email: { var: 'Flow.email' } }, Other: { none: true } },
                outputs: { intents: { Track: { actions: thenDisconnect } } },
                failureOutputs: nobodyAsks,
              },
            },
          },
        },
      },
    },
  },
  sendAutoReply: {
    rule: 'addresses that were not given are noValue; to whom it goes is a bare word',
    action: sendAutoReply('We have it', { messageBody: exp<string>`Append(${'Hello '}, ${flow.customerName})` }),
    yaml: {
      name: 'We have it',
      from: { noValue: true },
      replyTo: { noValue: true },
      cc: { noValue: true },
      bcc: { noValue: true },
      messageBody: { exp: 'Append("Hello ", Flow.customerName)' },
      replyMode: 'replyToSender',
    },
  },
  communicate: {
    rule: 'what a bot says is an expression',
    action: communicate('Greet', said('Hello.')),
    yaml: { name: 'Greet', communication: { exp: 'MakeCommunication("Hello.")' } },
  },
  clearSlot: {
    rule: 'slots are a typed list of names',
    action: clearSlot('Again', ['Day', 'Time']),
    yaml: { name: 'Again', slots: [{ slot: { name: 'Day' } }, { slot: { name: 'Time' } }] },
  },
  askForSlot: {
    rule: 'a path of patience that has no actions is switched off',
    action: askForSlot('Which order?', {
      slot: 'OrderNumber',
      question: said('Which order?'),
      noMatch: said('Pardon?'),
      voiceEndOfInputTimeout: seconds(5),
      onMaxNoMatches: [disconnect()],
    }),
    yaml: {
      name: 'Which order?',
      slot: { name: 'OrderNumber' },
      question: { exp: 'MakeCommunication("Which order?")' },
      customValidation: { noValue: true },
      confirmationMode: { lit: 'never' },
      noMatch: { exp: 'MakeCommunication("Pardon?")' },
      voiceEndOfInputTimeout: { lit: { seconds: 5 } },
      outputs: { maxNoInputs: off, maxNoMatches: { enabled: true, actions: thenDisconnect } },
    },
  },
  askForBoolean: {
    rule: 'yes and no are paths beside those of patience',
    action: askForBoolean('Book it?', { question: said('Shall I?'), yes: [exitBotFlow()], no: [disconnect()] }),
    yaml: {
      name: 'Book it?',
      question: { exp: 'MakeCommunication("Shall I?")' },
      voiceEndOfInputTimeout: { noValue: true },
      outputs: {
        yes: { actions: [{ exitBotFlow: { name: 'Exit Bot Flow' } }] },
        no: { actions: thenDisconnect },
        maxNoInputs: off,
        maxNoMatches: off,
      },
    },
  },
  askForIntent: {
    rule: 'every intent has its own actions',
    action: askForIntent('How can I help?', {
      question: said('How can I help?'),
      noInput: said('Say something.'),
      intents: { 'Cancel my order': [disconnect()] },
      onNoIntent: [exitBotFlow()],
    }),
    yaml: {
      name: 'How can I help?',
      question: { exp: 'MakeCommunication("How can I help?")' },
      noInput: { exp: 'MakeCommunication("Say something.")' },
      voiceEndOfInputTimeout: { noValue: true },
      outputs: {
        intents: [{ intent: { name: 'Cancel my order', actions: thenDisconnect, enabled: true } }],
        noIntent: { enabled: true, actions: [{ exitBotFlow: { name: 'Exit Bot Flow' } }] },
        knowledge: off,
        maxNoInputs: off,
        maxNoMatches: off,
      },
    },
  },
  digitalMenu: {
    rule: 'every level of the chooser is wrapped in lit',
    action: digitalMenu('What next?', { question: said('What next?'), choices: { Buy: [disconnect()] } }),
    yaml: {
      name: 'What next?',
      question: { exp: 'MakeCommunication("What next?")' },
      selection: { noValue: true },
      knowledgeSearchResult: { noValue: true },
      chooser: {
        lit: {
          presentation: { lit: 'quickReplies' },
          quickReplies: {
            lit: {
              buttons: {
                lit: [{ lit: { label: { noValue: true }, value: { lit: 'Buy' }, type: { lit: 'postback' } } }],
              },
            },
          },
        },
      },
      outputs: { maxNoInputs: off, maxNoMatches: off, paths: [{ path: { name: 'Buy', actions: thenDisconnect } }] },
    },
  },
  exitBotFlow: { rule: 'it has a name and nothing else', action: exitBotFlow(), yaml: { name: 'Exit Bot Flow' } },
  callBotFlow: {
    rule: 'the bot and its version are keys; slots have their scope in the name',
    action: callBotFlow('Ask the bot', ordersBot, {
      inputText: exp<string>`Message.Message.body`,
      inputs: {},
      outputs: { 'Slot.OrderNumber': flow.customerId },
      intent: flow.status,
    }),
    yaml: {
      name: 'Ask the bot',
      inputText: { exp: 'Message.Message.body' },
      exitReason: { noValue: true },
      intent: { var: 'Flow.status' },
      botFlow: {
        'Orders bot': { ver_latestPublished: { outputs: { 'Slot.OrderNumber': { var: 'Flow.customerId' } } } },
      },
    },
  },
  callDigitalBotFlow: {
    rule: 'a bot that takes and gives nothing says none',
    action: callDigitalBotFlow('Ask the bot', { ...ordersBot, outputs: {} }, { inputs: {} }),
    yaml: {
      name: 'Ask the bot',
      inputText: { noValue: true },
      exitReason: { noValue: true },
      intent: { noValue: true },
      digitalBotFlow: { 'Orders bot': { ver_latestPublished: { none: true } } },
    },
  },
  disconnectWorkitem: {
    rule: 'what nobody asks for is noValue',
    action: disconnectWorkitem(),
    yaml: { name: 'Disconnect Workitem', failureOutputs: nobodyAsks },
  },
  terminateWorkitem: {
    rule: 'it has the form of disconnectWorkitem',
    action: terminateWorkitem('Done', { onSuccess: [loopExit()] }),
    yaml: {
      name: 'Done',
      failureOutputs: nobodyAsks,
      outputs: { success: { actions: [{ loopExit: { name: 'Exit Loop' } }] } },
    },
  },
  updateWorkitem: {
    rule: 'its statements are those of updateData',
    action: updateWorkitem('More urgent', { statements: [set(flow.tries, 2)] }),
    yaml: {
      name: 'More urgent',
      statements: [{ integer: { variable: 'Flow.tries', value: { lit: 2 } } }],
      failureOutputs: nobodyAsks,
    },
  },
  exitWorkitemFlow: {
    rule: 'it has a name and nothing else',
    action: exitWorkitemFlow(),
    yaml: { name: 'Exit Workitem Flow' },
  },
} satisfies Examples;
