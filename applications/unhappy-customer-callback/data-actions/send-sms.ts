import { dataAction, optional, seconds, string } from 'flowcdk';
import { at } from 'flowcdk/templates';
import { cloud, TIMEOUT } from './genesys-cloud';

/**
 * Sends an SMS without an agent. The answer says that the message is on its way, not that it arrived:
 *
 *     POST /api/v2/conversations/messages/agentless
 *     { "fromAddress": "+447700900123", "toAddress": "+33199001234", "toAddressMessengerType": "sms", "textBody": "…" }
 *     { "id": "…", "conversationId": "…", … }
 */
export const sendSms = ({ from }: { readonly from: string }) =>
  dataAction({
    name: 'Send SMS',
    integration: cloud,
    input: {
      toAddress: string({ description: 'E.164: +33199001234' }),
      textBody: string({ description: 'At most 765 characters' }),
    },
    output: { messageId: optional(string()) },
    request: ({ toAddress, textBody }) => ({
      method: 'POST',
      url: '/api/v2/conversations/messages/agentless',
      body: { fromAddress: from, toAddress, toAddressMessengerType: 'sms', textBody },
    }),
    response: { messageId: at('$.id') },
    timeout: seconds(TIMEOUT),
  });
