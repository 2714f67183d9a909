import {
  callCommonModule,
  callData,
  callDataSecure,
  callDecisionTable,
  dataTableLookup,
  decryptData,
  disconnect,
  encryptData,
  exp,
  getConversationData,
  getExternalContact,
  getExternalOrganization,
  getParticipantData,
  loopExit,
  loopNext,
  searchExternalContacts,
  seconds,
  sendNotification,
  setConversationData,
  setParticipantData,
} from '../../../../src';
import type { Examples } from '../private/example';
import { findInAlpha, flow, resolveContact, shops } from '../private/fixtures';

export const data = {
  callData: {
    rule: 'category and data action are keys; an output that nobody asked for is noValue',
    action: callData('Look up', findInAlpha, {
      inputs: { phoneNumber: '+331', strict: true },
      outputs: { customerId: flow.customerId },
      timeout: seconds(5),
      onSuccess: [loopExit()],
      onFailure: [loopNext()],
      onTimeout: [disconnect()],
    }),
    yaml: {
      name: 'Look up',
      timeout: { lit: { seconds: 5 } },
      category: {
        'Customer databases': {
          dataAction: {
            'Find customer in Alpha': {
              inputs: { phoneNumber: { lit: '+331' }, strict: { lit: true } },
              successOutputs: {
                customerId: { var: 'Flow.customerId' },
                fullName: { noValue: true },
                orders: { noValue: true },
              },
            },
          },
        },
      },
      outputs: {
        success: { actions: [{ loopExit: { name: 'Exit Loop' } }] },
        failure: { actions: [{ loopNext: { name: 'Next Loop' } }] },
        timeout: { actions: [{ disconnect: { name: 'Disconnect' } }] },
      },
    },
  },
  callDataSecure: {
    rule: 'it has the form of callData',
    action: callDataSecure('Pay', { ...findInAlpha, secure: true }, { inputs: { phoneNumber: flow.customerId } }),
    yaml: {
      name: 'Pay',
      category: {
        'Customer databases': {
          dataAction: {
            'Find customer in Alpha': {
              inputs: { phoneNumber: { exp: 'Flow.customerId' } },
              successOutputs: { customerId: { noValue: true }, fullName: { noValue: true }, orders: { noValue: true } },
            },
          },
        },
      },
    },
  },
  callCommonModule: {
    rule: 'the module and its version are keys; its variables have the scope Common',
    action: callCommonModule('Who is it?', resolveContact, {
      inputs: { email: flow.email },
      outputs: { contactId: flow.customerId },
    }),
    yaml: {
      name: 'Who is it?',
      commonModule: {
        'Resolve contact': {
          ver_latestPublished: {
            inputs: { 'Common.email': { exp: 'Flow.email' } },
            outputs: { 'Common.contactId': { var: 'Flow.customerId' }, 'Common.known': { noValue: true } },
          },
        },
      },
    },
  },
  dataTableLookup: {
    rule: 'the table is a key; a column that nobody asked for is noValue',
    action: dataTableLookup('Which shop?', shops, {
      lookupValue: flow.customerId,
      foundOutputs: { city: flow.customerName },
      failureOutputs: { errorMessage: flow.status },
      onNotFound: [disconnect()],
    }),
    yaml: {
      name: 'Which shop?',
      lookupValue: { exp: 'Flow.customerId' },
      dataTable: {
        Shops: {
          foundOutputs: { city: { var: 'Flow.customerName' }, open: { noValue: true } },
          failureOutputs: { errorType: { noValue: true }, errorMessage: { var: 'Flow.status' } },
        },
      },
      outputs: { notFound: { actions: [{ disconnect: { name: 'Disconnect' } }] } },
    },
  },
  getConversationData: {
    rule: 'a variable that is filled is named bare, the name of the attribute is a value',
    action: getConversationData('What is known?', {
      conversationId: flow.customerId,
      attributes: { 'identification.status': flow.status },
      onNotFound: [disconnect()],
    }),
    yaml: {
      name: 'What is known?',
      conversationId: { exp: 'Flow.customerId' },
      participantId: { noValue: true },
      attributes: [{ attribute: { name: { lit: 'identification.status' }, variable: 'Flow.status' } }],
      outputs: { notFound: { actions: [{ disconnect: { name: 'Disconnect' } }] } },
    },
  },
  setConversationData: {
    rule: 'all attributes of one action stand in one list',
    action: setConversationData('Report', {
      conversationId: flow.customerId,
      attributes: { 'identification.status': 'SUCCESS', 'identification.name': flow.customerName },
    }),
    yaml: {
      name: 'Report',
      conversationId: { exp: 'Flow.customerId' },
      participantId: { noValue: true },
      attributes: [
        { attribute: { name: { lit: 'identification.status' }, value: { lit: 'SUCCESS' } } },
        { attribute: { name: { lit: 'identification.name' }, value: { exp: 'Flow.customerName' } } },
      ],
    },
  },
  getParticipantData: {
    rule: 'it has no paths',
    action: getParticipantData('Known by now?', { 'identification.status': flow.status }),
    yaml: {
      name: 'Known by now?',
      attributes: [{ attribute: { name: { lit: 'identification.status' }, variable: 'Flow.status' } }],
    },
  },
  setParticipantData: {
    rule: 'an attribute may be an expression',
    action: setParticipantData('Remember', { tries: exp<string>`ToString(${flow.tries})` }),
    yaml: {
      name: 'Remember',
      attributes: [{ attribute: { name: { lit: 'tries' }, value: { exp: 'ToString(Flow.tries)' } } }],
    },
  },
  getExternalContact: {
    rule: 'the contact goes to a variable of its own kind',
    action: getExternalContact('Who?', {
      externalId: exp<string>`Call.ExternalContactId`,
      externalResult: flow.contact,
      onFound: [loopExit()],
    }),
    yaml: {
      name: 'Who?',
      externalResult: { var: 'Flow.contact' },
      externalId: { exp: 'Call.ExternalContactId' },
      outputs: { found: { actions: [{ loopExit: { name: 'Exit Loop' } }] } },
    },
  },
  getExternalOrganization: {
    rule: 'it has the form of getExternalContact',
    action: getExternalOrganization('Which company?', { externalId: 'abc', externalResult: flow.organization }),
    yaml: { name: 'Which company?', externalResult: { var: 'Flow.organization' }, externalId: { lit: 'abc' } },
  },
  searchExternalContacts: {
    rule: 'one match and several are two paths',
    action: searchExternalContacts('Known?', {
      searchTerm: '+331',
      externalResults: flow.contacts,
      onMatchExact: [loopExit()],
      onMatchMultiple: [loopNext()],
      onNotFound: [disconnect()],
    }),
    yaml: {
      name: 'Known?',
      searchTerm: { lit: '+331' },
      externalResults: { var: 'Flow.contacts' },
      outputs: {
        matchExact: { actions: [{ loopExit: { name: 'Exit Loop' } }] },
        matchMultiple: { actions: [{ loopNext: { name: 'Next Loop' } }] },
        notFound: { actions: [{ disconnect: { name: 'Disconnect' } }] },
      },
    },
  },
  sendNotification: {
    rule: 'what was not given is noValue',
    action: sendNotification('Tell the lead', { sendToUsers: flow.users, subject: 'Missed', body: 'Call them.' }),
    yaml: {
      name: 'Tell the lead',
      failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } },
      emailFrom: { noValue: true },
      emailNotificationStyle: { noValue: true },
      sendToUsers: { exp: 'Flow.users' },
      body: { lit: 'Call them.' },
      subject: { lit: 'Missed' },
      notificationType: { lit: 'email' },
    },
  },
  encryptData: {
    rule: 'what to encrypt is JSON; the text goes into a variable',
    action: encryptData('Hide', { dataToEncrypt: flow.answer, encryptedData: flow.status, onFailure: [disconnect()] }),
    yaml: {
      name: 'Hide',
      dataToEncrypt: { exp: 'Flow.answer' },
      encryptedData: { var: 'Flow.status' },
      failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } },
      outputs: { failure: { actions: [{ disconnect: { name: 'Disconnect' } }] } },
    },
  },
  decryptData: {
    rule: 'the other way round',
    action: decryptData('Read', { dataToDecrypt: flow.status, decryptedData: flow.answer }),
    yaml: {
      name: 'Read',
      dataToDecrypt: { exp: 'Flow.status' },
      decryptedData: { var: 'Flow.answer' },
      failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } },
    },
  },
  callDecisionTable: {
    rule: 'the table is an object with a name',
    action: callDecisionTable('How urgent?', 'Priority', { input: flow.answer, output: flow.answer }),
    yaml: {
      name: 'How urgent?',
      decisionTable: { name: 'Priority' },
      input: { exp: 'Flow.answer' },
      output: { var: 'Flow.answer' },
      failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } },
    },
  },
} satisfies Examples;
