import { dataAction, seconds, secret, string, userDefined, webServices } from 'flowcdk';
import { credential, url } from 'flowcdk/templates';

/**
 * A webhook of Genesys Cloud's chat. It is another host than the API and takes no token: whoever knows the id may post.
 * So the id is a Terraform variable, and the webhook has an integration of its own.
 */
export const chatWebhook = webServices({
  name: 'Chat of the supervisors',
  credential: userDefined({ webhookId: secret('chat_webhook_id', 'Id of the webhook of the chat room') }),
});

/**
 * Posts a message to a chat room:
 *
 *     POST https://apps.mypurecloud.de/webhooks/api/v1/webhook/{webhookId} { "message": "…", "metadata": "…" }
 */
export const postToChat = ({ baseUrl }: { readonly baseUrl: string }) =>
  dataAction({
    name: 'Post to chat',
    integration: chatWebhook,
    input: { message: string(), metadata: string({ description: 'For filters of the webhook' }) },
    output: {},
    request: ({ message, metadata }) => ({
      method: 'POST',
      url: url`${baseUrl}/webhooks/api/v1/webhook/${credential('webhookId')}`,
      body: { message, metadata },
    }),
    response: {},
    timeout: seconds(10),
  });
